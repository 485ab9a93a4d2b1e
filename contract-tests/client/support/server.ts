import type { DewTagsClientOptions } from "huaweicloud-dew-tags";
import { onTestFinished } from "vitest";
import { type Answer, type FaultServer, startFaultServer } from "../fault-server.js";
import { clientOf, type Outcome, outcomeOf } from "./client.js";
import { call, operation } from "./operations.js";

/** A server that gives these answers, until the test ends. */
export async function serve(...answers: readonly Answer[]): Promise<FaultServer> {
  const server = await startFaultServer(answers);
  onTestFinished(() => server.close());
  return server;
}

/** What a call comes to that a server answers so. */
export async function ask(
  answer: Answer,
  options: Partial<DewTagsClientOptions> = {},
  init: object = {},
): Promise<Outcome> {
  const { url } = await serve(answer);
  return outcomeOf(call(clientOf({ baseUrl: url, retry: false, ...options }), operation, init));
}
