import { describe, expect, it, vi } from "vitest";
import { plan } from "../../src/verify/plan.js";
import { hasSuffix } from "../../src/verify/suffix.js";
import { keysOf } from "../../src/verify/tags.js";
import type { Alter } from "./provider.js";
import { hasWrongPath, isWrong, JSON_TYPE, refusal, startProvider, when } from "./provider.js";
import { runVerify } from "./run.js";
import { contract, idsOf, OTHER_PATH, only, select } from "./select.js";

// Providers that read requests as no strict one does, or answer to do harm.

type Store = Map<string, unknown>;
type Tag = readonly [key: string, value: unknown];
/** Reads the tags of a body: what a lenient reader takes for tags, as keys with values. */
type Reader = (body: unknown) => readonly Tag[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** A property, whatever the case of its name. */
function get(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  const found = Object.keys(value).filter((one) => one.toLowerCase() === name);
  return value[found.at(-1) ?? ""];
}

const tagOf = (tag: unknown): Tag => [String(get(tag, "key")), get(tag, "value")];

/** As Jackson does with ACCEPT_SINGLE_VALUE_AS_ARRAY, also around the body and the key. */
const single: Reader = (body) => {
  const [request] = listOf(body);
  return listOf(get(request, "tags") ?? get(request, "tag"))
    .flat(3)
    .filter(isObject)
    .map((tag) => [String(listOf(get(tag, "key"))[0]), get(tag, "value")]);
};
const singleWith =
  (change: (key: string) => string): Reader =>
  (body) =>
    single(body).map(([key, value]) => [change(key), value]);

const READERS: Readonly<Record<string, Reader>> = {
  "takes a single value for a list, and names in any case": single,
  "makes text of every key": (body) => listOf(get(body, "tags")).map(tagOf),
  "takes text for a tag": (body) =>
    listOf(get(body, "tags"))
      .flat(3)
      .map((tag) => (typeof tag === "string" ? [tag, undefined] : tagOf(tag))),
  "takes objects that look like a list for one": (body) => {
    const tags = get(body, "tags");
    const list = isObject(tags) && "length" in tags ? Array.from(tags as never) : listOf(tags);
    return list.filter(isObject).map(tagOf);
  },
  "takes the request for a tag where it has none": (body) =>
    listOf(get(body, "tags") ?? body)
      .filter(isObject)
      .map(tagOf),
  "trims keys": singleWith((key) => key.trim()),
  "stores keys in lower case": singleWith((key) => key.toLowerCase()),
  "cuts keys at NUL": singleWith((key) => key.split("\0")[0] ?? ""),
  "cuts keys at a sign": singleWith((key) => key.split(/[.:=]/)[0] ?? ""),
  "cuts keys at a space": singleWith((key) => key.trim().split(/\s/)[0] ?? ""),
};

const FOREIGN = [
  "env",
  "Env",
  "ENV",
  "team",
  "key1",
  "key2",
  "prod",
  "create",
  "key",
  "value",
].concat(["a", "b", "x", "_sys", "sys"]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The tags of each resource, which at first are of somebody else. */
class Stores {
  readonly #stores = new Map<string, Store>();

  static foreign(): Store {
    return new Map(FOREIGN.map((key) => [key, "of somebody else"]));
  }

  of(path: string): Store {
    const own = this.#stores.get(path) ?? Stores.foreign();
    this.#stores.set(path, own);
    return own;
  }

  /** Carries out whatever it can read, and never refuses but for the credential. */
  carryOut(read: Reader): Alter {
    return ({ right, text, path }) => {
      if (right.status === 401) return undefined;
      const body = parse(text);
      const own = this.of(path);
      const action = String(get(listOf(body)[0], "action") ?? "create");
      for (const [key, value] of read(body)) {
        // No provider has a tag without a key.
        if (/^\s*delete/i.test(action)) own.delete(key);
        else if (key !== "") own.set(key, value);
      }
      return { status: 204 };
    };
  }

  expectUntouched(): void {
    expect(this.#stores.size).toBeGreaterThan(0);
    for (const [path, own] of this.#stores) expect(own, path).toEqual(Stores.foreign());
  }
}

const real = { real: true, path: OTHER_PATH };
const sentOf = (steps: ReturnType<typeof plan>) => steps.filter(({ skip }) => skip === undefined);

/** Invalid requests of unusual shape or with several tags, and some of the others. */
const rejected = idsOf(
  select(({ verdict }) => verdict === "reject").filter(({ request }, index) => {
    const tags = get(request.body, "tags");
    const isPlain = Array.isArray(tags) && tags.length === 1 && isObject(tags[0]);
    return index % 10 === 0 || !isPlain || typeof tags[0].key !== "string";
  }),
).filter((id) => plan(contract, { only: [id] })[0]?.skip === undefined);

/** Those of them that a real provider gets: others may leave a key without the suffix. */
const sentRejected = idsOf(sentOf(plan(contract, { ...real, only: rejected })));

describe("the tags of others are as they were, and none is left, at a provider that", () => {
  it.each<[string, Reader, ...string[]]>([
    ...Object.entries(READERS),
    ["takes a single value for a list", single, "--read-only"],
  ])("%s", async (_, read, ...options) => {
    const stores = new Stores();
    const { url } = await startProvider({ alter: stores.carryOut(read) });
    const { report } = await runVerify(url, [...options, ...only(rejected)]);
    expect(report.leftBehind).toEqual([]);
    expect(report.summary.refused).toBe(0);
    stores.expectUntouched();
  });

  it("adds first, judges then, and answers 400", async () => {
    const stores = new Stores();
    const carryOut = stores.carryOut(single);
    const { url } = await startProvider({
      alter: (exchange) => {
        if (!hasWrongPath(exchange)) carryOut(exchange);
        return undefined;
      },
    });
    await runVerify(url, only(sentRejected));
    stores.expectUntouched();
  });

  it.each([400, 404, 409, 422, 500])(
    "adds tag by tag and answers %i at the first wrong one",
    async (status) => {
      const stores = new Stores();
      const { url } = await startProvider({
        alter: (exchange) => {
          const { right, text, path } = exchange;
          if (hasWrongPath(exchange)) return undefined;
          const body = parse(text);
          const own = stores.of(path);
          const action = get(body, "action");
          for (const [index, tag] of listOf(get(body, "tags")).entries()) {
            const isWrong = right.violations.some(({ pointer }) =>
              new RegExp(`^/body/tags(/${index}(/|$)|$)`).test(pointer),
            );
            if (!isObject(tag) || isWrong) break;
            if (action === "create") own.set(String(tag.key), tag.value);
            if (action === "delete" && !own.delete(String(tag.key))) return refusal(404);
          }
          return right.status === 400 ? refusal(status) : undefined;
        },
      });
      const { report } = await runVerify(url, only(rejected));
      // A failure of the service leaves it open whether a key that is wrong was added.
      if (status < 500) expect(report.leftBehind).toEqual([]);
      stores.expectUntouched();
    },
  );
});

describe("a real provider gets", () => {
  it("no request in which anybody could find a key without the suffix", () => {
    const sent = sentOf(plan(contract, real));
    expect(sent.length).toBeGreaterThan(contract.cases.length / 2);
    for (const { id, request } of sent) {
      const { texts, coerced } = keysOf(request.body);
      const unsuffixed = [...texts, ...coerced].filter((key) => !hasSuffix(key));
      expect(unsuffixed, id).toEqual([]);
      for (const read of Object.values(READERS)) {
        const keys = read(request.body).flatMap(([key]) => (key === "" ? [] : key.toLowerCase()));
        for (const key of keys) expect(key, id).toContain("-dew");
      }
    }
  });

  it("the rest only with --unsafe-cases", () => {
    const skipped = plan(contract, real).filter(({ skip }) => skip?.includes("--unsafe-cases"));
    expect(skipped.length).toBeGreaterThan(10);
    const all = sentOf(plan(contract, { ...real, unsafeCases: true }));
    expect(idsOf(all)).toEqual(expect.arrayContaining(idsOf(skipped)));
  });
});

describe("an answer that", () => {
  it("nests 60,000 arrays is a finding, and does not end the run", async () => {
    const deep = "[".repeat(60_000) + "]".repeat(60_000);
    const bodies = [deep, `{"error":${deep}}`, `{"error":{"error_code":${deep},"error_msg":"x"}}`];
    const ids = rejected.slice(0, bodies.length);
    const { url } = await startProvider({
      alter: (one) =>
        isWrong(one) ? { status: 400, headers: JSON_TYPE, body: bodies.pop() } : undefined,
    });
    const { report } = await runVerify(url, only(ids));
    expect(report.results.map(({ outcome }) => outcome)).toEqual(["error", "error", "error"]);
    expect(report.results[0]?.finding?.problems[0]?.message).toContain("nests deeper than");
  });

  it("holds control and bidi characters leaves none in a report or on the terminal", async () => {
    const awkward = "\u0085\u009b31m\u202e\u2066\u2028\ufeff\u200b";
    const body = { error: { error_code: awkward, error_msg: awkward } };
    const alter = when(isWrong, { status: 418, headers: JSON_TYPE, body });
    const { url } = await startProvider({ alter });
    const { output, json, xml, html } = await runVerify(url, only(rejected.slice(0, 2)));
    for (const text of [output, json, xml, html]) {
      expect(text).toContain("\\u202e");
      expect(text).not.toMatch(/(?![ \n])[\p{C}\p{Zl}\p{Zp}]/u);
    }
  });

  it("always asks to wait does not hold a run up for hours", async () => {
    const { url } = await startProvider({
      alter: () => ({ ...refusal(429), headers: { ...JSON_TYPE, "retry-after": "30" } }),
    });
    const waits: number[] = [];
    const { setTimeout: real } = globalThis;
    // Waits pass at once, and are counted.
    vi.stubGlobal("setTimeout", (run: () => void, ms: number, ...rest: unknown[]) => {
      if (ms >= 30_000) waits.push(ms);
      return real(run, ms >= 30_000 ? 0 : ms, ...(rest as []));
    });
    const { exitCode, report } = await runVerify(url, ["--read-only"]).finally(() =>
      vi.unstubAllGlobals(),
    );
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(240_000);
    expect(report.results.length).toBeLessThan(10);
    expect(report.stopped).toMatch(/asked too often to wait; lower --rate/);
    expect(exitCode).toBe(1);
  });
});
