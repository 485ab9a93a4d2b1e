// At most 80 columns.

export function help(): string {
  return `Usage: huaweicloud-dew-tags <command> [options]

Commands:
  verify   check a running provider against the contract
  mock     serve the contract as a mock on 127.0.0.1

Options:
  -h, --help             show this; "verify --help" and "mock --help" say more
  --version              show the version

Neither needs a project in TypeScript or JavaScript: with Node 20.19 or later,
"npx huaweicloud-dew-tags verify …" runs against a provider in any language.
`;
}

export function mockHelp(): string {
  return `Usage: huaweicloud-dew-tags mock [--port N]

Serves the contract as a mock on 127.0.0.1 until it is stopped. It validates
each request and answers with the examples of the contract. Clients in any
language can use it: point their base URL to it and send any token.

It needs the package @stoplight/prism-cli:
  npm install --save-dev huaweicloud-dew-tags @stoplight/prism-cli
  npx huaweicloud-dew-tags mock

To force an answer, send a header with a valid request:
  Prefer: code=404       answer with this documented error

Options:
  --port N               port to listen on, 0 for any free one; default 4010
  -h, --help             show this

Exit code: 0 after it was stopped, 1 if it cannot start, 2 for a wrong command
line.
`;
}

export function verifyHelp(): string {
  return `Usage: huaweicloud-dew-tags verify --base-url URL [options]

Checks a running provider (the service, a gateway in front of it, or a fake in
any language) against the contract. It sends the contract's cases and checks
each answer: the status, the media type, the body, that the provider accepts
valid requests, and that it refuses invalid ones and those without a
credential.

It removes the tags that it adds, also after a failure or Ctrl-C. Every key
contains "-dewverify", so that it touches no tag of somebody else, unless
--unsafe-cases or a loopback address allows other keys. Still, give it a secret
and a key that nobody uses, without tags. Unless the URL is a loopback address,
it says what it will do and asks before it sends anything.

Examples:
  huaweicloud-dew-tags verify --base-url http://127.0.0.1:8080
  HUAWEICLOUD_TOKEN=… huaweicloud-dew-tags verify --base-url https://… \\
    --path project_id=… --path secret_id=… --path key_id=… --report junit.xml

Provider:
  --base-url URL         where the operations live: https, or http on a
                         loopback address
  --path NAME=VALUE      a path parameter, such as project_id=…; repeatable.
                         Required unless the URL is a loopback address
  --operation ID         only this operation; repeatable

Credential (never shown, and not accepted on the command line, where others
can read it):
  HUAWEICLOUD_TOKEN      a token of project scope; or
  --token-file FILE      a file that contains one; or
  HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, and for temporary keys
  HUAWEICLOUD_SDK_SECURITY_TOKEN: keys to sign with
  HUAWEICLOUD_SDK_PROJECT_ID is sent with these, and is the default of the path
                         parameter project_id
  Without any of them, a loopback address gets a placeholder.

What is sent:
  --read-only            only requests that the provider must refuse, or that
                         change nothing. Undone is only what the provider
                         accepts all the same, or gives no clear answer to
  --unsafe-cases         also requests that could touch tags of somebody else,
                         or whose changes cannot be undone. A loopback address
                         gets them always, any other only with this option
  --only ID              only this case; repeatable
  --seed N               shuffle the order, the same for the same number
  --rate N               at most N requests a second, below 20; default 15. On a
                         loopback address any number, or "unlimited"
  --timeout MS           milliseconds that a request may take; default 8000
  --bail                 stop at the first error
  -y, --yes              do not ask before sending

What counts:
  A broken rule of the vendor's page is an error. A broken rule of the vendor's
  API definition, or of this project, is a warning; each finding says which.
  --strict               count these as errors, too

Reports:
  --report FILE          write a report; the ending says which: .xml (JUnit),
                         .json or .html; repeatable. An earlier report is
                         replaced, any other file is not

  -h, --help             show this

Exit code: 0 no error; 1 an error, an early end, or tags that could not be
removed; 2 a wrong command line, or nothing to send; 130 after Ctrl-C and
cleaning up.
`;
}
