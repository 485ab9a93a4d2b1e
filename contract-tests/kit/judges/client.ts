import type { DewTagsClientOptions } from "huaweicloud-dew-tags";
import { ApiError, createDewTagsClient, RequestValidationError, token } from "huaweicloud-dew-tags";
import { startMock } from "huaweicloud-dew-tags/mock";
import type { CaseRequest, RequestCase } from "../../cases/index.js";
import { type Document, loadCommitted } from "../document/load.js";
import { operationOf } from "../document/operation.js";
import type { Judge, Judgement } from "../judge.js";
import { wireOf } from "../wire.js";

const committed = await loadCommitted();

/**
 * The client, over HTTP to a mock of the document. It accepts what comes back as the documented
 * success, and rejects by a RequestValidationError without a byte sent; with validation off the
 * verdict is the mock's, as it arrives.
 *
 * @throws Error where the mock refuses the document
 */
export async function clientJudge(document: Document, validate: boolean): Promise<Judge> {
  const { url, close } = await startMock({ spec: document });
  return {
    name: validate ? "client" : "client without validation",
    close,
    async judge(subject) {
      const { answer, refused, sent } = await call(subject, { baseUrl: url, validate });
      if (refused === undefined) return readAnswer(subject, answer);
      if (sent > 0) throw new Error(`refused the request after it was sent ${sent} times`);
      if (validate) return { verdict: "reject", violations: refused.violations };
      // No path can carry an empty parameter: it would be another path. So the client refuses it
      // whether it validates or not, by a rule of its own that is not of the contract.
      if (Object.values(subject.request.path).includes("")) {
        return { verdict: "reject", violations: [], partial: true };
      }
      throw new Error(`refused by itself: ${refused.message}`);
    },
  };
}

export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

type Method = (init: unknown) => Promise<Answer>;

/** Calls an operation as a caller would: header parameters among the parameters, others beside. */
export async function callOperation(
  client: object,
  operation: string,
  { path, query, headers = {}, body }: CaseRequest,
): Promise<Answer> {
  const method = (client as Readonly<Record<string, Method>>)[operation];
  if (method === undefined) throw new Error(`the client has no method ${operation}`);
  const located = operationOf(committed, operation);
  const isParameter = ([name]: readonly [string, string]): boolean =>
    located.parameter("header", name) !== undefined;
  const entries = Object.entries(headers);
  return method({
    params: { path, query, header: Object.fromEntries(entries.filter(isParameter)) },
    headers: Object.fromEntries(entries.filter((entry) => !isParameter(entry))),
    body,
  });
}

/** Calls a client made for this call alone, so that what it sends can be counted. */
async function call(
  { operation, request }: RequestCase,
  options: Pick<DewTagsClientOptions, "baseUrl" | "validate">,
): Promise<{ answer?: Answer; refused?: RequestValidationError; sent: number }> {
  let sent = 0;
  const client = createDewTagsClient({
    ...options,
    auth: token("token"),
    retry: false,
    fetch(url, init) {
      sent++;
      return fetch(url, init);
    },
  });
  try {
    return { answer: await callOperation(client, operation, request), sent };
  } catch (error) {
    if (error instanceof RequestValidationError) return { refused: error, sent };
    throw error;
  }
}

function readAnswer({ operation }: RequestCase, answer: Answer | undefined): Judgement {
  const { success, refusal } = wireOf(operation);
  const { error, response } = answer as Answer;
  if (error === undefined && response.status === success) {
    return { verdict: "accept", violations: [] };
  }
  const header = response.headers.get("sl-violations");
  if (error instanceof ApiError && response.status === refusal && header !== null) {
    return { verdict: "reject", ...readHeader(header) };
  }
  throw new Error(`answers ${response.status}: ${error ?? "no error"}`);
}

/** @param header `sl-violations`, as the mock sends it */
function readHeader(header: string): Pick<Judgement, "violations" | "partial"> {
  const entries: { location: string[]; severity: string; code: string | number }[] =
    JSON.parse(header);
  const violations = entries
    .filter(({ severity }) => severity === "Error")
    .map(({ location: [, ...tokens], code }) => ({
      pointer: tokens.map((token) => `/${token}`).join(""),
      keyword: String(code),
    }));
  const isCut = entries.some(({ code }) => code === "truncated");
  return { violations, ...(isCut && { partial: true }) };
}
