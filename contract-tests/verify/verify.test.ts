import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startMock } from "huaweicloud-dew-tags/mock";
import { describe, expect, it } from "vitest";
import { visible } from "../../src/text/visible.js";
import { plan, type Step } from "../../src/verify/plan.js";
import type { Result } from "../../src/verify/report.js";
import { hasSuffix, SUFFIX } from "../../src/verify/suffix.js";
import * as tags from "../../src/verify/tags.js";
import { type Fault, faults } from "./faults.js";
import {
  type Alter,
  type Exchange,
  hasWrongPath,
  isAdding,
  isRemoving,
  isRight,
  isWrong,
  JSON_TYPE,
  type Provider,
  refusal,
  startProvider,
  when,
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
  isUsual,
  LARGEST,
  NAMED,
  OTHER_PATH,
  only,
  pick,
  SAMPLE,
  select,
  keysOf as textKeysOf,
  valuesOf as textValuesOf,
  usualPathOf,
} from "./select.js";

const [FIRST_LARGEST = ""] = LARGEST;

const withFinding = (results: readonly Result[]): Result[] =>
  results.filter(({ finding }) => finding !== undefined);

/** A path that no URL can carry, for it has an empty parameter. */
const isUnsendable = ({ request }: (typeof contract.cases)[number]): boolean =>
  Object.values(request.path).includes("");

it("the mock passes every case", async () => {
  const mock = await startMock();
  const { exitCode, output, report } = await runVerify(mock.url, ["--strict"]);
  await mock.close();
  const cases = contract.cases.length + contract.operations.size;
  const skipped = contract.cases.filter(isUnsendable).length;
  const passed = cases - skipped;
  const invalid = contract.cases.filter(({ verdict }) => verdict === "reject").length - skipped;
  expect(report.summary).toMatchObject({ cases, skipped, passed, invalid, refused: invalid });
  expect(exitCode).toBe(0);
  expect(output).toContain(`It refused ${invalid} of ${invalid} invalid requests (100 %).`);
  expect(output).toContain("The provider keeps the contract.");
});

describe("a provider that keeps to the contract", () => {
  it("and keeps tags passes, and has those of others in the end", async () => {
    const provider = await startProvider({ keepsTags: true });
    const others = new Map(
      ["env", "Env", "ENV", "env1", "environment", "stage", "prod", "team", "system", "sys", "key"]
        .concat(["key1", "key2", "key01", "key20", "a_b", "a b", "0189", "环境", "café", "a"])
        .map((key) => [key, "of somebody else"]),
    );
    const operations = [...contract.operations.values()];
    for (const each of operations) provider.tags.set(usualPathOf(each), new Map(others));
    // Every fourth case, and all that name several tags or remove them.
    const ids = select(isAccepted).filter((one, index) => {
      const { action, tags: own } = bodyOf(one);
      return index % 4 === 0 || action === "delete" || (Array.isArray(own) && own.length > 1);
    });
    const args = ["--strict", "--seed", "7", ...only(idsOf(ids))];
    const { exitCode, report } = await runVerify(provider.url, args);
    expect(withFinding(report.results)).toEqual([]);
    expect({ exitCode, leftBehind: report.leftBehind }).toEqual({ exitCode: 0, leftBehind: [] });
    const left = [...provider.tags.values()].filter((own) => own.size > 0);
    expect(left).toEqual(operations.map(() => others));
  });

  const isElsewhere = (exchange: Exchange): boolean =>
    isRight(exchange) &&
    [...contract.operations.values()].every((one) => exchange.path !== usualPathOf(one));
  const more = { error_code: "X.1", error_msg: "", details: [] };
  let requests = 0;

  it.each<[string, Alter]>([
    ["does not find resources other than its own", when(isElsewhere, refusal(404))],
    ["forbids projects other than its own", when(isElsewhere, refusal(403))],
    [
      "says more than it must",
      when(isWrong, {
        status: 400,
        headers: { "content-type": "Application/JSON; charset=utf-8" },
        body: { error: more, request_id: "1" },
      }),
    ],
    ["does not find what a wrong path names", when(hasWrongPath, refusal(404))],
    ["announces an empty body", when(isRight, { status: 204, headers: { "content-length": "0" } })],
    [
      "is throttled now and then",
      when(() => requests++ % 3 === 0, {
        ...refusal(429),
        headers: { ...JSON_TYPE, "retry-after": "0" },
      }),
    ],
    // Nothing announces it, so nobody can see it: it belongs to no answer.
    ["adds to its answer", when(isRight, { raw: "HTTP/1.1 204 No Content\r\n\r\n", late: "{}" })],
  ])("and %s passes", async (_, alter) => {
    const { url, altered } = await startProvider({ alter });
    const { exitCode, report } = await runVerify(url, ["--strict", ...only(SAMPLE)]);
    expect(altered.size).toBeGreaterThan(0);
    expect(withFinding(report.results)).toEqual([]);
    expect(exitCode).toBe(0);
  });
});

describe("a provider that", () => {
  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    const provider = await startProvider({ alter: fault.alter });
    const wanted = foundBy(fault);
    const ids = [...new Set([...wanted, ...SAMPLE])];
    // In another order than the cases, which often go wrong one after the other.
    const args = ["--seed", "1", ...only(ids), ...(fault.options ?? [])];
    const { exitCode, output, report, xml, html } = await runVerify(provider.url, args);
    const findings = withFinding(report.results);

    expect(findings.length).toBeGreaterThan(0);
    expect(idsOf(findings)).toEqual(expect.arrayContaining(wanted));
    // Exactly those that the fault has hit: there is no false alarm, and nothing is missed.
    expect(idsOf(findings).sort()).toEqual(hits(ids, report.results, provider).sort());
    for (const { finding, outcome } of findings) {
      const { problems = [] } = finding ?? {};
      expect(problems.map(({ rule }) => rule)).toEqual(fault.rules);
      for (const { severity, sources } of problems) {
        const isOfPage =
          sources.length === 0 || sources.some((source) => source.startsWith("page"));
        expect([severity, sources]).toEqual([isOfPage ? "error" : "warning", sources]);
      }
      const isError = problems.some(({ severity }) => severity === "error");
      expect(outcome).toBe(isError ? "error" : "warning");
    }
    expect(exitCode).toBe(report.summary.errors > 0 || report.leftBehind.length > 0 ? 1 : 0);
    if (!fault.leaves) expect(report.leftBehind).toEqual([]);

    for (const text of [output, xml, html]) {
      expect(text).toContain(findings[0]?.id);
      expect(text).toContain(fault.rules[0]);
    }
  });

  it("refuses to add tags is not blamed for not removing them", async () => {
    const { url } = await startProvider({ keepsTags: true, alter: when(isAdding, refusal(400)) });
    const add = pick((...one) => isAccepted(...one) && creates(...one));
    const remove = pick((...one) => isAccepted(...one) && deletes(...one));
    const { report } = await runVerify(url, only([add, remove]));
    const outcomes = report.results.map(({ id, outcome, reason }) => [id, [outcome, reason]]);
    expect(Object.fromEntries(outcomes)).toEqual({
      [add]: ["error", undefined],
      [remove]: ["skipped", "the tags that it removes could not be added first"],
    });
  });

  it("redirects never gets a request at the other place", async () => {
    const other = await startProvider();
    const headers = { location: `${other.url}/` };
    const { url } = await startProvider({ alter: () => ({ status: 307, headers }) });
    const { report } = await runVerify(url, only([pick(isAccepted), pick(breaks("minItems"))]));
    expect(other.received).toEqual([]);
    expect(report.summary.errors).toBe(2);
  });

  it.each([
    ["never answers", { raw: "" }],
    ["never lets anybody in", refusal(401, "APIGW.0301", "no")],
  ])("%s is given up soon", async (_, reply) => {
    const { url } = await startProvider({ alter: () => reply });
    const { exitCode, output, report } = await runVerify(url, ["--read-only"]);
    expect(report.results.length).toBeLessThan(10);
    expect(report.stopped).toMatch(/in a row/);
    expect(output).toContain(`It ended early: ${report.stopped}.`);
    expect(exitCode).toBe(1);
  });
});

/** Some of the cases that a fault gets wrong, of each operation, over the whole of them. */
function foundBy({ finds, few }: Fault): string[] {
  return [...contract.operations.keys()].flatMap((id) => {
    const own = contract.cases.filter(
      (one) => one.operation === id && !isUnsendable(one) && finds(one),
    );
    const step = Math.ceil(own.length / (few ? 1 : 6));
    return idsOf(own.filter((_, index) => index % step === 0));
  });
}

/** Ids of the cases whose request did not get the right answer. */
function hits(ids: readonly string[], results: readonly Result[], { altered }: Provider): string[] {
  // A case that removes tags is skipped if they could not be added.
  const judged = idsOf(results.filter(({ outcome }) => outcome !== "skipped"));
  const requests = new Set(
    [...altered].map(({ path, text, headers }) =>
      JSON.stringify([path, text, headers["x-auth-token"] !== undefined]),
    ),
  );
  const hit = plan(contract, { only: ids }).filter(({ id, operation, request, expectation }) => {
    const path = operation.path.replace(/\{([^}]+)\}/g, (_, name) =>
      encodeURIComponent(request.path[name] ?? ""),
    );
    const text = request.body === undefined ? "" : JSON.stringify(request.body);
    const key = JSON.stringify([path, text, expectation.kind !== "unauthenticated"]);
    return requests.has(key) && judged.includes(id);
  });
  return idsOf(hit);
}

function keysOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ request }) => {
    const { texts, coerced } = tags.keysOf(request.body);
    return [...texts, ...coerced];
  });
}

const isSent = ({ skip }: Step): boolean => skip === undefined;

describe("what a run adds", () => {
  it("carries the suffix, except what is announced", async () => {
    const announce = async (...args: string[]) => {
      const url = "https://provider.example";
      const { exitCode, output } = await runMain(["verify", "--base-url", url, ...NAMED, ...args], {
        env: { HUAWEICLOUD_TOKEN: "token" },
      });
      expect(exitCode).toBe(2);
      return output.replaceAll(/\s+/g, " ");
    };
    expect(await announce()).toContain(`Every key of a tag contains "${SUFFIX}".`);

    const steps = plan(contract, { real: true, path: OTHER_PATH, unsafeCases: true });
    const unsuffixed = keysOf(steps.filter(isSent)).filter((key) => !hasSuffix(key));
    const announcement = await announce("--unsafe-cases");
    expect(unsuffixed.length).toBeGreaterThan(10);
    for (const key of unsuffixed) {
      const quoted = visible(JSON.stringify(key)).replaceAll(" ", "\\u0020");
      expect(announcement).toContain(quoted);
    }
  });

  it("is at the resource that was named, and nowhere else", () => {
    const real = { real: true, path: OTHER_PATH };
    const sent = plan(contract, real).filter(isSent);
    const steps = sent.filter(({ expectation }) => expectation.kind !== "reject");
    expect(steps.length).toBeGreaterThan(200);
    for (const { id, operation, request } of steps) {
      const own = [...operation.pathExamples.keys()].map((name) => [name, OTHER_PATH[name]]);
      expect(request.path, id).toEqual(Object.fromEntries(own));
    }
    const elsewhere = select((...one) => isAccepted(...one) && !isUsual(...one)).slice(0, 1);
    for (const verdict of ["accept", "reject"] as const) {
      const cases = elsewhere.map((one) => ({ ...one, verdict }));
      const own = plan({ ...contract, cases }, real).filter(({ id }) => id === cases[0]?.id);
      expect(own.map(({ skip }) => skip)).toEqual(["it names a resource other than the given one"]);
    }
  });

  it("is removed at once also where an invalid request added it", async () => {
    const alter = when(isWrong, { status: 204 });
    const { url, left } = await startProvider({ keepsTags: true, alter });
    const isUnknown = breaks("additionalProperties");
    const { output, report } = await runVerify(
      url,
      only([pick((...one) => isUnknown(...one) && creates(...one))]),
    );
    expect(output).not.toMatch(/Removing \d+ tag/);
    expect([report.summary.refused, left()]).toEqual([0, 0]);
  });

  it("is removed at the end where it could not be removed before", async () => {
    let refusals = 0;
    const alter = when((one) => isRemoving(one) && refusals++ < 1, refusal(403));
    const { url, left } = await startProvider({ keepsTags: true, alter });
    const { exitCode, output, report } = await runVerify(url, only([FIRST_LARGEST]));
    expect(output).toMatch(/Removing \d+ tags/);
    expect([exitCode, report.leftBehind, left()]).toEqual([0, [], 0]);
  });

  it("is removed also where the answer that it was added never came", async () => {
    const provider = await startProvider({
      keepsTags: true,
      alter: ({ path, body }) => {
        if (body?.action !== "create") return undefined;
        // Carried out, but nobody is told.
        provider.tags.set(path, new Map(body.tags?.map(({ key }) => [String(key), 1])));
        return { raw: "" };
      },
    });
    const { report } = await runVerify(provider.url, only(LARGEST));
    expect(report.summary.errors).toBe(LARGEST.length);
    expect([report.leftBehind, provider.left()]).toEqual([[], 0]);
  });

  it("is named where it cannot be removed, with how to", async () => {
    const { url } = await startProvider({ keepsTags: true, alter: when(isRemoving, refusal(403)) });
    const { exitCode, output, report, xml, html } = await runVerify(url, only([FIRST_LARGEST]));
    const [left] = report.leftBehind;
    const keys = keysOf(plan(contract, { only: [FIRST_LARGEST] }));
    expect(left?.keys).toEqual(keys);
    expect(left?.curl).toContain('{"action":"delete"');
    for (const text of [output, xml, html]) expect(text).toContain(keys[0]);
    expect(exitCode).toBe(1);
  });

  it("is removed after --bail, too, which ends the run at the first error", async () => {
    const args = ["--bail", ...only(SAMPLE)];
    const right = await startProvider({ keepsTags: true });
    expect((await runVerify(right.url, args)).report.stopped).toBe(null);
    const faulty = await startProvider({ keepsTags: true, alter: when(isWrong, refusal(418)) });
    const { exitCode, report } = await runVerify(faulty.url, args);
    expect([exitCode, report.summary.errors, faulty.left()]).toEqual([1, 1, 0]);
    expect(report.stopped).toContain("--bail");
  });

  it("is nothing with --read-only", async () => {
    const carriedOut: unknown[] = [];
    const { url } = await startProvider({
      alter: ({ right, body }) => void (right.status < 300 && carriedOut.push(body)),
    });
    const { exitCode, output, report } = await runVerify(url, ["--read-only", ...only(SAMPLE)]);
    expect(exitCode).toBe(0);
    expect(output).toContain(`about ${report.summary.requests} requests`);
    expect(output).not.toContain("adds the tags");
    expect(carriedOut).toEqual([]);

    const sent = plan(contract, { readOnly: true }).filter(isSent);
    const rejected = select((one) => one.verdict === "reject" && !isUnsendable(one));
    expect(sent).toHaveLength(rejected.length + contract.operations.size);
    const kindOf = (kind: string) => sent.filter(({ expectation }) => expectation.kind === kind);
    expect(kindOf("accept")).toEqual([]);
    // If it is carried out all the same, a call without a credential adds nothing.
    expect(kindOf("unauthenticated").map(({ request }) => request.body)).toEqual(
      Array.from(contract.operations, () => expect.objectContaining({ action: "delete" })),
    );
  });
});

describe("a secret", () => {
  const SECRET = `MIIF"q&r<s>t'u+v/w=-token-that-nobody-must-see`;
  const KEYS = {
    HUAWEICLOUD_SDK_AK: "AK-that-nobody-must-see",
    HUAWEICLOUD_SDK_SK: "SK-that-nobody-must-see",
    HUAWEICLOUD_SDK_SECURITY_TOKEN: "ST-that-nobody-must-see",
  };
  /** Gives back all that it is sent. */
  const echo: Alter = ({ headers }) => {
    const secret = headers["x-auth-token"] ?? headers["x-security-token"] ?? "none";
    return {
      status: 418,
      headers: { "content-type": secret, "x-request-id": secret },
      body: { sent: headers, again: encodeURIComponent(secret), title: headers.authorization },
    };
  };

  it.each([
    ["token", { HUAWEICLOUD_TOKEN: SECRET }],
    ["key", KEYS],
  ])("%s is in no output and no report, even where the provider repeats it", async (_, env) => {
    const { url, received } = await startProvider({ alter: echo });
    const ids = [FIRST_LARGEST, pick(breaks("maxItems"))];
    const { output, report, json, xml, html } = await runVerify(url, only(ids), { env });
    expect(JSON.stringify(received)).toContain("must-see");
    expect(report.summary.errors).toBe(2);
    for (const text of [output, json, xml, html]) {
      expect(text).not.toContain("must-see");
      expect(text).not.toMatch(/Signature=[0-9a-f]/);
    }
  });

  it.each([
    [{ HUAWEICLOUD_TOKEN: SECRET }, '"X-Auth-Token: $HUAWEICLOUD_TOKEN"'],
    [{}, '"X-Auth-Token: any"'],
  ])("is replaced in a curl line, which is printed as it is", async (env, header) => {
    const { url } = await startProvider({ alter: () => refusal(418) });
    // At two blanks a line must not be broken.
    const blanks = pick((...one) => isAccepted(...one) && textKeysOf(one[1]).includes("a  b"));
    const { output, report } = await runVerify(url, only([blanks]), { env });
    const line = report.results[0]?.finding?.curl ?? "none";
    for (const part of [header, "  b"]) expect(line).toContain(part);
    expect(output).toContain(`\n  ${line}\n`);
  });

  it("is not in the curl line, which sends the very request", async () => {
    const { url, received } = await startProvider({ alter: () => refusal(418) });
    const ids = idsOf(
      select(({ request }, body) => {
        const texts = [...textKeysOf(body), ...textValuesOf(body), ...Object.values(request.path)];
        return request.body === undefined || /['"\\]|(?! )[\p{C}\p{Z}]/u.test(texts.join(""));
      }),
    );
    const env = { HUAWEICLOUD_TOKEN: SECRET };
    const { report } = await runVerify(url, only(ids), { env });
    const sent = received.map(({ path, text }) => path + text);
    const lines = withFinding(report.results).map(({ finding }) => finding?.curl ?? "");
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line).toMatch(/^\P{C}+$/u);
    const all = ["-c", lines.join("\n")];
    await promisify(execFile)("sh", all, { env: { ...process.env, ...env } });
    const again = received.slice(sent.length);
    expect(again).toHaveLength(lines.length);
    for (const { path, body, text, headers } of again) {
      expect(sent).toContain(path + (text && JSON.stringify(body)));
      expect(headers["x-auth-token"]).toBe(SECRET);
    }
  });
});

it("sends no more requests a second than it may", async () => {
  const RATE = 40;
  const { url, received } = await startProvider();
  await runVerify(url, ["--rate", `${RATE}`, ...only(SAMPLE)]);
  const times = received.map(({ at }) => at);
  const elapsed = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  expect(times.length).toBeGreaterThan(15);
  expect((times.length - 1) / elapsed).toBeLessThan(RATE * 1.1);
});

it("sends the same in the same order for the same seed", () => {
  const order = (seed: number): string[] => idsOf(plan(contract, { seed, only: SAMPLE }));
  expect(order(1)).toEqual(order(1));
  expect(order(2)).not.toEqual(order(1));
  expect(order(1).toSorted()).toEqual(SAMPLE.toSorted());
});
