// npm run demo: the examples of the spec go through the client to the mock, in this process.

import { readFile } from "node:fs/promises";
import {
  ApiError,
  createDewTagsClient,
  type DewTagsClient,
  type DewTagsOperations,
  RequestValidationError,
  TransportError,
  token,
} from "../src/index.js";
import { startMock } from "../src/mock/index.js";
import { style, wrap } from "../src/text/terminal.js";
import type { OpenApiDocument } from "./generator/document.js";
import { listOperations } from "./generator/operations.js";
import { listRequestExamples, type RequestExample } from "./lib/request-examples.js";

const WIDTH = 80;
let failures = 0;

const document: OpenApiDocument = JSON.parse(
  await readFile(new URL("../generated/openapi.json", import.meta.url), "utf8"),
);
const examples = listRequestExamples(document);
const mock = await startMock();
const options = { baseUrl: mock.url, auth: token("demo-token"), retry: false } as const;
const dew = createDewTagsClient(options);
const unchecked = createDewTagsClient({ ...options, validate: false });

try {
  console.log(`${document.info.title} ${document.info.version}, mocked at ${mock.url}`);

  heading("The examples of the vendor's pages");
  for (const example of examples) {
    const result = await call(dew, example);
    report(!result.error, `${example.operationId}, ${example.name}: ${describeTags(example.body)}`);
    console.log(`    ${result.response.status} ${result.response.statusText}`);
  }

  heading("A key that begins with _sys_, which CSMS keeps for itself");
  const reserved = await findRefused(examples.map(withReservedKey));
  report(reserved !== undefined, "refused by the client, before anything is sent:");
  if (reserved !== undefined) {
    console.log(wrap(reserved.error.message, WIDTH, "    "));
    const { error } = await call(unchecked, reserved.example);
    report(error instanceof ApiError, "with validation off, refused by the mock:");
    console.log(wrap(String(error?.message), WIDTH, "    "));
  }

  heading("Each documented error, forced with the header Prefer, as an ApiError");
  const [first] = examples as [RequestExample, ...RequestExample[]];
  const operation = listOperations(document).find(
    ({ operationId }) => operationId === first.operationId,
  );
  for (const { status } of operation?.responses.filter(({ schema }) => schema !== undefined) ??
    []) {
    const { error } = await call(dew, first, { Prefer: `code=${status}` });
    report(
      error instanceof ApiError && String(error.status) === status && error.code !== undefined,
      `${error?.status} ${error?.code}: ${error?.serverMessage}`,
    );
    if (error?.advice !== undefined) console.log(wrap(error.advice, WIDTH, "    "));
  }
} catch (error) {
  const expected = error instanceof TransportError || error instanceof RequestValidationError;
  report(false, expected ? error.message : String((error as Error).stack));
} finally {
  await mock.close();
}

console.log(
  failures === 0
    ? `\n${style("green", "Every step behaved.")}`
    : `\n${style("red", `${failures} steps did not behave.`)}`,
);
process.exitCode = failures === 0 ? 0 : 1;

/** The client's methods, called by name: this file knows none of them. */
function call(
  client: DewTagsClient,
  { operationId, pathParams, body }: RequestExample,
  headers = {},
) {
  const method = client[operationId as keyof DewTagsOperations];
  return method({ params: { path: pathParams }, body, headers } as never);
}

async function findRefused(candidates: RequestExample[]) {
  for (const example of candidates) {
    const error = await call(dew, example).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof RequestValidationError) return { example, error };
  }
  return undefined;
}

interface TagBody {
  readonly tags?: readonly { readonly key: string; readonly value?: string }[];
}

function withReservedKey(example: RequestExample): RequestExample {
  const { tags: [first, ...others] = [], ...rest } = example.body as TagBody;
  return {
    ...example,
    body: { ...rest, tags: [{ ...first, key: `_sys_${first?.key}` }, ...others] },
  };
}

function describeTags(body: unknown): string {
  return ((body as TagBody).tags ?? []).map(({ key, value }) => `${key}=${value}`).join(" ");
}

function heading(text: string): void {
  console.log(`\n${style("bold", text)}`);
}

function report(behaved: boolean, text: string): void {
  if (!behaved) failures++;
  console.log(`  ${behaved ? style("green", "✓") : style("red", "✗")} ${text}`);
}
