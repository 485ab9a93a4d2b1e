import type { RequestCase } from "../../generated/contract-cases.js";
import type { Operation } from "../../src/verify/contract.js";
import type { Rule } from "../../src/verify/judge.js";
import type { Alter, Exchange, Reply, TagBody, Wire } from "./provider.js";
import { JSON_TYPE, refusal } from "./provider.js";
import * as cases from "./select.js";

/** A way for a provider to break the contract, and what must be found of it. */
export interface Fault {
  /** Completes "a provider that …". */
  readonly name: string;
  readonly alter: Alter;
  /** The rules that each finding names; none but these. */
  readonly rules: readonly Rule[];
  /** The cases that it gets wrong; those that lack the credential are sent in any case. */
  readonly finds: (one: RequestCase) => boolean;
  readonly options?: readonly string[];
  /** Whether few cases are enough, as a run ends when many in a row go wrong like this. */
  readonly few?: true;
  /** Whether tags may be left, because it does not let them be removed. */
  readonly leaves?: true;
}

/** A request, as a case has it and as the provider sees it. */
interface Request {
  readonly operation: string;
  readonly verdict: "accept" | "reject" | "unauthenticated";
  readonly violations: readonly { readonly pointer: string; readonly keyword: string }[];
  /** Whether it is at the resource that the document gives as an example. */
  readonly isUsual: boolean;
  readonly hasBody: boolean;
  readonly body: TagBody;
}

type Test = (request: Request) => boolean;

function ofCase(one: RequestCase): Request {
  const { operation, verdict, violations = [], request } = one;
  const body = cases.bodyOf(one);
  const isUsual = cases.isUsual(one, body, cases.contract.operations.get(operation) as Operation);
  return { operation, verdict, violations, isUsual, hasBody: request.body !== undefined, body };
}

function ofExchange({ path, right, text, body = {} }: Exchange): Request {
  const { status, violations } = right;
  const verdict = status === 401 ? "unauthenticated" : status < 300 ? "accept" : "reject";
  const operation = cases.operationOf({ path });
  const usual = cases.usualPathOf(cases.contract.operations.get(operation) as Operation);
  return { operation, verdict, violations, isUsual: path === usual, hasBody: text !== "", body };
}

function fault(
  name: string,
  rules: readonly Rule[],
  test: Test,
  reply: Reply | Wire,
  more: Pick<Fault, "options" | "few" | "leaves"> = {},
): Fault {
  const alter: Alter = (exchange) => (test(ofExchange(exchange)) ? reply : undefined);
  const finds = (one: RequestCase): boolean => {
    const request = ofCase(one);
    // What is to be removed must be added first: a case of that is skipped where this goes wrong.
    const adding = { ...request, body: { ...request.body, action: "create" } };
    return test(request) && !(request.body.action === "delete" && test(adding));
  };
  return { name, rules, alter, finds, ...more };
}

const accepted =
  (test: Test = () => true): Test =>
  (one) =>
    one.verdict === "accept" && test(one);
const rejected =
  (test: Test = () => true): Test =>
  (one) =>
    one.verdict === "reject" && test(one);
/** All that is wrong with a request is of one kind. */
const breaks = (pointer: RegExp, keywords: RegExp, test: Test = () => true): Test =>
  rejected(
    (one) =>
      one.violations.length > 0 &&
      one.violations.every((v) => pointer.test(v.pointer) && keywords.test(v.keyword)) &&
      test(one),
  );
const unauthenticated: Test = ({ verdict }) => verdict === "unauthenticated";
const isLargest: Test = ({ operation, body }) => cases.isLargest(operation, body);
const breaksPath: Test = ({ violations }) => violations.some((v) => v.pointer.startsWith("/path/"));
const creates: Test = ({ body }) => body.action === "create";
const hasUuid: Test = ({ body }) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(body.sequence));

const keys =
  (test: (keys: readonly string[]) => boolean): Test =>
  ({ body }) =>
    test(cases.keysOf(body));
const values =
  (test: (values: readonly string[]) => boolean): Test =>
  ({ body }) =>
    test(cases.valuesOf(body));
const someKey = (test: (key: string) => boolean): Test => keys((all) => all.some(test));
const everyKey = (test: (key: string) => boolean): Test => keys((all) => all.every(test));
const sameKeys = (fold: (key: string) => string): Test =>
  keys((all) => new Set(all.map(fold)).size < all.length);

/** The key or the value of a tag is too long, if its length is taken so. */
const exceeds =
  (size: (text: string) => number): Test =>
  ({ operation, body }) => {
    const { key, value } = cases.limitsOf(operation);
    return (
      cases.keysOf(body).some((text) => size(text) > key) ||
      cases.valuesOf(body).some((text) => size(text) > value)
    );
  };

const flat = { error_code: "APIGW.0106", error_msg: "no", request_id: "1" };
const isScalar = (value: unknown): boolean => typeof value !== "object";

/** What it answers to what it accepts: a 204 without a body is right. */
const SUCCESSES: readonly [string, Rule, Reply | Wire][] = [
  ["answers 200", "status", { status: 200 }],
  ["answers 200 with an empty object", "status", { status: 200, headers: JSON_TYPE, body: {} }],
  ["sends a 204 with a body", "no-body", { raw: "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}" }],
  [
    "sends a body in chunks with a 204",
    "no-body",
    { raw: "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" },
  ],
];

/** What it answers to what it refuses: a 400 of JSON, with a code and a message, is right. */
const REFUSALS: readonly [string, readonly Rule[], body: unknown, headers?: Reply["headers"]][] = [
  ["the gateway's flat error body", ["schema"], flat],
  ["an error without error_msg", ["schema"], { error: { error_code: "X.1" } }],
  ["an error without error_code", ["schema"], { error: { error_msg: "no" } }],
  ["a number as error_code", ["schema"], { error: { error_code: 308, error_msg: "no" } }],
  ["text as error", ["schema"], { error: "no" }],
  ["nothing", ["schema"], undefined, {}],
  ["a page of HTML", ["media-type", "json"], "<html></html>", { "content-type": "text/html" }],
  ["JSON that is cut off", ["json"], '{"error": {"error_code": "KMS.0'],
  ["text/plain", ["media-type"], refusal(400).body, { "content-type": "text/plain" }],
  ["no content type", ["media-type"], refusal(400).body, {}],
];

/** What it should refuse and accepts. */
const ACCEPTS: readonly [string, Test][] = [
  [
    "a key that begins with _sys_",
    breaks(
      /\/key$/,
      /^pattern$/,
      everyKey((key) => key.startsWith("_sys_")),
    ),
  ],
  [
    "blanks at both ends of a key",
    breaks(
      /\/key$/,
      /^pattern$/,
      everyKey((key) => key !== key.trim() && key.trim() !== ""),
    ),
  ],
  ["too many tags", breaks(/\/tags$/, /^maxItems$/)],
  ["an empty list", breaks(/\/tags$/, /^minItems$/)],
  ["a key that is given twice", breaks(/./, /^(uniqueItems|x-unique-item-properties)$/)],
  ["unknown properties", breaks(/./, /^additionalProperties$/)],
  [
    "an action in capitals",
    breaks(/\/action$/, /^enum$/, ({ body }) => /^(create|delete)$/i.test(String(body.action))),
  ],
  ["a request without a body", rejected(({ hasBody }) => !hasBody)],
  [
    "numbers and booleans for text",
    breaks(
      /\/(key|value)$/,
      /^type$/,
      ({ body }) => body.tags?.every(({ key, value }) => isScalar(key) && isScalar(value)) ?? false,
    ),
  ],
  ["one character too many", breaks(/\/(key|value)$/, /^maxLength$/)],
  ["any id in a path", breaks(/^\/path\//, /^pattern$/)],
  ["everything", rejected()],
];

/** What it should accept and refuses. */
const REFUSES: readonly [string, Test, Pick<Fault, "leaves">?][] = [
  ["keys that begin with sys, as the page is printed", someKey((key) => key.startsWith("sys"))],
  ["texts with as many UTF-16 units as characters are allowed", exceeds((text) => text.length)],
  ["texts with as many bytes as characters are allowed", exceeds(Buffer.byteLength)],
  [
    "a single key of one character",
    keys(([key = "", ...others]) => others.length === 0 && [...key].length === 1),
  ],
  ["as many tags as are allowed", isLargest],
  ["an empty value", values((all) => all.includes(""))],
  [
    "a tag that it should add without a value",
    (one) => creates(one) && cases.valuesOf(one.body).length < cases.keysOf(one.body).length,
  ],
  ["what is not ASCII", ({ body }) => /[^\x20-\x7e]/.test(JSON.stringify(body))],
  ["keys that differ in case alone", sameKeys((key) => key.toLowerCase())],
  ["keys that are the same once normalized", sameKeys((key) => key.normalize("NFC"))],
  ["a sequence", ({ body }) => body.sequence !== undefined],
  ["to delete", ({ body }) => body.action === "delete", { leaves: true }],
  ["a slash in a value", values((all) => all.some((value) => value.includes("/")))],
];

export const faults: readonly Fault[] = [
  ...SUCCESSES.map(([name, rule, reply]) => fault(name, [rule], accepted(), reply)),
  ...REFUSALS.map(([name, rules, body, headers = JSON_TYPE]) =>
    fault(`refuses with ${name}`, rules, rejected(), { status: 400, headers, body }),
  ),
  ...ACCEPTS.map(([name, test]) =>
    fault(`accepts ${name}`, ["refused"], rejected(test), { status: 204 }),
  ),
  ...REFUSES.map(([name, test, more]) =>
    fault(`refuses ${name}`, ["accepted"], accepted(test), refusal(400), more),
  ),

  // Statuses.
  fault("answers what is right with a 500", ["accepted"], accepted(isLargest), refusal(500)),
  fault("does not find the resource that it has", ["accepted"], accepted(isLargest), refusal(404)),
  fault("refuses with the undocumented status 418", ["status"], rejected(), refusal(418)),
  // A wrong path may name something that does not exist.
  fault(
    "refuses what is invalid with the documented 404",
    ["refusal-status"],
    rejected((one) => !breaksPath(one)),
    refusal(404),
  ),
  fault(
    "fails with the documented 500 on a request without tags",
    ["refusal-status"],
    breaks(/^\/body$/, /^required$/, ({ body }) => body.tags === undefined),
    refusal(500),
  ),
  fault(
    "has another body for 404",
    ["schema"],
    accepted(({ isUsual }) => !isUsual),
    { status: 404, headers: JSON_TYPE, body: { status: 404, error: "Not Found", path: "/" } },
  ),

  // What it makes of the credential.
  fault("does without the credential", ["credential"], unauthenticated, { status: 204 }),
  fault("answers 403 without a credential", ["credential"], unauthenticated, refusal(403)),
  fault("has another body for 401", ["schema"], unauthenticated, { ...refusal(401), body: flat }),
  fault(
    "refuses the credential now and then",
    ["accepted"],
    accepted(hasUuid),
    refusal(401, "APIGW.0301", "no"),
    { few: true },
  ),

  // What it does to the connection.
  fault("does not answer in time", ["answer"], accepted(isLargest), "silence", {
    few: true,
    // Long enough for all others, also on a machine that is busy.
    options: ["--timeout", "1500"],
  }),
  fault(
    "closes the connection instead of answering",
    ["answer"],
    accepted(isLargest),
    { raw: "" },
    { few: true },
  ),
  fault(
    "closes the connection amid an error",
    ["answer"],
    breaks(/./, /^maxItems$/),
    { raw: 'HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\n{"error":' },
    { few: true },
  ),
  fault(
    "does not speak HTTP",
    ["answer"],
    accepted(hasUuid),
    { raw: "SSH-2.0-OpenSSH_9.9\r\n" },
    { few: true },
  ),
  fault("redirects", ["redirect"], accepted(values((all) => all.includes(""))), {
    status: 307,
    headers: { location: "http://127.0.0.1:9/elsewhere" },
  }),
  fault(
    "always says that it is throttled",
    ["status", "accepted"],
    accepted(isLargest),
    { ...refusal(429, "APIGW.0308", "too fast"), headers: { ...JSON_TYPE, "retry-after": "0" } },
    { few: true },
  ),
];
