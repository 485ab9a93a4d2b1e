import type { RequestCase } from "../../generated/contract-cases.js";
import type { Operation } from "../../src/verify/contract.js";
import type { Rule } from "../../src/verify/judge.js";
import {
  type Alter,
  type Exchange,
  type Reply,
  refusal,
  type TagBody,
  type Wire,
} from "./provider.js";
import * as cases from "./select.js";

/** A way for a provider to break the contract, and what must be found of it. */
export interface Fault {
  /** Completes "a provider that …". */
  readonly name: string;
  readonly alter: Alter;
  /** The rules that each finding names; none but these. */
  readonly rules: readonly Rule[];
  /** The cases that it gets wrong; those that lack the credential are sent in any case. */
  readonly finds: (one: RequestCase, body: TagBody) => boolean;
  readonly options?: readonly string[];
  /** Whether few cases are enough, as a run ends when many in a row go wrong like this. */
  readonly few?: true;
  /** Whether tags may be left, because it does not let them be removed. */
  readonly leaves?: true;
}

const JSON_TYPE = { "content-type": "application/json" };
const isAccepted = ({ right }: Exchange): boolean => right.status === 204;
const isRefused = ({ right }: Exchange): boolean => right.status === 400;
const hasNoCredential = ({ right }: Exchange): boolean => right.status === 401;
const isCreate = ({ body }: Exchange): boolean => body?.action === "create";

const keysOf = ({ body }: Exchange): string[] => cases.keysOf(body ?? {});
const valuesOf = ({ body }: Exchange): string[] => cases.valuesOf(body ?? {});
const isLargest = (exchange: Exchange): boolean =>
  cases.isLargest(cases.operationOf(exchange), exchange.body ?? {});

/** Whether all that is wrong with a request is of one kind. */
const breaksOnly = ({ right }: Exchange, pointer: RegExp, ...keywords: string[]): boolean =>
  right.violations.length > 0 &&
  right.violations.every((one) => pointer.test(one.pointer) && keywords.includes(one.keyword));

const when =
  (is: (exchange: Exchange) => boolean, reply: Reply | Wire): Alter =>
  (exchange) =>
    is(exchange) ? reply : undefined;

const accepts = (is: (exchange: Exchange) => boolean): Pick<Fault, "alter" | "rules"> => ({
  alter: when((exchange) => isRefused(exchange) && is(exchange), { status: 204 }),
  rules: ["refused"],
});

const refuses = (is: (exchange: Exchange) => boolean): Pick<Fault, "alter" | "rules"> => ({
  alter: when((exchange) => isAccepted(exchange) && is(exchange), refusal(400)),
  rules: ["accepted"],
});

/** Cases to find: those that must be accepted, or refused, and pass a test of their body. */
const accepted =
  (test: (body: TagBody, one: RequestCase) => boolean = () => true): Fault["finds"] =>
  (one, body) =>
    one.verdict === "accept" && test(body, one);
const rejected =
  (test: (body: TagBody, one: RequestCase) => boolean = () => true): Fault["finds"] =>
  (one, body) =>
    one.verdict === "reject" && test(body, one);
const breaking =
  (
    pointer: RegExp,
    keyword: string,
    test: (body: TagBody) => boolean = () => true,
  ): Fault["finds"] =>
  (one, body) =>
    (one.violations ?? []).length > 0 &&
    (one.violations ?? []).every((v) => v.keyword === keyword && pointer.test(v.pointer)) &&
    test(body);

/** Refuses with another body. */
const refusesWith = (body: unknown, headers: Record<string, string> = JSON_TYPE): Alter =>
  when(isRefused, { status: 400, headers, body });

const exceeds = (operation: string, body: TagBody, size: (text: string) => number): boolean => {
  const { key, value } = cases.limitsOf(operation);
  return (
    cases.keysOf(body).some((text) => size(text) > key) ||
    cases.valuesOf(body).some((text) => size(text) > value)
  );
};
const units = (text: string): number => text.length;
const bytes = (text: string): number => Buffer.byteLength(text);
const isFolded = (texts: readonly string[], fold: (text: string) => string): boolean =>
  new Set(texts.map(fold)).size < texts.length;
const lowerCase = (text: string): string => text.toLowerCase();
const normalized = (text: string): string => text.normalize("NFC");

const operationsOf = ({ operation }: RequestCase): Operation =>
  cases.contract.operations.get(operation) as Operation;
const breaksPath = ({ violations = [] }: Pick<RequestCase, "violations">): boolean =>
  violations.some(({ pointer }) => pointer.startsWith("/path/"));
const isUuid = (text: unknown): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(text));
const hasUuid = (exchange: Exchange): boolean =>
  isAccepted(exchange) && isUuid(exchange.body?.sequence);
const isUsual = ({ path }: Exchange): boolean =>
  [...cases.contract.operations.values()].some((one) => cases.usualPathOf(one) === path);

export const faults: readonly Fault[] = [
  // What it answers where it accepts.
  {
    name: "answers 200 where 204 is documented",
    alter: when(isAccepted, { status: 200 }),
    rules: ["status"],
    finds: accepted(),
  },
  {
    name: "answers 200 with an empty object where 204 is documented",
    alter: when(isAccepted, { status: 200, headers: JSON_TYPE, body: {} }),
    rules: ["status"],
    finds: accepted(),
  },
  {
    name: "sends a body with a 204",
    alter: when(isAccepted, { raw: "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}" }),
    rules: ["no-body"],
    finds: accepted(),
  },
  {
    name: "sends a body in chunks with a 204",
    alter: when(isAccepted, {
      raw: "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    }),
    rules: ["no-body"],
    finds: accepted(),
  },
  {
    name: "fails with the documented 500 on what it should accept",
    alter: when((exchange) => isAccepted(exchange) && isLargest(exchange), refusal(500)),
    rules: ["accepted"],
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
  },

  {
    name: "does not find the resource that it has",
    alter: when((exchange) => isAccepted(exchange) && isLargest(exchange), refusal(404)),
    rules: ["accepted"],
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
  },

  // What it answers where it refuses.
  {
    name: "answers with the gateway's flat error body",
    alter: refusesWith({ error_code: "APIGW.0106", error_msg: "no", request_id: "1" }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "leaves error_msg out",
    alter: refusesWith({ error: { error_code: "X.1" } }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "leaves error_code out",
    alter: refusesWith({ error: { error_msg: "no" } }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "gives error_code as a number",
    alter: refusesWith({ error: { error_code: 308, error_msg: "no" } }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "gives error as text",
    alter: refusesWith({ error: "no" }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "refuses without a body",
    alter: when(isRefused, { status: 400 }),
    rules: ["schema"],
    finds: rejected(),
  },
  {
    name: "refuses with a page of HTML",
    alter: refusesWith("<html><title>Bad Request</title></html>", { "content-type": "text/html" }),
    rules: ["media-type", "json"],
    finds: rejected(),
  },
  {
    name: "refuses with JSON that is cut off",
    alter: refusesWith('{"error": {"error_code": "KMS.0'),
    rules: ["json"],
    finds: rejected(),
  },
  {
    name: "gives errors as text/plain",
    alter: when(isRefused, { ...refusal(400), headers: { "content-type": "text/plain" } }),
    rules: ["media-type"],
    finds: rejected(),
  },
  {
    name: "gives errors without a content type",
    alter: when(isRefused, { ...refusal(400), headers: {} }),
    rules: ["media-type"],
    finds: rejected(),
  },
  {
    name: "refuses with the undocumented status 418",
    alter: when(isRefused, refusal(418)),
    rules: ["status"],
    finds: rejected(),
  },
  {
    name: "refuses what is invalid with the documented 404",
    // A wrong path may name something that does not exist.
    alter: when((exchange) => isRefused(exchange) && !breaksPath(exchange.right), refusal(404)),
    rules: ["refusal-status"],
    finds: (one) => one.verdict === "reject" && !breaksPath(one),
  },
  {
    name: "fails with the documented 500 on a request without tags",
    alter: when(
      (exchange) => isRefused(exchange) && exchange.body?.tags === undefined,
      refusal(500),
    ),
    rules: ["refusal-status"],
    finds: breaking(/^\/body$/, "required", ({ tags }) => tags === undefined),
  },
  {
    name: "has another body for 404",
    alter: when((exchange) => isAccepted(exchange) && !isUsual(exchange), {
      status: 404,
      headers: JSON_TYPE,
      body: { timestamp: 0, status: 404, error: "Not Found", path: "/" },
    }),
    rules: ["schema"],
    finds: (one, body) => one.verdict === "accept" && !cases.isUsual(one, body, operationsOf(one)),
  },

  // What it should refuse and accepts.
  {
    name: "accepts a key that begins with _sys_",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/key$/, "pattern") &&
        keysOf(exchange).every((key) => key.startsWith("_sys_")),
    ),
    finds: breaking(/\/key$/, "pattern", (body) =>
      cases.keysOf(body).every((key) => key.startsWith("_sys_")),
    ),
  },
  {
    name: "takes blanks off both ends of a key",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/key$/, "pattern") &&
        keysOf(exchange).every((key) => key !== key.trim() && key.trim() !== ""),
    ),
    finds: breaking(/\/key$/, "pattern", (body) =>
      cases.keysOf(body).every((key) => key !== key.trim() && key.trim() !== ""),
    ),
  },
  {
    name: "accepts one tag too many",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/tags$/, "maxItems") &&
        keysOf(exchange).length === cases.limitsOf(cases.operationOf(exchange)).tags + 1,
    ),
    finds: breaking(/\/tags$/, "maxItems"),
  },
  {
    name: "accepts an empty list",
    ...accepts((exchange) => breaksOnly(exchange, /\/tags$/, "minItems")),
    finds: breaking(/\/tags$/, "minItems"),
  },
  {
    name: "accepts a key that is given twice",
    ...accepts((exchange) => breaksOnly(exchange, /./, "uniqueItems", "x-unique-item-properties")),
    finds: (one, body) =>
      breaking(/./, "uniqueItems")(one, body) ||
      breaking(/./, "x-unique-item-properties")(one, body),
  },
  {
    name: "accepts unknown properties",
    ...accepts((exchange) => breaksOnly(exchange, /./, "additionalProperties")),
    finds: breaking(/./, "additionalProperties"),
  },
  {
    name: "accepts an action in capitals",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/action$/, "enum") &&
        /^(create|delete)$/i.test(String(exchange.body?.action)),
    ),
    finds: breaking(/\/action$/, "enum", ({ action }) => /^(create|delete)$/i.test(String(action))),
  },
  {
    name: "accepts a request without a body",
    ...accepts(({ text }) => text === ""),
    finds: rejected((_, { request }) => request.body === undefined),
  },
  {
    name: "accepts numbers and booleans for text",
    ...accepts(
      (exchange) =>
        breaksOnly(exchange, /\/(key|value)$/, "type") && !/null|\[\]|\["|\{\}/.test(exchange.text),
    ),
    finds: breaking(
      /\/(key|value)$/,
      "type",
      ({ tags }) =>
        tags?.every((tag) => [tag.key, tag.value].every((v) => typeof v !== "object")) ?? false,
    ),
  },
  {
    name: "accepts one character too many",
    ...accepts((exchange) => breaksOnly(exchange, /\/(key|value)$/, "maxLength")),
    finds: breaking(/\/(key|value)$/, "maxLength"),
  },
  {
    name: "accepts any id in a path",
    ...accepts((exchange) => breaksOnly(exchange, /^\/path\//, "pattern")),
    finds: breaking(/^\/path\//, "pattern"),
  },
  {
    name: "accepts everything",
    ...accepts(() => true),
    finds: rejected(),
  },

  // What it should accept and refuses.
  {
    name: "refuses keys that begin with sys, as the page is printed",
    ...refuses((exchange) => keysOf(exchange).some((key) => key.startsWith("sys"))),
    finds: accepted((body) => cases.keysOf(body).some((key) => key.startsWith("sys"))),
  },
  {
    name: "counts UTF-16 units instead of code points",
    ...refuses((exchange) => exceeds(cases.operationOf(exchange), exchange.body ?? {}, units)),
    finds: accepted((body, { operation }) => exceeds(operation, body, units)),
  },
  {
    name: "counts bytes",
    ...refuses((exchange) => exceeds(cases.operationOf(exchange), exchange.body ?? {}, bytes)),
    finds: accepted((body, { operation }) => exceeds(operation, body, bytes)),
  },
  {
    name: "refuses a key of one character",
    ...refuses((exchange) => keysOf(exchange).some((key) => [...key].length === 1)),
    finds: accepted(({ tags }) => tags?.length === 1 && [...String(tags[0]?.key)].length === 1),
  },
  {
    name: "refuses as many tags as are allowed",
    ...refuses(isLargest),
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
  },
  {
    name: "refuses an empty value",
    ...refuses((exchange) => valuesOf(exchange).includes("")),
    finds: accepted((body) => cases.valuesOf(body).includes("")),
  },
  {
    name: "wants a value for a tag that it adds",
    ...refuses(
      (exchange) => isCreate(exchange) && valuesOf(exchange).length < keysOf(exchange).length,
    ),
    finds: accepted(
      (body) => body.action === "create" && cases.valuesOf(body).length < cases.keysOf(body).length,
    ),
  },
  {
    name: "knows ASCII only",
    ...refuses(({ text }) => /[^\x20-\x7e]/.test(text)),
    finds: accepted((body) => /[^\x20-\x7e]/.test(JSON.stringify(body))),
  },
  {
    name: "takes keys for the same that differ in case",
    ...refuses((exchange) => isFolded(keysOf(exchange), lowerCase)),
    finds: accepted((body) => isFolded(cases.keysOf(body), lowerCase)),
  },
  {
    name: "normalizes keys",
    ...refuses((exchange) => isFolded(keysOf(exchange), normalized)),
    finds: accepted((body) => isFolded(cases.keysOf(body), normalized)),
  },
  {
    name: "refuses a sequence",
    ...refuses(({ body }) => body?.sequence !== undefined),
    finds: accepted(({ sequence, action }) => sequence !== undefined && action === "create"),
  },
  {
    name: "cannot delete",
    ...refuses(({ body }) => body?.action === "delete"),
    finds: accepted(({ action }) => action === "delete"),
    leaves: true,
  },
  {
    name: "refuses a slash in a value",
    ...refuses((exchange) => valuesOf(exchange).some((value) => value.includes("/"))),
    finds: accepted((body) => cases.valuesOf(body).some((value) => value.includes("/"))),
  },

  // What it makes of the credential.
  {
    name: "does without the credential",
    alter: when(hasNoCredential, { status: 204 }),
    rules: ["credential"],
    finds: () => false,
  },
  {
    name: "answers 403 to a call without a credential",
    alter: when(hasNoCredential, refusal(403)),
    rules: ["credential"],
    finds: () => false,
  },
  {
    name: "answers a call without a credential with the gateway's flat error body",
    alter: when(hasNoCredential, {
      status: 401,
      headers: JSON_TYPE,
      body: { error_code: "APIGW.0301", error_msg: "no" },
    }),
    rules: ["schema"],
    finds: () => false,
  },
  {
    name: "refuses the credential now and then",
    alter: when(hasUuid, refusal(401, "APIGW.0301", "no")),
    rules: ["accepted"],
    few: true,
    finds: accepted((body) => isUuid(body.sequence) && body.action === "create"),
  },

  // What it does to the connection.
  {
    name: "does not answer in time",
    alter: when((exchange) => isAccepted(exchange) && isLargest(exchange), "silence"),
    rules: ["answer"],
    few: true,
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
    // Long enough for all others, also on a machine that is busy.
    options: ["--timeout", "1500"],
  },
  {
    name: "closes the connection instead of answering",
    alter: when((exchange) => isAccepted(exchange) && isLargest(exchange), { raw: "" }),
    rules: ["answer"],
    few: true,
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
  },
  {
    name: "closes the connection amid an error",
    alter: when((exchange) => breaksOnly(exchange, /./, "maxItems"), {
      raw: 'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"error":',
    }),
    rules: ["answer"],
    finds: breaking(/./, "maxItems"),
    few: true,
  },
  {
    name: "does not speak HTTP",
    alter: when(hasUuid, { raw: "SSH-2.0-OpenSSH_9.9\r\n" }),
    rules: ["answer"],
    few: true,
    finds: accepted((body) => isUuid(body.sequence) && body.action === "create"),
  },
  {
    name: "redirects",
    alter: when((exchange) => valuesOf(exchange).includes(""), {
      status: 307,
      headers: { location: "http://127.0.0.1:9/elsewhere" },
    }),
    rules: ["redirect"],
    finds: accepted((body) => cases.valuesOf(body).includes("")),
  },
  {
    name: "always says that it is throttled",
    alter: when((exchange) => isAccepted(exchange) && isLargest(exchange), {
      ...refusal(429, "APIGW.0308", "too fast"),
      headers: { ...JSON_TYPE, "retry-after": "0" },
    }),
    rules: ["status", "accepted"],
    few: true,
    finds: accepted((body, { operation }) => cases.isLargest(operation, body)),
  },
];
