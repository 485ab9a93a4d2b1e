import { onTestFinished } from "vitest";
import { type Answer, type FaultServer, startFaultServer } from "../fault-server.js";

/** A server that gives these answers, until the test ends. */
export async function serve(...answers: readonly Answer[]): Promise<FaultServer> {
  const server = await startFaultServer(answers);
  onTestFinished(() => server.close());
  return server;
}
