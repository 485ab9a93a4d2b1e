import { createMock } from "huaweicloud-dew-tags/mock";
import type { Document } from "../document/load.js";
import type { Judge, Judgement } from "../judge.js";
import { toWire, wireOf } from "../wire.js";

/**
 * The mock of the document, in this process. It names every violation, and reads a path with an
 * empty segment, which over HTTP a proxy may well tidy up.
 *
 * @throws Error where the mock refuses the document
 */
export async function mockJudge(document: Document): Promise<Judge> {
  const mock = await createMock({ spec: document });
  return {
    name: "mock",
    async judge({ operation, request }): Promise<Judgement> {
      const { success, refusal } = wireOf(operation);
      const answer = await mock.handle(toWire(operation, request));
      const { violations } = answer;
      if (answer.status === success && violations.length === 0) {
        return { verdict: "accept", violations: [] };
      }
      if (answer.status === refusal && violations.length > 0) {
        return { verdict: "reject", violations };
      }
      const count = `${violations.length} violations`;
      throw new Error(`answers ${answer.status} ${JSON.stringify(answer.body)} with ${count}`);
    },
  };
}
