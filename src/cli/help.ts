// At most 80 columns.

export function help(): string {
  return `Usage: huaweicloud-dew-tags <command> [options]

Commands:
  verify   hold a running provider against the contract
  mock     serve the contract as a mock

Each explains its options with --help.
`;
}

export function mockHelp(): string {
  return `Usage: huaweicloud-dew-tags mock [--port N]

Serves the contract as a mock on 127.0.0.1 until it is stopped. It needs the
package @stoplight/prism-cli.

Options:
  --port N               port to listen on, 0 for any free one; default 4010
  -h, --help             show this
`;
}

export function verifyHelp(): string {
  return `Usage: huaweicloud-dew-tags verify --base-url URL [options]

Sends the contract cases to a running provider (the service, a gateway before
it, somebody's fake) and holds each answer against the contract: its status,
media type and body, that it accepts what the contract allows, and refuses what
the contract does not allow or what carries no credential.

What it adds it removes again: at once, and at the end also after a failure or
Ctrl-C. The keys of its tags carry "-dewverify", all but a few that would be no
test then; these are listed before anything is sent. Still, give it a secret
and a key of their own, without tags. It asks before it sends anything, unless
the URL is a loopback address.

Provider:
  --base-url URL         where the operations live: https, or http on a
                         loopback address
  --path NAME=VALUE      a path parameter, such as project_id=…; repeatable.
                         Needed unless the URL is a loopback address
  --operation ID         only this operation; repeatable

Credential (never shown, and not taken from the command line, where others
could read it):
  HUAWEICLOUD_TOKEN      a token of project scope; or
  --token-file FILE      a file that holds one; or
  HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, and for temporary keys
  HUAWEICLOUD_SDK_SECURITY_TOKEN: keys to sign with
  HUAWEICLOUD_SDK_PROJECT_ID goes with these, and is the default for the path
                         parameter project_id
  Without any, a loopback address gets a placeholder.

What is sent:
  --read-only            only what must be refused
  --only ID              only this case; repeatable
  --seed N               shuffle the order, the same for the same number
  --rate N               requests a second at most, below 20; default 15. On a
                         loopback address any number, or "unlimited"
  --timeout MS           milliseconds a request may take; default 8000
  --bail                 stop at the first error
  -y, --yes              do not ask before sending

What counts:
  --strict               a request that should be refused and is accepted is an
                         error, not a warning

Reports:
  --report FILE          write one, by its ending: .xml (JUnit), .json or
                         .html; repeatable

  -h, --help             show this

Exit code: 0 no error, 1 an error, or tags that could not be removed, 2 a wrong
command line or nothing to send, 130 after Ctrl-C and cleaning up.
`;
}
