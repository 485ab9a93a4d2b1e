import {
  type ContentMetadata,
  type OperationMetadata,
  operations,
} from "../../generated/operations.js";
import { fillErrorExample } from "../text/error-example.js";
import {
  findDocumented,
  gatewayError,
  isBodiless,
  refusalOf,
  successOf,
} from "../text/statuses.js";

export interface Answer {
  readonly status: number;
  /** Undefined where there is no body. */
  readonly mediaType?: string | undefined;
  readonly body?: unknown;
}

export interface WantedAnswer {
  readonly status?: number;
  readonly example?: string;
  readonly body?: unknown;
}

/** What the contract answers to a valid request, or what a test wants instead. */
export function answerValid(
  operation: OperationMetadata,
  { status: wanted, example, body }: WantedAnswer,
): Answer {
  const keys = Object.keys(operation.responses);
  const key = wanted === undefined ? successOf(keys) : findDocumented(keys, wanted);
  const status = wanted ?? toStatus(key);
  const response = key === undefined ? undefined : operation.responses[key];
  if (body !== undefined && isBodiless(status)) {
    return unknown(`a body with ${status}, which never has one: give another status`, operation);
  }
  if (body !== undefined) return { status, mediaType: response?.mediaTypes[0] ?? JSON_TYPE, body };
  if (response === undefined) {
    const error = gatewayError(status);
    if (error !== undefined && example === undefined) {
      const message = `${error.meaning} The contract does not list this status; the test asked for it.`;
      return ownError(status, error.code, message, operation);
    }
    return unknown(`the status ${status}; documented are ${keys.join(", ")}`, operation);
  }
  return fromExample(status, response, example, operation);
}

/** The documented refusal of a request that breaks the contract. */
export function answerInvalid(operation: OperationMetadata, hasWrongType: boolean): Answer {
  const status = refusalOf(Object.keys(operation.responses), hasWrongType);
  if (status !== undefined) return answerValid(operation, { status });
  const message = "The request is invalid, and the contract has no response for that.";
  return ownError(hasWrongType ? 415 : 422, "MOCK.NotDocumented", message, operation);
}

export function answerUnauthorized(operation: OperationMetadata): Answer {
  if (findDocumented(Object.keys(operation.responses), 401) !== undefined) {
    return answerValid(operation, { status: 401 });
  }
  return ownError(401, "MOCK.NotDocumented", "The request carries no credential.", operation);
}

/**
 * An answer that no document describes. Its code begins with `MOCK.`, so that nobody takes it for
 * one of the service.
 */
export function ownError(
  status: number,
  code: `MOCK.${string}`,
  message: string,
  operation?: OperationMetadata,
): Answer {
  const error = { code, message };
  const candidates = [...(operation ? [operation] : []), ...Object.values(operations)];
  for (const { responses } of candidates) {
    for (const [key, { mediaTypes, examples }] of Object.entries(responses)) {
      const [example] = /^[45]|^default$/.test(key) ? Object.values(examples) : [];
      const body = fillErrorExample(example, error);
      if (body !== undefined) return { status, mediaType: mediaTypes[0], body };
    }
  }
  return { status, mediaType: JSON_TYPE, body: { error } };
}

const JSON_TYPE = "application/json";

function fromExample(
  status: number,
  { mediaTypes, examples }: ContentMetadata,
  name: string | undefined,
  operation: OperationMetadata,
): Answer {
  const names = Object.keys(examples);
  const [mediaType] = mediaTypes;
  if (name !== undefined && !names.includes(name)) {
    const documented = names.join(", ") || "none";
    return unknown(`the example ${name} of ${status}; documented are ${documented}`, operation);
  }
  if (mediaType === undefined) return { status };
  if (names.length === 0) {
    return unknown(`${status}, of which the contract has no example: give a body`, operation);
  }
  return { status, mediaType, body: examples[name ?? (names[0] as string)] };
}

function unknown(wish: string, operation: OperationMetadata): Answer {
  return ownError(501, "MOCK.UnknownPreference", `The test asks for ${wish}.`, operation);
}

/** The lowest of a range; 200 for a default. */
function toStatus(key: string | undefined): number {
  return Number(key?.replace(/XX$/, "00")) || 200;
}
