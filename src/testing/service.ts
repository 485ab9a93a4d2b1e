import type { operations } from "../../generated/operations.js";
import { requestValidators, type Validator, type Violation } from "../../generated/validators.js";
import { isMisencoded } from "../text/path-template.js";
import { type Answer, answerInvalid, answerUnauthorized, answerValid, ownError } from "./answer.js";
import { checkForced, type ForcedAnswer } from "./forced-answer.js";
import { bodilessResponse, receive } from "./light-fetch.js";
import { isAuthorized, type ReceivedRequest, readRequest } from "./request.js";

/** A call that the service received. */
export interface RecordedCall {
  /** Undefined where the contract has no such operation. */
  readonly operationId: keyof typeof operations | undefined;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Parsed where it is JSON, else text; undefined where there is none. */
  readonly body: unknown;
  /** Every rule of the contract that the call breaks. */
  readonly violations: readonly Violation[];
  /** Of the answer; undefined where the connection broke. */
  readonly status: number | undefined;
}

export interface TestService {
  /** Answers in place of the network. Takes what the platform's `fetch` takes. */
  readonly fetch: typeof fetch;
  /** The calls so far, in the order of their answers. */
  readonly calls: readonly RecordedCall[];
  /**
   * Forces the answer to the next valid call; several wait in line.
   *
   * @throws TypeError for an option that does not exist or has a wrong value.
   */
  force(answer: ForcedAnswer): void;
  /** Forgets all calls and all answers that still wait. */
  reset(): void;
}

/**
 * Makes a stand-in for the service, for tests: no server, no port, no Prism. It judges each call
 * by the generated validators, as the client and the mock do, and answers with the contract's own
 * examples: the documented success, 401 without a credential, 400 for what breaks a rule.
 *
 * @example
 * const service = createTestService();
 * const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t"), fetch: service.fetch });
 * service.force({ status: 503, times: 2 });
 */
export function createTestService(): TestService {
  const calls: RecordedCall[] = [];
  const waiting: { answer: ForcedAnswer; left: number }[] = [];

  function take(operationId: string): ForcedAnswer {
    const index = waiting.findIndex(
      ({ answer }) => answer.operationId === undefined || answer.operationId === operationId,
    );
    const next = waiting[index];
    if (next === undefined) return {};
    next.left--;
    if (next.left <= 0) waiting.splice(index, 1);
    return next.answer;
  }

  async function respond(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { method, url, headers, text, signal, isLight } = await receive(input, init);
    const body = text === "" ? undefined : parse(text, headers["content-type"]);
    const target = new URL(url);
    const isReadable = !isMisencoded(target);
    const received = isReadable ? readRequest(method, target, headers) : undefined;
    const { answer, forced, violations } = isReadable
      ? decide(received, headers, body, take)
      : refuse(400, "MOCK.InvalidPath", "The path or the query has a bad percent encoding.");

    if (forced.delay !== undefined) await wait(forced.delay, signal);
    const { operationId, path = {}, query = {} } = received ?? {};
    const status = forced.reset ? undefined : answer.status;
    calls.push({ operationId, method, url, headers, path, query, body, violations, status });
    if (forced.reset) {
      const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
      throw new TypeError("fetch failed", { cause });
    }
    const isBodiless = answer.body === undefined;
    return isLight && isBodiless
      ? bodilessResponse(answer.status, forced.headers ?? {})
      : toResponse(answer, forced.headers);
  }

  return {
    fetch: respond,
    calls,
    force(answer) {
      checkForced(answer);
      waiting.push({ answer, left: answer.times ?? 1 });
    },
    reset() {
      calls.length = 0;
      waiting.length = 0;
    },
  };
}

interface Decision {
  readonly answer: Answer;
  readonly forced: ForcedAnswer;
  readonly violations: readonly Violation[];
}

function refuse(...error: Parameters<typeof ownError>): Decision {
  return { answer: ownError(...error), forced: {}, violations: [] };
}

function decide(
  received: ReceivedRequest | undefined,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  take: (operationId: string) => ForcedAnswer,
): Decision {
  if (received === undefined) {
    const message = "The contract has no operation of this method and path.";
    return refuse(404, "MOCK.UnknownPath", message);
  }
  const { operationId, operation, path, query, header } = received;
  if (!isAuthorized(operation, headers)) {
    return { answer: answerUnauthorized(operation), forced: {}, violations: [] };
  }
  const hasWrongType = body !== undefined && !takes(operation, headers["content-type"]);
  const validate: Validator = requestValidators[operationId];
  const violations = validate({ path, query, header, ...(body !== undefined && { body }) });
  if (hasWrongType || violations.length > 0) {
    return { answer: answerInvalid(operation, hasWrongType), forced: {}, violations };
  }
  const forced = take(operationId);
  return { answer: answerValid(operation, forced), forced, violations };
}

function takes(
  { requestBody }: ReceivedRequest["operation"],
  contentType: string | undefined,
): boolean {
  if (requestBody === undefined) return true;
  const given = mediaTypeOf(contentType);
  return requestBody.mediaTypes.some((range) => {
    const wanted = mediaTypeOf(range);
    return (
      wanted === given ||
      wanted === "*/*" ||
      (wanted.endsWith("/*") && given.startsWith(wanted.slice(0, -1)))
    );
  });
}

function mediaTypeOf(contentType = ""): string {
  return contentType.split(";")[0]?.trim().toLowerCase() ?? "";
}

function parse(text: string, contentType: string | undefined): unknown {
  if (!IS_JSON.test(mediaTypeOf(contentType))) return text;
  try {
    return JSON.parse(text);
  } catch {
    // Text breaks whatever the contract says of the body.
    return text;
  }
}

const IS_JSON = /^application\/(.+\+)?json$/;

function toResponse(
  { status, mediaType, body }: Answer,
  headers: ForcedAnswer["headers"],
): Response {
  const hasBody = body !== undefined;
  return new Response(
    hasBody ? (IS_JSON.test(mediaType ?? "") ? JSON.stringify(body) : String(body)) : null,
    { status, headers: { ...(hasBody && mediaType && { "content-type": mediaType }), ...headers } },
  );
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
