import {
  ApiError,
  type DewTagsClientOptions,
  type Result,
  TransportError,
  token,
} from "huaweicloud-dew-tags";
import { startFaultServer } from "./fault-server.js";
import type { Fault, Outcome } from "./faults.js";
import { clientOf, QUICK_RETRY } from "./support/client.js";
import { call, type operations } from "./support/operations.js";

/** What must never be seen. */
export const SECRET = "MIIF-a-token-that-must-not-be-seen-ZQ";

export interface Run {
  readonly outcome: Outcome;
  /** How many requests the server saw. */
  readonly requests: number;
  /** How many requests were sent to another origin. */
  readonly elsewhere: number;
  /** Bytes that the server got rid of. */
  readonly bytesWritten: number;
  /** The result, or what was thrown. */
  readonly seen: unknown;
}

/** Calls an operation of a server that has the fault. */
export async function runFault(
  { answers, timeout = 60_000 }: Fault,
  operation: (typeof operations)[number],
  options: Partial<DewTagsClientOptions> = {},
): Promise<Run> {
  const server = await startFaultServer(answers);
  let seen: unknown;
  try {
    const dew = clientOf({
      baseUrl: server.url,
      auth: token(() => SECRET),
      retry: QUICK_RETRY,
      timeout,
      ...options,
    });
    seen = await call(dew, operation).catch((error: unknown) => error);
  } finally {
    await server.close();
  }
  return {
    outcome: outcomeOf(seen),
    requests: server.requests.length,
    elsewhere: server.elsewhere.length,
    bytesWritten: server.bytesWritten,
    seen,
  };
}

function outcomeOf(seen: unknown): Outcome {
  const error = seen instanceof Error ? seen : (seen as Result<unknown>).error;
  if (error === undefined) return "success";
  if (error instanceof ApiError) {
    const { status, attempts } = error;
    return { error: "ApiError", status, attempts };
  }
  if (error instanceof TransportError) {
    const { kind, attempts } = error;
    return { error: "TransportError", kind, attempts };
  }
  throw error;
}
