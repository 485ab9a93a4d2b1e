import { describe, expect, it } from "vitest";
import { loadContract, type Operation } from "../../src/verify/contract.js";
import { Ledger } from "../../src/verify/ledger.js";
import { MARK } from "../../src/verify/mark.js";
import type { Outcome, Sender } from "../../src/verify/sender.js";
import { keysOf } from "../../src/verify/tags.js";

const [operation] = [...(await loadContract()).operations.values()] as [Operation];
const path = { id: "1" };
const answer = (status: number): Outcome => ({
  status,
  headers: new Headers(),
  text: "",
  cut: false,
});
const create = (...keys: string[]) => ({
  path,
  body: { action: "create", tags: keys.map((key) => ({ key })) },
});

/** Removes tags of a set, or refuses where one is not in it. */
function senderOf(tags: Set<string>): Sender & { readonly requests: string[][] } {
  const requests: string[][] = [];
  return {
    sent: 0,
    requests,
    async send(_, { body }) {
      const keys = keysOf(body);
      requests.push(keys);
      if (!keys.every((key) => tags.has(key))) return answer(404);
      for (const key of keys) tags.delete(key);
      return answer(204);
    },
  };
}

const held = (ledger: Ledger): readonly string[] => ledger.held().flatMap(({ keys }) => keys);

describe("what a request may have added", () => {
  it.each<[string, Outcome, boolean]>([
    ["it was accepted", answer(204), true],
    ["the service failed", answer(500), true],
    ["the answer points elsewhere", answer(302), true],
    ["no answer came", { failure: "timeout", message: "" }, true],
    ["a success was cut off", { failure: "reset", message: "", begun: 200 }, true],
    ["it was refused", answer(400), false],
    ["a refusal was cut off", { failure: "reset", message: "", begun: 400 }, false],
    ["nobody was there", { failure: "refused", message: "" }, false],
  ])("where %s is held or not", (_, outcome, isHeld) => {
    const ledger = new Ledger(senderOf(new Set()));
    const settle = ledger.note(operation, create("env"));
    // Before it is known how it went, it may be interrupted.
    expect(held(ledger)).toEqual(["env"]);
    settle(outcome);
    expect(held(ledger)).toEqual(isHeld ? ["env"] : []);
  });

  it("stays held where another request for the same is refused", () => {
    const ledger = new Ledger(senderOf(new Set()));
    ledger.note(operation, create("env"))(answer(500));
    ledger.note(operation, create("env", "team"))(answer(400));
    expect(held(ledger)).toEqual(["env"]);
  });

  it("though it is not allowed, is held only where that is certain or it is marked", () => {
    const mine = `env${MARK}`;
    for (const [outcome, keys] of [
      [answer(500), [mine]],
      [answer(400), []],
      [answer(204), [mine, "k"]],
    ] as const) {
      const ledger = new Ledger(senderOf(new Set()));
      const settle = ledger.note(operation, create("k", mine), false);
      expect(held(ledger)).toEqual([mine]);
      settle(outcome);
      expect(held(ledger).toSorted()).toEqual([...keys].sort());
    }
  });
});

describe("what is held", () => {
  it("is removed at once, and only that", async () => {
    const tags = new Set(["env", "team", "other"]);
    const sender = senderOf(tags);
    const ledger = new Ledger(sender);
    ledger.note(operation, create("env", "team"))(answer(204));
    await ledger.remove(operation, create("team", "other"));
    expect(tags).toEqual(new Set(["env", "other"]));
    expect(await ledger.removeAll()).toEqual([]);
    expect(tags).toEqual(new Set(["other"]));
    await ledger.remove(operation, create("env"));
    expect(sender.requests).toEqual([["team"], ["env"]]);
  });

  it("stays held where only one of it is certainly gone", async () => {
    const ledger = new Ledger({
      sent: 0,
      send: async (_, { body }) => answer(keysOf(body).includes("env") ? 404 : 500),
    });
    ledger.note(operation, create("env", "team"))(answer(500));
    expect((await ledger.removeAll()).flatMap(({ keys }) => keys)).toEqual(["team"]);
  });

  it("is removed one by one where one of it is gone", async () => {
    const tags = new Set(["team"]);
    const ledger = new Ledger(senderOf(tags));
    ledger.note(operation, create("env", "team"))(answer(500));
    expect(await ledger.removeAll()).toEqual([]);
    expect(tags.size).toBe(0);
  });
});
