import type { Rule } from "../../src/verify/judge.js";
import { type Alter, type Exchange, type Reply, refusal, type Wire } from "./provider.js";

/** A way for a provider to break the contract, and what must be found of it. */
export interface Fault {
  /** Completes "a provider that …". */
  readonly name: string;
  readonly alter: Alter;
  /** The rules that each finding names; none but these. */
  readonly rules: readonly Rule[];
  /** Ids of cases that must be among the findings. */
  readonly finds: readonly string[];
  /** Whether it accepts what it should refuse: a warning, and with --strict an error. */
  readonly lenient?: true;
  readonly options?: readonly string[];
  /** Whether tags may be left, because it does not let them be removed. */
  readonly leaves?: true;
}

/** Cases that each fault is tried on, next to those that must be found. */
export const SAMPLE: readonly string[] = [
  "batchCreateOrDeleteTags-without-credential",
  "batchCreateKmsTags-without-credential",
  "csms-example-create",
  "csms-key-129-ascii",
  "csms-tags-absent",
  "csms-project-id-chinese",
  "csms-project-id-empty",
  "kms-example-create",
  "kms-example-delete",
  "kms-value-44-ascii",
  "kms-tags-11",
  "kms-sequence-uuid",
  "kms-key-id-first-short",
];

const JSON_TYPE = { "content-type": "application/json" };
const CODE = "KMS.0308";

const isAccepted = ({ right }: Exchange): boolean => right.status === 204;
const isRefused = ({ right }: Exchange): boolean => right.status === 400;
const hasNoCredential = ({ right }: Exchange): boolean => right.status === 401;
const isCreate = ({ body }: Exchange): boolean => body?.action === "create";

const keysOf = ({ body }: Exchange): string[] =>
  Array.isArray(body?.tags) ? body.tags.map((tag) => tag?.key).filter(isText) : [];
const valuesOf = ({ body }: Exchange): string[] =>
  Array.isArray(body?.tags) ? body.tags.map((tag) => tag?.value).filter(isText) : [];
const isText = (value: unknown): value is string => typeof value === "string";

/** Whether all that is wrong with a request is of one kind. */
const breaksOnly = ({ right }: Exchange, pointer: RegExp, ...keywords: string[]): boolean =>
  right.violations.length > 0 &&
  right.violations.every((one) => pointer.test(one.pointer) && keywords.includes(one.keyword));

const when =
  (is: (exchange: Exchange) => boolean, reply: Reply | Wire): Alter =>
  (exchange) =>
    is(exchange) ? reply : undefined;

const accepts = (
  is: (exchange: Exchange) => boolean,
): Pick<Fault, "alter" | "rules" | "lenient"> => ({
  alter: when((exchange) => isRefused(exchange) && is(exchange), { status: 204 }),
  rules: ["refused"],
  lenient: true,
});

const refuses = (is: (exchange: Exchange) => boolean): Pick<Fault, "alter" | "rules"> => ({
  alter: when((exchange) => isAccepted(exchange) && is(exchange), refusal(400)),
  rules: ["accepted"],
});

/** Refuses with another body. */
const refusesWith = (body: unknown, headers: Record<string, string> = JSON_TYPE): Alter =>
  when(isRefused, { status: 400, headers, body });

const limitsOf = ({ path }: Exchange): { key: number; value: number } =>
  path.includes("/csms/") ? { key: 128, value: 255 } : { key: 36, value: 43 };
const exceeds = (exchange: Exchange, size: (text: string) => number): boolean =>
  keysOf(exchange).some((key) => size(key) > limitsOf(exchange).key) ||
  valuesOf(exchange).some((value) => size(value) > limitsOf(exchange).value);

export const faults: readonly Fault[] = [
  // What it answers where it accepts.
  {
    name: "answers 200 where 204 is documented",
    alter: when(isAccepted, { status: 200 }),
    rules: ["status"],
    finds: ["csms-example-create", "kms-example-delete"],
  },
  {
    name: "answers 200 with an empty object where 204 is documented",
    alter: when(isAccepted, { status: 200, headers: JSON_TYPE, body: {} }),
    rules: ["status"],
    finds: ["csms-example-create", "kms-example-create"],
  },
  {
    name: "sends a body with a 204",
    alter: when(isAccepted, { raw: "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}" }),
    rules: ["no-body"],
    finds: ["csms-example-create", "kms-example-create"],
  },
  {
    name: "sends a body in chunks with a 204",
    alter: when(isAccepted, {
      raw: "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    }),
    rules: ["no-body"],
    finds: ["csms-value-0", "kms-sequence-uuid"],
  },
  {
    name: "fails with the documented 500 on what it should accept",
    alter: when((exchange) => isCreate(exchange) && keysOf(exchange).length === 20, refusal(500)),
    rules: ["accepted"],
    finds: ["csms-tags-20"],
  },

  {
    name: "does not find the resource that it has",
    alter: when((exchange) => isCreate(exchange) && keysOf(exchange).length === 20, refusal(404)),
    rules: ["accepted"],
    finds: ["csms-tags-20"],
  },

  // What it answers where it refuses.
  {
    name: "answers with the gateway's flat error body",
    alter: refusesWith({ error_code: "APIGW.0106", error_msg: "no", request_id: "1" }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii", "kms-value-44-ascii"],
  },
  {
    name: "leaves error_msg out",
    alter: refusesWith({ error: { error_code: CODE } }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii", "kms-value-44-ascii"],
  },
  {
    name: "leaves error_code out",
    alter: refusesWith({ error: { error_msg: "no" } }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii", "kms-value-44-ascii"],
  },
  {
    name: "gives error_code as a number",
    alter: refusesWith({ error: { error_code: 308, error_msg: "no" } }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii", "kms-value-44-ascii"],
  },
  {
    name: "gives error as text",
    alter: refusesWith({ error: "no" }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii"],
  },
  {
    name: "refuses without a body",
    alter: when(isRefused, { status: 400 }),
    rules: ["schema"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "refuses with a page of HTML",
    alter: refusesWith("<html><title>Bad Request</title></html>", { "content-type": "text/html" }),
    rules: ["media-type", "json"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "refuses with JSON that is cut off",
    alter: refusesWith('{"error": {"error_code": "KMS.0'),
    rules: ["json"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "gives errors as text/plain",
    alter: when(isRefused, { ...refusal(400), headers: { "content-type": "text/plain" } }),
    rules: ["media-type"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "gives errors without a content type",
    alter: when(isRefused, { ...refusal(400), headers: {} }),
    rules: ["media-type"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "refuses with the undocumented status 418",
    alter: when(isRefused, refusal(418)),
    rules: ["status"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "refuses what is invalid with the documented 404",
    // A wrong path may well be not found.
    alter: when(
      (exchange) => isRefused(exchange) && !breaksOnly(exchange, /^\/path\//, "pattern"),
      refusal(404),
    ),
    rules: ["refusal-status"],
    finds: ["csms-key-129-ascii", "kms-tags-11"],
  },
  {
    name: "fails with the documented 500 on a request without tags",
    alter: when(
      (exchange) => isRefused(exchange) && exchange.body?.tags === undefined,
      refusal(500),
    ),
    rules: ["refusal-status"],
    finds: ["csms-tags-absent", "kms-tags-absent"],
  },
  {
    name: "has another body for 404",
    alter: when((exchange) => isAccepted(exchange) && !exchange.path.includes("0123456789abcdef"), {
      status: 404,
      headers: JSON_TYPE,
      body: { timestamp: 0, status: 404, error: "Not Found", path: "/" },
    }),
    rules: ["schema"],
    finds: ["csms-project-id-chinese", "kms-project-id-slash"],
  },

  // What it should refuse and accepts.
  {
    name: "accepts a key that begins with _sys_",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/key$/, "pattern") &&
        keysOf(exchange).every((key) => key.startsWith("_sys_")),
    ),
    finds: [
      "csms-key-reserved-alone",
      "csms-key-reserved-then-letter",
      "csms-key-reserved-then-cjk",
    ],
  },
  {
    name: "takes blanks off both ends of a key",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/key$/, "pattern") &&
        keysOf(exchange).every((key) => key !== key.trim() && key.trim() !== ""),
    ),
    finds: [
      "csms-key-leading-space",
      "csms-key-trailing-ideographic-space",
      "csms-key-blank-both-ends",
    ],
  },
  {
    name: "accepts 21 tags of a secret",
    ...accepts(
      (exchange) => breaksOnly(exchange, /\/tags$/, "maxItems") && keysOf(exchange).length === 21,
    ),
    finds: ["csms-tags-21", "csms-tags-21-delete"],
  },
  {
    name: "accepts 20 tags of a key, as newer vendor texts have it",
    ...accepts(
      (exchange) => breaksOnly(exchange, /\/tags$/, "maxItems") && keysOf(exchange).length < 20,
    ),
    finds: ["kms-tags-11"],
  },
  {
    name: "accepts an empty list",
    ...accepts((exchange) => breaksOnly(exchange, /\/tags$/, "minItems")),
    finds: ["csms-tags-0", "kms-tags-0"],
  },
  {
    name: "accepts a key that is given twice",
    ...accepts((exchange) => breaksOnly(exchange, /./, "uniqueItems", "x-unique-item-properties")),
    finds: ["csms-duplicate-same-value", "csms-duplicate-other-value", "kms-duplicate-delete"],
  },
  {
    name: "accepts unknown properties",
    ...accepts((exchange) => breaksOnly(exchange, /./, "additionalProperties")),
    finds: ["csms-unknown-ascii", "csms-tag-unknown-ascii", "kms-unknown-chinese"],
  },
  {
    name: "accepts an action in capitals",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/action$/, "enum") &&
        /^(create|delete)$/i.test(String(exchange.body?.action)),
    ),
    finds: ["csms-action-capitals", "kms-action-capitals"],
  },
  {
    name: "accepts a request without a body",
    ...accepts(({ text }) => text === ""),
    finds: ["csms-body-absent", "kms-body-absent"],
  },
  {
    name: "accepts numbers and booleans for text",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/(key|value)$/, "type") && !/null|\[\]|\["|\{\}/.test(exchange.text),
    ),
    finds: ["csms-key-number", "kms-value-boolean"],
  },
  {
    name: "accepts one character too many",
    ...accepts((exchange) => breaksOnly(exchange, /\/(key|value)$/, "maxLength")),
    finds: ["csms-key-129-ascii", "csms-value-256-cjk", "kms-key-37-emoji", "kms-value-44-ascii"],
  },
  {
    name: "accepts any id of a key",
    ...accepts((exchange) => breaksOnly(exchange, /^\/path\/key_id$/, "pattern")),
    finds: ["kms-key-id-first-short", "kms-key-id-capitals"],
  },
  {
    name: "accepts everything",
    ...accepts(() => true),
    finds: ["csms-tags-absent", "kms-tags-11", "csms-many-violations", "kms-body-array"],
  },

  // What it should accept and refuses.
  {
    name: "refuses keys that begin with sys, as the page is printed",
    ...refuses(
      (exchange) =>
        exchange.path.includes("/csms/") && keysOf(exchange).some((key) => key.startsWith("sys")),
    ),
    finds: ["csms-key-free-sys", "csms-key-free-sys-word"],
  },
  {
    name: "counts UTF-16 units instead of code points",
    ...refuses((exchange) => exceeds(exchange, (text) => text.length)),
    finds: ["csms-key-128-beyond-bmp", "csms-value-255-beyond-bmp", "kms-key-36-emoji"],
  },
  {
    name: "counts bytes",
    ...refuses((exchange) => exceeds(exchange, (text) => Buffer.byteLength(text))),
    finds: ["csms-key-128-cjk", "csms-value-255-cjk", "kms-key-36-cjk", "kms-value-43-cjk"],
  },
  {
    name: "refuses a key of one character",
    ...refuses((exchange) => keysOf(exchange).some((key) => [...key].length === 1)),
    finds: ["csms-key-1-ascii", "csms-key-1-beyond-bmp", "kms-key-1-ascii"],
  },
  {
    name: "refuses 20 tags",
    ...refuses((exchange) => keysOf(exchange).length === 20 && isCreate(exchange)),
    finds: ["csms-tags-20"],
  },
  {
    name: "refuses an empty value",
    ...refuses((exchange) => valuesOf(exchange).includes("")),
    finds: ["csms-value-0", "kms-value-0"],
  },
  {
    name: "wants a value for a tag that it adds",
    ...refuses(
      (exchange) => isCreate(exchange) && valuesOf(exchange).length < keysOf(exchange).length,
    ),
    finds: ["csms-value-absent", "kms-value-absent"],
  },
  {
    name: "knows ASCII only",
    ...refuses(({ text }) => /[^\x20-\x7e]/.test(text)),
    finds: ["csms-key-letter-cjk", "csms-value-255-cjk", "kms-key-1-emoji"],
  },
  {
    name: "takes keys for the same that differ in case",
    ...refuses((exchange) => {
      const keys = keysOf(exchange).map((key) => key.toLowerCase());
      return new Set(keys).size < keys.length;
    }),
    finds: ["csms-distinct-case", "kms-distinct-case"],
  },
  {
    name: "normalizes keys",
    ...refuses((exchange) => {
      const keys = keysOf(exchange).map((key) => key.normalize("NFC"));
      return new Set(keys).size < keys.length;
    }),
    finds: ["csms-distinct-normalization", "kms-distinct-normalization"],
  },
  {
    name: "refuses a sequence",
    ...refuses(({ body }) => body?.sequence !== undefined),
    finds: ["csms-sequence-uuid", "kms-sequence-uuid"],
  },
  {
    name: "cannot delete",
    ...refuses(({ body }) => body?.action === "delete"),
    finds: ["csms-action-delete", "csms-tags-20-delete", "kms-example-delete"],
    leaves: true,
  },
  {
    name: "refuses a slash in a value",
    ...refuses((exchange) => valuesOf(exchange).some((value) => value.includes("/"))),
    finds: ["csms-value-mark-slash"],
  },

  // What it makes of the credential.
  {
    name: "does without the credential",
    alter: when(hasNoCredential, { status: 204 }),
    rules: ["credential"],
    finds: ["batchCreateOrDeleteTags-without-credential", "batchCreateKmsTags-without-credential"],
  },
  {
    name: "answers 403 to a call without a credential",
    alter: when(hasNoCredential, refusal(403)),
    rules: ["credential"],
    finds: ["batchCreateKmsTags-without-credential"],
  },
  {
    name: "answers a call without a credential with the gateway's flat error body",
    alter: when(hasNoCredential, {
      status: 401,
      headers: JSON_TYPE,
      body: { error_code: "APIGW.0301", error_msg: "no" },
    }),
    rules: ["schema"],
    finds: ["batchCreateOrDeleteTags-without-credential"],
  },
  {
    name: "refuses the credential now and then",
    alter: when(({ body }) => body?.sequence !== undefined, refusal(401, "APIGW.0301", "no")),
    rules: ["accepted"],
    finds: ["kms-sequence-uuid", "csms-sequence-uuid"],
  },

  // What it does to the connection.
  {
    name: "does not answer in time",
    alter: when((exchange) => keysOf(exchange).length === 20 && isCreate(exchange), "silence"),
    rules: ["answer"],
    finds: ["csms-tags-20"],
    // Long enough for all others, also on a machine that is busy.
    options: ["--timeout", "1500"],
  },
  {
    name: "closes the connection instead of answering",
    alter: when((exchange) => keysOf(exchange).length === 20 && isCreate(exchange), { raw: "" }),
    rules: ["answer"],
    finds: ["csms-tags-20"],
  },
  {
    name: "closes the connection amid an error",
    alter: when(isRefused, {
      raw: 'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"error":',
    }),
    rules: ["answer"],
    finds: ["csms-key-129-ascii"],
  },
  {
    name: "does not speak HTTP",
    alter: when(({ body }) => body?.sequence !== undefined, { raw: "SSH-2.0-OpenSSH_9.9\r\n" }),
    rules: ["answer"],
    finds: ["kms-sequence-uuid"],
  },
  {
    name: "redirects",
    alter: when((exchange) => valuesOf(exchange).includes(""), {
      status: 307,
      headers: { location: "http://127.0.0.1:9/elsewhere" },
    }),
    rules: ["redirect"],
    finds: ["csms-value-0", "kms-value-0"],
  },
  {
    name: "always says that it is throttled",
    alter: when((exchange) => keysOf(exchange).length === 20 && isCreate(exchange), {
      ...refusal(429, "APIGW.0308", "too fast"),
      headers: { ...JSON_TYPE, "retry-after": "0" },
    }),
    rules: ["status", "accepted"],
    finds: ["csms-tags-20"],
  },
];
