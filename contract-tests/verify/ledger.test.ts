import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/verify/contract.js";
import { Ledger } from "../../src/verify/ledger.js";
import type { Outcome, Sender } from "../../src/verify/sender.js";
import { SUFFIX } from "../../src/verify/suffix.js";
import { keysOf } from "../../src/verify/tags.js";
import { contract, limitsOf } from "./select.js";

const operation = [...contract.operations.values()].find((one) => one.changesTags) as Operation;
const path = Object.fromEntries(operation.pathExamples) as Record<string, string>;
const ENV = `env${SUFFIX}`;
const TEAM = `team${SUFFIX}`;

const answer = (status: number): Outcome => ({
  status,
  headers: {},
  text: "",
  cut: false,
});
const create = (...keys: unknown[]) => ({
  path,
  body: { action: "create", tags: keys.map((key) => ({ key })) },
});

/** Removes tags of a set, or refuses if one is not in it. */
function senderOf(tags: Set<string>): Sender & { readonly requests: string[][] } {
  const requests: string[][] = [];
  return {
    sent: 0,
    isExhausted: false,
    requests,
    async send(_, { body }) {
      const { texts, coerced } = keysOf(body);
      const keys = [...texts, ...coerced];
      requests.push(keys);
      if (!keys.every((key) => tags.has(key))) return answer(404);
      for (const key of keys) tags.delete(key);
      return answer(204);
    },
  };
}

const pending = (ledger: Ledger): readonly string[] => ledger.pending().flatMap(({ keys }) => keys);

describe("what an allowed request may have added", () => {
  it.each<[string, Outcome, boolean]>([
    ["it was accepted", answer(204), true],
    ["the service failed", answer(500), true],
    ["the answer points elsewhere", answer(302), true],
    ["no answer came", { failure: "timeout", message: "" }, true],
    ["a success was cut off", { failure: "reset", message: "", begun: 200 }, true],
    ["it was refused, perhaps after a part of it", answer(400), true],
    ["the credential was refused", answer(401), false],
    ["it was forbidden", answer(403), false],
    ["it was throttled", answer(429), false],
    ["a refusal of the token was cut off", { failure: "reset", message: "", begun: 401 }, false],
    ["nobody was there", { failure: "refused", message: "" }, false],
  ])("if %s is pending or not", (_, outcome, isPending) => {
    const ledger = new Ledger(senderOf(new Set()));
    const settle = ledger.note(operation, create(ENV));
    // The run may be interrupted before the outcome is known.
    expect(pending(ledger)).toEqual([ENV]);
    settle(outcome);
    expect(pending(ledger)).toEqual(isPending ? [ENV] : []);
  });

  it("is not pending under a key without the suffix, if it was refused", () => {
    const ledger = new Ledger(senderOf(new Set()));
    ledger.note(operation, create("k"))(answer(400));
    expect(pending(ledger)).toEqual([]);
  });

  it("stays pending if another request for the same is refused", async () => {
    const tags = new Set([ENV]);
    const ledger = new Ledger({ ...senderOf(tags), send: async () => answer(400) });
    ledger.note(operation, create(ENV))(answer(500));
    ledger.note(operation, create(ENV, TEAM))(answer(400));
    // Refused is enough of an answer for the second, which most likely does not exist.
    expect((await ledger.removeAll()).flatMap(({ keys }) => keys)).toEqual([ENV]);
  });
});

it("a request that is not allowed adds keys without the suffix only if it was accepted", () => {
  for (const [outcome, keys] of [
    [answer(500), [ENV]],
    [answer(400), [ENV]],
    [answer(204), [ENV, "k", "null"]],
  ] as const) {
    const ledger = new Ledger(senderOf(new Set()));
    const settle = ledger.note(operation, create("k", ENV, null), false);
    expect(pending(ledger)).toEqual([ENV]);
    settle(outcome);
    expect(pending(ledger)).toEqual(expect.arrayContaining([...keys]));
    if (!("status" in outcome && outcome.status === 204)) {
      expect(pending(ledger)).not.toContain("k");
    }
  }
});

describe("what is pending", () => {
  it("is removed at once, and nothing else", async () => {
    const tags = new Set([ENV, TEAM, "other"]);
    const sender = senderOf(tags);
    const ledger = new Ledger(sender);
    ledger.note(operation, create(ENV, TEAM))(answer(204));
    await ledger.remove(operation, create(TEAM, "other"), answer(204));
    expect(tags).toEqual(new Set([ENV, "other"]));
    expect(await ledger.removeAll()).toEqual([]);
    expect(tags).toEqual(new Set(["other"]));
    await ledger.remove(operation, create(ENV), answer(204));
    expect(sender.requests).toEqual([[TEAM], [ENV]]);
  });

  it("stays pending if only a part of it is certainly gone", async () => {
    const ledger = new Ledger({
      ...senderOf(new Set()),
      send: async (_, { body }) => answer(keysOf(body).texts.includes(ENV) ? 404 : 500),
    });
    ledger.note(operation, create(ENV, TEAM))(answer(500));
    expect((await ledger.removeAll()).flatMap(({ keys }) => keys)).toEqual([TEAM]);
  });

  it("is removed one by one if a part of it is gone", async () => {
    const tags = new Set([TEAM]);
    const ledger = new Ledger(senderOf(tags));
    ledger.note(operation, create(ENV, TEAM))(answer(500));
    expect(await ledger.removeAll()).toEqual([]);
    expect(tags.size).toBe(0);
  });

  it("is removed in requests that the contract allows", async () => {
    const count = 2 * limitsOf(operation.id).tags + 1;
    const keys = Array.from({ length: count }, (_, index) => `${index}${SUFFIX}`);
    const tags = new Set(keys);
    const sender = senderOf(tags);
    const ledger = new Ledger(sender);
    ledger.note(operation, create(...keys))(answer(500));
    expect(await ledger.removeAll()).toEqual([]);
    expect(tags.size).toBe(0);
    expect(sender.requests).toHaveLength(3);
  });

  const limit = limitsOf(operation.id).key;
  const tooLong = "k".repeat(limit - SUFFIX.length + 1) + SUFFIX;

  it.each([
    ["trims keys", `  ${ENV} `, ENV, [true, false]],
    ["stores keys in lower case", `ENV${SUFFIX}`, ENV, [true, false]],
    ["normalizes keys", `e\u0301${SUFFIX}`, `é${SUFFIX}`, [true, false]],
    ["cuts keys at a sign", `${ENV}.x`, ENV, [true, false]],
    ["cuts keys", tooLong, tooLong.slice(0, limit), [false]],
  ] as const)("is found again if the provider %s", async (_, key, stored, verdicts) => {
    for (const isAllowed of verdicts) {
      const tags = new Set<string>([stored]);
      const ledger = new Ledger(senderOf(tags));
      ledger.note(operation, create(key), isAllowed)(answer(204));
      await ledger.remove(operation, create(key), answer(204), isAllowed);
      expect([...tags, ...pending(ledger)]).toEqual([]);
    }
  });
});
