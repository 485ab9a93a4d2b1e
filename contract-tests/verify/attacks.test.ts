import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { plan } from "../../src/verify/plan.js";
import { hasSuffix } from "../../src/verify/suffix.js";
import { keysOf } from "../../src/verify/tags.js";
import { ROOT } from "../support/workspace.js";
import {
  type Provider,
  type ProviderOptions,
  type Reply,
  refusal,
  startProvider,
} from "./provider.js";
import { runVerify } from "./run.js";
import { contract, idsOf, isLargest, OTHER_PATH, only, pick, select } from "./select.js";

// Providers that read requests as no strict one does, and surroundings that go away.

let provider: Provider;
afterEach(() => provider?.close());

async function start(options: ProviderOptions = {}): Promise<Provider> {
  provider = await startProvider(options);
  return provider;
}

type Json = Readonly<Record<string, unknown>>;
type Store = Map<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads the tags of a body: what a lenient reader takes for tags, as keys with values. */
type Reader = (body: unknown) => [key: string, value: unknown][];

/** A property, whatever the case of its name. */
function get(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  const found = Object.keys(value).filter((one) => one.toLowerCase() === name);
  return value[found.at(-1) ?? ""];
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** As Jackson does with ACCEPT_SINGLE_VALUE_AS_ARRAY, also around the body and the key. */
const single: Reader = (body) => {
  const [request] = listOf(body);
  return listOf(get(request, "tags") ?? get(request, "tag"))
    .flat(3)
    .filter(isObject)
    .map((tag) => [String(listOf(get(tag, "key"))[0]), get(tag, "value")]);
};

const READERS: Readonly<Record<string, Reader>> = {
  "takes a single value for a list, and names in any case": single,
  "makes text of every key": (body) =>
    listOf(get(body, "tags")).map((tag) => [String(get(tag, "key")), get(tag, "value")]),
  "takes text for a tag": (body) =>
    listOf(get(body, "tags"))
      .flat(3)
      .map((tag) => [typeof tag === "string" ? tag : String(get(tag, "key")), get(tag, "value")]),
  "takes objects that look like a list for one": (body) => {
    const tags = get(body, "tags");
    const list = isObject(tags) && "length" in tags ? Array.from(tags as never) : listOf(tags);
    return list.filter(isObject).map((tag) => [String(get(tag, "key")), get(tag, "value")]);
  },
  "takes the request for a tag where it has none": (body) =>
    listOf(get(body, "tags") ?? body)
      .filter(isObject)
      .map((tag) => [String(get(tag, "key")), get(tag, "value")]),
  "trims keys": (body) => single(body).map(([key, value]) => [key.trim(), value]),
  "stores keys in lower case": (body) =>
    single(body).map(([key, value]) => [key.toLowerCase(), value]),
};

const FOREIGN = ["env", "Env", "ENV", "team", "key1", "key2", "prod", "create", "key", "value"];

/** Carries out whatever it can read, and never refuses but for the credential. */
function carriesOut(
  stores: Map<string, Store>,
  read: Reader,
): NonNullable<ProviderOptions["alter"]> {
  return ({ right, text, path }) => {
    if (right.status === 401) return undefined;
    const body = parse(text);
    const own = storeOf(stores, path);
    const action = String(get(listOf(body)[0], "action") ?? "create")
      .trim()
      .toLowerCase();
    for (const [key, value] of read(body)) {
      if (action.startsWith("delete")) own.delete(key);
      else own.set(key, value);
    }
    return { status: 204 };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const foreign = (): Store => new Map(FOREIGN.map((key) => [key, "of somebody else"]));

function storeOf(stores: Map<string, Store>, path: string): Store {
  const own = stores.get(path) ?? foreign();
  stores.set(path, own);
  return own;
}

function expectUntouched(stores: ReadonlyMap<string, Store>): void {
  expect(stores.size).toBeGreaterThan(0);
  for (const [path, own] of stores) expect(own, path).toEqual(foreign());
}

/** Invalid requests of unusual shape or with several tags, and some of the others. */
const rejected = idsOf(
  select(({ verdict }) => verdict === "reject").filter(({ request }, index) => {
    const tags = get(request.body, "tags");
    const isPlain = Array.isArray(tags) && tags.length === 1 && isObject(tags[0]);
    return index % 10 === 0 || !isPlain || typeof tags[0].key !== "string";
  }),
).filter((id) => plan(contract, { only: [id] })[0]?.skip === undefined);

describe("the tags of others are as they were, and none is left, at a provider that", () => {
  it.each(Object.entries(READERS))("%s", async (_, read) => {
    const stores = new Map<string, Store>();
    const { url } = await start({ alter: carriesOut(stores, read) });
    const { report } = await runVerify(url, only(rejected));
    expect(report.leftBehind).toEqual([]);
    expect(report.summary.refused).toBe(0);
    expectUntouched(stores);
  });

  it("takes a single value for a list, also with --read-only", async () => {
    const stores = new Map<string, Store>();
    const { url } = await start({ alter: carriesOut(stores, single) });
    await runVerify(url, ["--read-only", ...only(rejected)]);
    expectUntouched(stores);
  });

  it("adds first, judges then, and answers 400", async () => {
    const stores = new Map<string, Store>();
    const carryOut = carriesOut(stores, single);
    const { url } = await start({
      alter: (exchange) => {
        const { right } = exchange;
        const isElsewhere = right.violations.some(({ pointer }) => pointer.startsWith("/path"));
        if (!isElsewhere) carryOut(exchange);
        return undefined;
      },
    });
    // With the requests that a real provider gets: others may leave a key without the suffix.
    const sent = plan(contract, { real: true, path: OTHER_PATH, only: rejected });
    await runVerify(url, only(idsOf(sent.filter(({ skip }) => skip === undefined))));
    expectUntouched(stores);
  });

  it.each([400, 404, 409, 422, 500])(
    "adds tag by tag and answers %i at the first wrong one",
    async (status) => {
      const stores = new Map<string, Store>();
      const { url } = await start({
        alter: ({ right, text, path }) => {
          if (right.violations.some(({ pointer }) => pointer.startsWith("/path"))) return undefined;
          const body = parse(text);
          const own = storeOf(stores, path);
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
      expectUntouched(stores);
    },
  );
});

describe("a real provider gets", () => {
  const real = { real: true, path: OTHER_PATH };

  it("no request in which anybody could find a key without the suffix", () => {
    const sent = plan(contract, real).filter(({ skip }) => skip === undefined);
    expect(sent.length).toBeGreaterThan(contract.cases.length / 2);
    for (const { id, request } of sent) {
      const { texts, coerced } = keysOf(request.body);
      expect(
        [...texts, ...coerced].filter((key) => !hasSuffix(key)),
        id,
      ).toEqual([]);
      for (const read of Object.values(READERS)) {
        for (const [key] of read(request.body)) expect(key.toLowerCase(), id).toContain("-dew");
      }
    }
  });

  it("the rest only with --unsafe-cases", () => {
    const skipped = plan(contract, real).filter(({ skip }) => skip?.includes("--unsafe-cases"));
    expect(skipped.length).toBeGreaterThan(10);
    const all = plan(contract, { ...real, unsafeCases: true });
    for (const { id } of skipped) expect(all.find((step) => step.id === id)?.skip).toBeUndefined();
  });
});

describe("cleaning up", () => {
  const largest = pick((one, body) => one.verdict === "accept" && isLargest(one.operation, body));

  /** A provider that says when something was added, and then does not answer. */
  async function startHanging(): Promise<{ added: Promise<void>; left: () => number }> {
    let tell = (): void => {};
    const added = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await start({
      keepsTags: true,
      alter: ({ path, body }) => {
        if (body?.action !== "create") return undefined;
        provider.tags.set(path, new Map((body.tags ?? []).map(({ key }) => [String(key), 1])));
        tell();
        return "silence";
      },
    });
    return { added, left: () => [...provider.tags.values()].reduce((n, own) => n + own.size, 0) };
  }

  const verifyArgs = (): string[] => [
    "--import",
    "tsx",
    "scripts/verify.ts",
    "--base-url",
    provider.url,
    "--rate",
    "unlimited",
    ...only([largest]),
  ];

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "runs to its end after %s, with nobody who reads what is printed",
    async (signal) => {
      const { added, left } = await startHanging();
      const child = spawn(process.execPath, verifyArgs(), { cwd: ROOT });
      let errors = "";
      // As `| head -1` does: one chunk is read, then the pipe is closed.
      child.stdout.once("data", () => child.stdout.destroy());
      child.stderr.once("data", (chunk) => {
        errors += chunk;
        child.stderr.destroy();
      });
      const ended = once(child, "exit");
      await added;
      child.stdout.destroy();
      child.stderr.destroy();
      child.kill(signal);
      const [exitCode] = await ended;
      expect(exitCode).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
      expect(errors).not.toMatch(/EPIPE|Error/);
      expect(left()).toBe(0);
    },
  );

  it("runs to its end when the terminal is closed", async () => {
    const { added, left } = await startHanging();
    // The terminal is script's, and goes with it.
    const command = [process.execPath, ...verifyArgs()].map((arg) => `'${arg}'`).join(" ");
    const terminal = spawn("script", ["-qfc", command, "/dev/null"], {
      cwd: ROOT,
      stdio: ["pipe", "ignore", "ignore"],
    });
    const ended = once(terminal, "exit");
    await added;
    terminal.kill("SIGKILL");
    await ended;
    await expect.poll(left, { timeout: 20_000 }).toBe(0);
  });
});

describe("an answer that", () => {
  it("nests 60,000 arrays is a finding, and does not end the run", async () => {
    const depth = 60_000;
    const deep = "[".repeat(depth) + "]".repeat(depth);
    const headers = { "content-type": "application/json" };
    const wrap = [deep, `{"error":${deep}}`, `{"error":{"error_code":${deep},"error_msg":"x"}}`];
    let next = 0;
    const { url } = await start({
      alter: ({ right }): Reply | undefined =>
        right.status === 400
          ? { status: 400, headers, body: wrap[next++ % wrap.length] }
          : undefined,
    });
    const ids = rejected.slice(0, 3);
    const { report } = await runVerify(url, only(ids));
    expect(report.results.map(({ outcome }) => outcome)).toEqual(["error", "error", "error"]);
    expect(report.results[0]?.finding?.problems[0]?.message).toContain("nests deeper than");
  });

  it("holds control and bidi characters leaves none in a report or on the terminal", async () => {
    const awkward = "\u0085\u009b31m\u202e\u2066\u2028\ufeff\u200b";
    const { url } = await start({
      alter: ({ right }): Reply | undefined =>
        right.status === 400
          ? {
              status: 418,
              headers: { "content-type": "application/json" },
              body: { error: { error_code: awkward, error_msg: awkward } },
            }
          : undefined,
    });
    const { output, json, xml, html } = await runVerify(url, only(rejected.slice(0, 2)));
    for (const text of [output, json, xml, html]) {
      expect(text).toContain("\\u202e");
      expect(text).not.toMatch(/(?![ \n])[\p{C}\p{Zl}\p{Zp}]/u);
    }
  });
});

it("a provider that always asks to wait does not hold a run up for hours", async () => {
  const { url } = await start({
    alter: () => ({
      ...refusal(429, "APIGW.0308", "too fast"),
      headers: { "content-type": "application/json", "retry-after": "30" },
    }),
  });
  const waits: number[] = [];
  const { setTimeout: real } = globalThis;
  // Waits pass at once, and are counted.
  globalThis.setTimeout = ((run: () => void, ms: number, ...rest: unknown[]) => {
    if (ms >= 30_000) waits.push(ms);
    return real(run, ms >= 30_000 ? 0 : ms, ...(rest as []));
  }) as typeof setTimeout;
  try {
    const { exitCode, report } = await runVerify(url, ["--read-only"]);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(240_000);
    expect(report.results.length).toBeLessThan(10);
    expect(report.stopped).toMatch(/asked too often to wait; lower --rate/);
    expect(exitCode).toBe(1);
  } finally {
    globalThis.setTimeout = real;
  }
});
