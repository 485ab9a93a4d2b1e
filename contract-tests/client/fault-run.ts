import { type DewTagsClientOptions, token } from "huaweicloud-dew-tags";
import { startFaultServer } from "./fault-server.js";
import type { Fault } from "./faults.js";
import { clientOf, type Outcome, outcomeOf } from "./support/client.js";
import { call, type operations } from "./support/operations.js";

/** What must never be seen. */
export const SECRET = "MIIF-a-token-that-must-not-be-seen-ZQ";

export interface Run {
  readonly seen: Outcome;
  /** How many requests the server saw, and how many were sent to another origin. */
  readonly requests: number;
  readonly elsewhere: number;
}

/** Calls an operation of a server that has the fault. */
export async function runFault(
  { answers, timeout = 60_000 }: Pick<Fault, "answers" | "timeout">,
  operation: (typeof operations)[number],
  options: Partial<DewTagsClientOptions> = {},
): Promise<Run> {
  const server = await startFaultServer(answers);
  const auth = token(() => SECRET);
  const dew = clientOf({ baseUrl: server.url, auth, timeout, ...options });
  const seen = await outcomeOf(call(dew, operation));
  await server.close();
  return { seen, requests: server.requests.length, elsewhere: server.elsewhere.length };
}
