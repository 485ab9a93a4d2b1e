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

  heading("The examples of the contract");
  for (const example of examples) {
    const { error, response } = await call(dew, example);
    report(!error, describe(example));
    console.log(`    ${response.status} ${response.statusText}`);
  }

  const bad = await findRefused(examples.flatMap(withReservedKey));
  if (bad !== undefined) {
    heading("A key that begins with _sys_, which the service keeps for itself");
    report(true, "refused by the client, before anything is sent:");
    console.log(wrap(bad.error.message, WIDTH, "    "));
    const { error } = await call(unchecked, bad.example);
    report(error instanceof ApiError, "with validation off, refused by the mock:");
    console.log(wrap(String(error?.message), WIDTH, "    "));
  }

  heading("Each documented error, forced with the header Prefer, as an ApiError");
  const [first] = examples as [RequestExample, ...RequestExample[]];
  const operation = listOperations(document).find(
    ({ operationId }) => operationId === first.operationId,
  );
  for (const { status } of operation?.responses ?? []) {
    if (!/^[45]\d\d$/.test(status)) continue;
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
  { operationId, pathParams, query, headers: header, body }: RequestExample,
  headers = {},
) {
  const method = client[operationId as keyof DewTagsOperations];
  return method({ params: { path: pathParams, query, header }, body, headers } as never);
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

type Tag = { readonly key: string; readonly value?: string };

/** The tags of a body; none where it has no such list. */
function tagsOf({ body }: RequestExample): readonly Tag[] {
  const { tags } = (body ?? {}) as { readonly tags?: unknown };
  return Array.isArray(tags) ? tags : [];
}

function withReservedKey(example: RequestExample): RequestExample[] {
  const [first, ...others] = tagsOf(example);
  if (typeof first?.key !== "string") return [];
  const tags = [{ ...first, key: `_sys_${first.key}` }, ...others];
  return [{ ...example, body: { ...(example.body as object), tags } }];
}

function describe(example: RequestExample): string {
  const { operationId, name, path } = example;
  const tags = tagsOf(example).map(({ key, value }) => `${key}=${value}`);
  const what = tags.length > 0 ? tags.join(" ") : (name ?? path);
  return `${operationId}${name !== undefined && tags.length > 0 ? `, ${name}` : ""}: ${what}`;
}

function heading(text: string): void {
  console.log(`\n${style("bold", text)}`);
}

function report(behaved: boolean, text: string): void {
  if (!behaved) failures++;
  console.log(`  ${behaved ? style("green", "✓") : style("red", "✗")} ${text}`);
}
