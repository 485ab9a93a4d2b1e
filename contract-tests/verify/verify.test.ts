import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { startMock } from "huaweicloud-dew-tags/mock";
import { afterEach, describe, expect, it } from "vitest";
import { visible } from "../../src/text/visible.js";
import { plan, type Step } from "../../src/verify/plan.js";
import type { Result } from "../../src/verify/report.js";
import { hasSuffix, SUFFIX } from "../../src/verify/suffix.js";
import * as tags from "../../src/verify/tags.js";
import { ROOT } from "../support/workspace.js";
import { type Fault, faults } from "./faults.js";
import {
  type Provider,
  type ProviderOptions,
  refusal,
  startProvider,
  type TagBody,
} from "./provider.js";
import { runMain, runVerify } from "./run.js";
import {
  bodyOf,
  breaks,
  contract,
  creates,
  deletes,
  idsOf,
  isAccepted,
  isLargest,
  isUsual,
  NAMED,
  OTHER_PATH,
  only,
  operationOf,
  pick,
  SAMPLE,
  select,
  keysOf as textKeysOf,
  valuesOf as textValuesOf,
  usualPathOf,
} from "./select.js";

let provider: Provider;
afterEach(() => provider?.close());

async function start(options: ProviderOptions = {}): Promise<Provider> {
  provider = await startProvider(options);
  return provider;
}

const withFinding = (results: readonly Result[]): Result[] =>
  results.filter(({ finding }) => finding !== undefined);

/** An accepted case of each operation that adds as many tags as it may. */
const LARGEST = [...contract.operations.keys()].map((id) =>
  pick((one, body) => one.operation === id && one.verdict === "accept" && isLargest(id, body)),
);
const [FIRST_LARGEST = ""] = LARGEST;

/** Tags that people have, of the names that the cases use. */
const OTHERS: ReadonlyMap<string, string> = new Map(
  ["env", "Env", "ENV", "env1", "environment", "stage", "prod", "team", "system", "sys", "key1"]
    .concat(["key2", "key", "key01", "key20", "a_b", "a b", "0189", "环境", "café"])
    .map((key) => [key, "of somebody else"]),
);

/** The resources that the document gives as examples, with tags of somebody else. */
function fillTags({ tags }: Provider): void {
  for (const operation of contract.operations.values()) {
    tags.set(usualPathOf(operation), new Map(OTHERS));
  }
}

function expectNothingLeft({ tags }: Provider): void {
  const left = [...tags].filter(([, own]) => own.size > 0);
  expect(left).toHaveLength(contract.operations.size);
  for (const [, own] of left) expect(own).toEqual(OTHERS);
}

/** Every fourth case of a verdict, and all that name several tags or remove them. */
const someCases = (verdict: string): string[] =>
  contract.cases
    .filter((one) => one.verdict === verdict)
    .filter(({ request }, index) => {
      const { action, tags } = (request.body ?? {}) as TagBody;
      return index % 4 === 0 || action === "delete" || (Array.isArray(tags) && tags.length > 1);
    })
    .map(({ id }) => id);

describe("the mock", () => {
  it("passes every case", async () => {
    const mock = await startMock();
    const { exitCode, output, report } = await runVerify(mock.url, ["--strict"]);
    await mock.close();
    const { passed, cases, skipped, errors, warnings } = report.summary;
    expect({ exitCode, errors, warnings, cases, skipped }).toEqual({
      exitCode: 0,
      errors: 0,
      warnings: 0,
      cases: contract.cases.length + contract.operations.size,
      // No URL can carry an empty path parameter.
      skipped: contract.cases.filter(({ request }) => Object.values(request.path).includes(""))
        .length,
    });
    expect(passed).toBe(cases - skipped);
    const invalid = contract.cases.filter(({ verdict }) => verdict === "reject").length - skipped;
    expect(output).toContain(`It refused ${invalid} of ${invalid} invalid requests (100 %).`);
    expect(output).toContain("The provider keeps the contract.");
  }, 60_000);
});

describe("a provider that keeps to the contract", () => {
  it("and keeps tags passes, and has those of others in the end", async () => {
    const { url } = await start({ keepsTags: true });
    fillTags(provider);
    const args = ["--strict", "--seed", "7", ...only(someCases("accept"))];
    const { exitCode, report } = await runVerify(url, args);
    expect(withFinding(report.results)).toEqual([]);
    expect({ exitCode, leftBehind: report.leftBehind }).toEqual({ exitCode: 0, leftBehind: [] });
    expectNothingLeft(provider);
  });

  it.each<[string, ProviderOptions["alter"] & {}]>([
    [
      "and does not find resources other than its own",
      ({ path, right }) =>
        right.status === 204 && !isUsualPath(path) ? refusal(404, "KMS.0207", "no key") : undefined,
    ],
    [
      "and forbids projects other than its own",
      ({ path, right }) =>
        right.status === 204 && !isUsualPath(path) ? refusal(403, "KMS.0321", "no") : undefined,
    ],
    [
      "and says more than it must",
      ({ right }) =>
        right.status === 400
          ? {
              status: 400,
              headers: { "content-type": "Application/JSON; charset=utf-8" },
              body: { error: { error_code: "X.1", error_msg: "", details: [] }, request_id: "1" },
            }
          : undefined,
    ],
    [
      "and does not find what a wrong path names",
      ({ right }) =>
        right.violations.some(({ pointer }) => pointer.startsWith("/path/"))
          ? refusal(404)
          : undefined,
    ],
    [
      "and announces an empty body",
      ({ right }) =>
        right.status === 204 ? { status: 204, headers: { "content-length": "0" } } : undefined,
    ],
    ["and is throttled now and then", throttledAtTimes()],
  ])("%s passes", async (_, alter) => {
    const { url } = await start({ alter });
    const { exitCode, report } = await runVerify(url, ["--strict", ...only(SAMPLE)]);
    expect(provider.altered.size).toBeGreaterThan(0);
    expect(withFinding(report.results)).toEqual([]);
    expect(exitCode).toBe(0);
  });
});

describe("a provider that", () => {
  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    const { url } = await start({ alter: fault.alter });
    const wanted = foundBy(fault);
    const ids = [...new Set([...wanted, ...SAMPLE])];
    // In another order than the cases, which often go wrong one after the other.
    const args = ["--seed", "1", ...only(ids), ...(fault.options ?? [])];
    const { exitCode, output, report, xml, html } = await runVerify(url, args);
    const findings = withFinding(report.results);

    expect(findings.length).toBeGreaterThan(0);
    expect(idsOf(findings)).toEqual(expect.arrayContaining(wanted));
    // Exactly those that the fault has hit: there is no false alarm, and nothing is missed.
    expect(idsOf(findings).sort()).toEqual(hitBy(ids, report.results).sort());
    for (const { finding, outcome } of findings) {
      expect(finding?.problems.map(({ rule }) => rule)).toEqual(fault.rules);
      for (const { severity, sources } of finding?.problems ?? []) {
        const isOfPage =
          sources.length === 0 || sources.some((source) => source.startsWith("page"));
        expect({ severity, sources }).toEqual({
          severity: isOfPage ? "error" : "warning",
          sources,
        });
      }
      const isError = finding?.problems.some(({ severity }) => severity === "error");
      expect(outcome).toBe(isError ? "error" : "warning");
    }
    expect(exitCode).toBe(report.summary.errors > 0 || report.leftBehind.length > 0 ? 1 : 0);
    if (!fault.leaves) expect(report.leftBehind).toEqual([]);

    const [first] = findings;
    for (const text of [output, xml, html]) {
      expect(text).toContain(first?.id);
      expect(text).toContain(fault.rules[0]);
    }
  });

  it("refuses to add tags is not blamed for not removing them", async () => {
    const { url } = await start({
      keepsTags: true,
      alter: ({ body }) => (body?.action === "create" ? refusal(400) : undefined),
    });
    const [add, remove] = [pick(both(isAccepted, creates)), pick(both(isAccepted, deletes))];
    const { report } = await runVerify(url, only([add, remove]));
    const outcomes = report.results.map(({ id, outcome, reason }) => [id, [outcome, reason]]);
    expect(Object.fromEntries(outcomes)).toEqual({
      [add]: ["error", undefined],
      [remove]: ["skipped", "the tags that it removes could not be added first"],
    });
  });

  it("sends more than its answer is not blamed for it at the next case", async () => {
    const { url } = await start({
      // Nothing announces it, so nobody can see it: it belongs to no answer.
      alter: ({ right }) =>
        right.status === 204 ? { raw: "HTTP/1.1 204 No Content\r\n\r\n", late: "{}" } : undefined,
    });
    const { report } = await runVerify(url, only(SAMPLE));
    expect(withFinding(report.results)).toEqual([]);
  });

  it("redirects never gets a request at the other place", async () => {
    const other = await startProvider();
    const { url } = await start({
      alter: () => ({ status: 307, headers: { location: `${other.url}/` } }),
    });
    const { report } = await runVerify(url, only([pick(isAccepted), pick(breaks("minItems"))]));
    await other.close();
    expect(other.received).toEqual([]);
    expect(report.summary.errors).toBe(2);
  });

  it("never answers, or never lets anybody in, is given up soon", async () => {
    for (const reply of [{ raw: "" }, refusal(401, "APIGW.0301", "no")]) {
      const { url, close } = await start({ alter: () => reply });
      const { exitCode, output, report } = await runVerify(url, ["--read-only"]);
      await close();
      expect(report.results.length).toBeLessThan(10);
      expect(report.stopped).toMatch(/in a row/);
      expect(output).toContain(`It ended early: ${report.stopped}.`);
      expect(exitCode).toBe(1);
    }
  });
});

const both =
  (...tests: readonly Parameters<typeof select>[0][]): Parameters<typeof select>[0] =>
  (...one) =>
    tests.every((test) => test(...one));

/** Some of the cases that a fault gets wrong, of each operation, over the whole of them. */
function foundBy({ finds, few }: Fault): string[] {
  if (contract.cases.every((one) => !finds(one, bodyOf(one)))) return [];
  return [...contract.operations.keys()].flatMap((id) => {
    const own = contract.cases.filter((one) => one.operation === id && finds(one, bodyOf(one)));
    const sendable = own.filter(({ request }) => !Object.values(request.path).includes(""));
    const step = Math.ceil(sendable.length / (few ? 1 : 6));
    return idsOf(sendable.filter((_, index) => index % step === 0));
  });
}

/** Ids of the cases whose request did not get the right answer. */
function hitBy(ids: readonly string[], results: readonly Result[]): string[] {
  // A case that removes tags is skipped if they could not be added.
  const judged = idsOf(results.filter(({ outcome }) => outcome !== "skipped"));
  const altered = new Set(
    [...provider.altered].map(({ path, text, headers }) =>
      JSON.stringify([path, text, headers["x-auth-token"] !== undefined]),
    ),
  );
  return plan(contract, { only: ids })
    .filter(({ id, operation, request, expectation }) => {
      const path = operation.path.replace(/\{([^}]+)\}/g, (_, name) =>
        encodeURIComponent(request.path[name] ?? ""),
      );
      const text = request.body === undefined ? "" : JSON.stringify(request.body);
      const key = JSON.stringify([path, text, expectation.kind !== "unauthenticated"]);
      return altered.has(key) && judged.includes(id);
    })
    .map(({ id }) => id);
}

function keysOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ request }) => {
    const { texts, coerced } = tags.keysOf(request.body);
    return [...texts, ...coerced];
  });
}

function isUsualPath(path: string): boolean {
  return [...contract.operations.values()].some((operation) => path === usualPathOf(operation));
}

function throttledAtTimes(): NonNullable<ProviderOptions["alter"]> {
  let count = 0;
  return () =>
    count++ % 3 === 0
      ? { ...refusal(429), headers: { "content-type": "application/json", "retry-after": "0" } }
      : undefined;
}

describe("what a run adds", () => {
  it("is removed again at once, and nothing of others, whatever the provider accepts", async () => {
    const { url } = await start({
      keepsTags: true,
      // It even takes blanks off the ends of keys.
      alter: ({ right, body }) => {
        if (right.status !== 400) return undefined;
        for (const tag of Array.isArray(body?.tags) ? body.tags : []) {
          if (typeof tag?.key === "string") Object.assign(tag, { key: tag.key.trim() });
        }
        return { status: 204 };
      },
    });
    fillTags(provider);
    const { report } = await runVerify(url, only(someCases("reject")));
    expect(report.summary.invalid - report.summary.refused).toBeGreaterThan(120);
    expect(report.leftBehind).toEqual([]);
    expectNothingLeft(provider);
  });

  it("carries the suffix, except what is announced", async () => {
    const announce = async (...args: string[]) => {
      const { exitCode, output } = await runMain(
        ["verify", "--base-url", "https://provider.example", ...NAMED, ...args],
        { env: { HUAWEICLOUD_TOKEN: "token" } },
      );
      const end = output.trim().split("\n").at(-1);
      expect({ exitCode, end }).toEqual({
        exitCode: 2,
        end: "nothing was sent: the URL is not a loopback address; confirm with --yes",
      });
      return output;
    };
    expect(await announce()).toContain(`Every key of a tag contains "${SUFFIX}".`);

    const steps = plan(contract, { real: true, path: OTHER_PATH, unsafeCases: true });
    const unsuffixed = keysOf(steps.filter(({ skip }) => skip === undefined)).filter(
      (key) => !hasSuffix(key),
    );
    const announcement = (await announce("--unsafe-cases")).replaceAll(/\s+/g, " ");
    expect(unsuffixed.length).toBeGreaterThan(10);
    for (const key of unsuffixed) {
      const quoted = visible(JSON.stringify(key)).replaceAll(" ", "\\u0020");
      expect(announcement).toContain(quoted);
    }
  });

  it("is at the resource that was named, and nowhere else", () => {
    const real = { real: true, path: OTHER_PATH };
    const steps = plan(contract, real).filter(
      ({ skip, expectation }) => skip === undefined && expectation.kind !== "reject",
    );
    expect(steps.length).toBeGreaterThan(200);
    const elsewhere = select((...one) => isAccepted(...one) && !isUsual(...one)).slice(0, 1);
    for (const verdict of ["accept", "reject"] as const) {
      const cases = elsewhere.map((one) => ({ ...one, verdict }));
      const own = plan({ ...contract, cases }, real).filter(({ id }) => id === cases[0]?.id);
      expect(own.map(({ skip }) => skip)).toEqual(["it names a resource other than the given one"]);
    }
    for (const { id, operation, request } of steps) {
      const own = [...operation.pathExamples.keys()].map((name) => [name, OTHER_PATH[name]]);
      expect(request.path, id).toEqual(Object.fromEntries(own));
    }
  });

  it("is removed at the end where it could not be removed before", async () => {
    let refusals = 0;
    const { url } = await start({
      keepsTags: true,
      alter: ({ body }) =>
        body?.action === "delete" && refusals++ < 1 ? refusal(403, "KMS.0301", "no") : undefined,
    });
    const { exitCode, output, report } = await runVerify(url, only([FIRST_LARGEST]));
    expect(output).toMatch(/Removing \d+ tags/);
    expect({ exitCode, leftBehind: report.leftBehind }).toEqual({ exitCode: 0, leftBehind: [] });
    expect([...provider.tags.values()].every((own) => own.size === 0)).toBe(true);
  });

  it("is removed also where the answer that it was added never came", async () => {
    const { url } = await start({
      keepsTags: true,
      alter: async ({ path, body }) => {
        if (body?.action !== "create") return undefined;
        // Carried out, but nobody is told.
        provider.tags.set(path, new Map(body.tags?.map(({ key }) => [String(key), 1])));
        return { raw: "" } as never;
      },
    });
    const { report } = await runVerify(url, only(LARGEST));
    expect(report.summary.errors).toBe(LARGEST.length);
    expect(report.leftBehind).toEqual([]);
    expect([...provider.tags.values()].every((own) => own.size === 0)).toBe(true);
  });

  it("under a key of somebody else, is removed only if it was accepted", async () => {
    const [id] = plan(contract)
      .filter(({ expectation, unsuffixed, request }) => {
        const { tags: own } = (request.body ?? {}) as TagBody;
        return expectation.kind === "reject" && unsuffixed.length === 1 && own?.length === 1;
      })
      .map((step) => step.id);
    for (const [reply, removals] of [
      [refusal(500), 0],
      [{ status: 204 }, 2],
    ] as const) {
      const { url, received, close } = await startProvider({ alter: () => reply });
      await runVerify(url, only([id as string]));
      await close();
      expect(received).toHaveLength(1 + removals);
    }
  });

  it("is named where it cannot be removed, with how to", async () => {
    const { url } = await start({
      keepsTags: true,
      alter: ({ body }) => (body?.action === "delete" ? refusal(403, "KMS.0301", "no") : undefined),
    });
    const { exitCode, output, report, xml, html } = await runVerify(url, only([FIRST_LARGEST]));
    const [left] = report.leftBehind;
    const keys = keysOf(plan(contract, { only: [FIRST_LARGEST] }));
    expect(left?.keys).toEqual(keys);
    expect(left?.curl).toContain('{"action":"delete"');
    for (const text of [output, xml, html]) expect(text).toContain(keys[0]);
    expect(exitCode).toBe(1);
  });

  it("is removed after --bail, too, which ends the run", async () => {
    const { url } = await start({ keepsTags: true, alter: () => undefined });
    const faulty = await startProvider({
      keepsTags: true,
      alter: ({ right }) => (right.status === 400 ? refusal(418) : undefined),
    });
    for (const [target, exitCode] of [
      [url, 0],
      [faulty.url, 1],
    ] as const) {
      const run = await runVerify(target, ["--bail", ...only(SAMPLE)]);
      expect(run.exitCode).toBe(exitCode);
    }
    const run = await runVerify(faulty.url, ["--bail", ...only(SAMPLE)]);
    await faulty.close();
    expect(run.report.summary.errors).toBe(1);
    expect(run.report.stopped).toContain("--bail");
    expect([...faulty.tags.values()].every((own) => own.size === 0)).toBe(true);
  });

  it("is nothing with --read-only", async () => {
    const carriedOut: unknown[] = [];
    const { url } = await start({
      keepsTags: true,
      alter: ({ right, body }) => {
        if (right.status < 300) carriedOut.push(body);
        return undefined;
      },
    });
    const { exitCode } = await runVerify(url, ["--read-only", ...only(SAMPLE)]);
    expect(exitCode).toBe(0);
    // Only cleaning up after a refused request, of which a part may have been carried out.
    for (const body of carriedOut) {
      expect(tags.removes(body) && tags.keysOf(body).texts.every(hasSuffix)).toBe(true);
    }

    const sent = plan(contract, { readOnly: true }).filter(({ skip }) => skip === undefined);
    const wanted = contract.cases.filter(
      ({ verdict, request }) => verdict === "reject" && !Object.values(request.path).includes(""),
    );
    expect(sent).toHaveLength(wanted.length + contract.operations.size);
    expect(sent.filter(({ expectation }) => expectation.kind === "accept")).toEqual([]);
    // If it is carried out all the same, a call without a credential adds nothing.
    const anonymous = sent.filter(({ expectation }) => expectation.kind === "unauthenticated");
    expect(anonymous.map(({ request }) => request.body)).toEqual(
      Array.from(contract.operations, () => expect.objectContaining({ action: "delete" })),
    );
  });

  it("is removed after SIGINT, with exit code 130 and a report", async () => {
    let told = (): void => {};
    const added = new Promise<void>((resolve) => {
      told = resolve;
    });
    const { url } = await start({
      keepsTags: true,
      alter: ({ path, body }) => {
        if (!isLargest(operationOf({ path }), body ?? {})) return undefined;
        const own = provider.tags.get(path) ?? new Map();
        for (const { key } of body?.tags ?? []) own.set(String(key), 1);
        told();
        return "silence";
      },
    });
    fillTags(provider);
    const args = ["--import", "tsx", "scripts/verify.ts", "--base-url", url];
    const child = spawn(
      process.execPath,
      [...args, "--rate", "unlimited", ...only([pick(isAccepted), ...LARGEST])],
      { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const ended = new Promise((resolve) => child.once("close", resolve));
    await added;
    expect([...provider.tags.values()].some((own) => own.size > OTHERS.size)).toBe(true);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expectNothingLeft(provider);
    const { length } = keysOf(plan(contract, { only: [FIRST_LARGEST] }));
    expect(output).toContain(`Removing ${length} tags that may still exist.`);
    expect(output).toContain(`${1 + LARGEST.length} cases: 1 passed`);
    expect(output).toContain("Interrupted.");
  });
});

describe("a secret", () => {
  const SECRET = `MIIF"q&r<s>t'u+v/w=-token-that-nobody-must-see`;
  /** Gives back all that it is sent. */
  const echo: NonNullable<ProviderOptions["alter"]> = ({ headers }) => {
    const secret = headers["x-auth-token"] ?? headers["x-security-token"] ?? "none";
    return {
      status: 418,
      headers: { "content-type": secret, "x-request-id": secret },
      body: { sent: headers, again: encodeURIComponent(secret), title: headers.authorization },
    };
  };

  it.each([
    ["token", { HUAWEICLOUD_TOKEN: SECRET }],
    [
      "key",
      {
        HUAWEICLOUD_SDK_AK: "AK-that-nobody-must-see",
        HUAWEICLOUD_SDK_SK: "SK-that-nobody-must-see",
        HUAWEICLOUD_SDK_SECURITY_TOKEN: "ST-that-nobody-must-see",
      },
    ],
  ])("%s is in no output and no report, even where the provider repeats it", async (_, env) => {
    const { url } = await start({ alter: echo });
    const { output, report, xml, html } = await runVerify(
      url,
      only([FIRST_LARGEST, pick(breaks("maxItems"))]),
      { env },
    );
    expect(
      provider.received.some(({ headers }) => JSON.stringify(headers).includes("must-see")),
    ).toBe(true);
    expect(report.summary.errors).toBe(2);
    for (const text of [output, JSON.stringify(report), xml, html]) {
      expect(text).not.toContain("must-see");
      expect(text).not.toMatch(/Signature=[0-9a-f]/);
    }
  });

  it("is replaced in a curl line, which is printed as it is", async () => {
    const { url } = await start({ alter: () => refusal(418) });
    const args = only([
      pick(({ verdict }, body) => verdict === "accept" && textKeysOf(body).includes("a  b")),
    ]);
    for (const [env, header] of [
      [{ HUAWEICLOUD_TOKEN: SECRET }, '"X-Auth-Token: $HUAWEICLOUD_TOKEN"'],
      [{}, '"X-Auth-Token: any"'],
    ] as const) {
      const { output, report } = await runVerify(url, args, { env });
      const line = report.results[0]?.finding?.curl ?? "none";
      expect(line).toContain(header);
      expect(line).toContain("a  b");
      expect(output).toContain(`\n  ${line}\n`);
    }
  });

  it("is not in the curl line, which sends the very request", async () => {
    const { url } = await start({ alter: () => refusal(418) });
    const ids = idsOf(
      select(({ request }, body) => {
        const texts = [...textKeysOf(body), ...textValuesOf(body), ...Object.values(request.path)];
        return request.body === undefined || /['"\\]|(?! )[\p{C}\p{Z}]/u.test(texts.join(""));
      }),
    );
    const { report } = await runVerify(url, only(ids), { env: { HUAWEICLOUD_TOKEN: SECRET } });
    const sent = new Map(provider.received.map((one) => [one.path + one.text, one]));
    const findings = withFinding(report.results);
    expect(findings.length).toBeGreaterThan(8);
    for (const { finding } of findings) expect(finding?.curl).toMatch(/^\P{C}+$/u);
    const before = provider.received.length;
    await promisify(execFile)(
      "sh",
      ["-c", findings.map(({ finding }) => finding?.curl).join("\n")],
      { env: { ...process.env, HUAWEICLOUD_TOKEN: SECRET } },
    );
    const again = provider.received.slice(before);
    expect(again).toHaveLength(findings.length);
    for (const { path, body, text, headers } of again) {
      expect([...sent.keys()]).toContain(path + (text && JSON.stringify(body)));
      expect(headers["x-auth-token"]).toBe(SECRET);
    }
  });
});

it("sends no more requests a second than it may", async () => {
  const RATE = 40;
  const { url } = await start();
  await runVerify(url, ["--rate", `${RATE}`, ...only(SAMPLE)]);
  const times = provider.received.map(({ at }) => at);
  const elapsed = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  expect(times.length).toBeGreaterThan(15);
  expect((times.length - 1) / elapsed).toBeLessThan(RATE * 1.1);
});

it("sends the same in the same order for the same seed", async () => {
  const { url } = await start();
  const order = async (seed: string): Promise<string[]> =>
    idsOf((await runVerify(url, ["--seed", seed, ...only(SAMPLE)])).report.results);
  const first = await order("1");
  expect(await order("1")).toEqual(first);
  expect(await order("2")).not.toEqual(first);
  expect(first.toSorted()).toEqual(SAMPLE.toSorted());
});
