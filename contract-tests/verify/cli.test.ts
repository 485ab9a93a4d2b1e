import { execFileSync } from "node:child_process";
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { verifyHelp } from "../../src/cli/help.js";
import type { Io } from "../../src/cli/io.js";
import type { Finding, Report, Result } from "../../src/verify/report.js";
import { renderReport } from "../../src/verify/reports/index.js";
import { elementsOf } from "./markup.js";
import { runMain, runVerify } from "./run.js";
import {
  breaks,
  contract,
  isAccepted,
  isUsual,
  LARGEST,
  NAMED,
  OTHER_PATH,
  only,
  pick,
} from "./select.js";

const REMOTE = "https://provider.example";
const TOKEN = "MIIF-token-that-nobody-must-see";
const ENV = { HUAWEICLOUD_TOKEN: TOKEN };
const [FIRST = "", SECOND = ""] = [...contract.operations.keys()];
const ofFirst = ({ operation }: { operation: string }) => operation === FIRST;
const [ADD = ""] = LARGEST;
const ELSEWHERE = pick((...one) => ofFirst(one[0]) && isAccepted(...one) && !isUsual(...one));
const TOO_MANY = pick(breaks("maxItems"));
const PARAMETERS = Object.keys(OTHER_PATH);
const [A_PARAMETER = ""] = PARAMETERS;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dew-tags-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("../../src/mock/index.js");
});

/** Takes the place of the network. */
function stubNetwork(): { readonly requests: Request[]; readonly fetch: NonNullable<Io["fetch"]> } {
  const requests: Request[] = [];
  return {
    requests,
    async fetch(url, { signal: _, ...init }) {
      requests.push(new Request(url, init));
      return new Response(null, { status: 204 });
    },
  };
}

/** Takes the place of the signals of the process. */
function signals(): Pick<Io, "onSignal"> & { readonly signal: (exitCode: number) => void } {
  let listener = (_: number): void => {};
  return {
    signal: (exitCode) => listener(exitCode),
    onSignal(own) {
      listener = own;
      return () => {};
    },
  };
}

describe("--help", () => {
  it.each([["--help"], ["verify", "--help"], ["mock", "-h"]])(
    "of %s %s fits 80 columns",
    async (...args) => {
      const { exitCode, output } = await runMain(args.filter((arg) => arg !== undefined));
      expect(exitCode).toBe(0);
      expect(output.split("\n").filter((line) => line.length > 80)).toEqual([]);
      expect(output).toMatch(/^Usage: huaweicloud-dew-tags /);
    },
  );

  it("explains every option and variable", async () => {
    const { output } = await runMain(["verify", "--unknown"]);
    const options = output.match(/--[a-z-]+/g) ?? [];
    const variables = new Set<string>();
    const env = new Proxy({}, { get: (_, name) => void variables.add(String(name)) });
    await runMain(["verify", "--base-url", REMOTE, ...NAMED], { env });
    expect(options.length).toBeGreaterThan(12);
    expect(variables.size).toBeGreaterThan(4);
    for (const name of [...options, ...variables]) expect(verifyHelp()).toContain(name);
  });
});

const LOCAL = "verify --base-url http://127.0.0.1:9";
const HERE = ["verify", "--base-url", REMOTE, ...NAMED].join(" ");
const named = PARAMETERS.join(", ");

describe("a command line", () => {
  it.each<[string, RegExp, Io["env"]?]>([
    ["", /the command must be mock or verify/],
    ["prove", /the command must be mock or verify/],
    ["mock --port http", /--port takes a number from 0 to 65535/],
    ["verify", /give --base-url URL/],
    ["verify --base-url x", /--base-url must be an absolute URL/],
    ["verify --base-url http://10.0.0.1", /https; http is for loopback/],
    [`verify --base-url ${REMOTE}?a=b`, /must not have a query/],
    [`verify --base-url ${REMOTE}/a%zz`, /--base-url must be an absolute URL/],
    ["verify --token x", /secrets are not accepted .* HUAWEICLOUD_TOKEN, or give --token-file/],
    ["verify --frobnicate", /there is an unknown option; the options are --base-url, /],
    [
      `${LOCAL} --operation nope`,
      /--operation names no operation of the contract; it has \w+, \w+/,
    ],
    [`${LOCAL} --only nope`, /--only names no case of these operations/],
    [`${LOCAL} --operation ${SECOND} --only ${ADD}`, /--only names no case of these operations/],
    [`${LOCAL} --path id=1`, new RegExp(`no path parameter of .*; they have ${named}`)],
    [`${LOCAL} --path x`, /takes NAME=VALUE/],
    [`${LOCAL} --path ${A_PARAMETER}=`, /takes NAME=VALUE/],
    [`${LOCAL} --rate fast`, /--rate takes a number from/],
    [`${LOCAL} --rate 0`, /--rate takes a number from/],
    [`${LOCAL} --seed -1`, /--seed/],
    [`${LOCAL} --timeout 0`, /--timeout takes a number from 1/],
    [`${LOCAL} --timeout 2000000000`, /--timeout takes a number from 1 to 600000/],
    [`${LOCAL} --report a.pdf`, /--report takes a file that ends in .xml, .json, .html/],
    [`${LOCAL} --report /no/such/a.xml`, /--report names a folder that does not exist/],
    [`${LOCAL} --token-file /no/such`, /--token-file cannot be read: ENOENT/],
    [`${LOCAL} --read-only --only ${ADD}`, /nothing to send: .* changes something \(--read-only\)/],
    [`${HERE} --rate 20`, /--rate takes a number from 0.1 to 19/, ENV],
    [`${HERE} --rate unlimited`, /is for loopback addresses/, ENV],
    [HERE, /HUAWEICLOUD_TOKEN is not set: set it/],
    [HERE, /go together, and one is not set/, { HUAWEICLOUD_SDK_AK: "AK" }],
    [HERE, /the token /, { HUAWEICLOUD_TOKEN: "a\nb" }],
    [HERE, /nothing was sent: .* confirm with --yes/, ENV],
    [`verify --base-url ${REMOTE}`, new RegExp(`name the resource.* --path ${A_PARAMETER}=…`), ENV],
  ])("such as %j ends with exit code 2, and nothing is sent", async (line, message, env = {}) => {
    const { requests, fetch } = stubNetwork();
    const { exitCode, output } = await runMain(line.split(" "), { env, fetch });
    expect(output).toMatch(message);
    expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: [] });
  });

  it.each([
    ...["token", "path", "operation", "only", "rate", "seed", "timeout", "report", "sk"].map(
      (option) => `--${option} ${TOKEN}`,
    ),
    `--token=${TOKEN}`,
    `--${TOKEN}`,
    `--path ${TOKEN}=1`,
    `--report /${TOKEN}/a.xml`,
    `--token-file /${TOKEN}`,
    TOKEN,
    `--rate 1 ${TOKEN}`,
  ])("with a secret, as %s has it, does not have it repeated", async (args) => {
    for (const command of [`verify --base-url ${REMOTE} `, `${LOCAL} `, "mock ", ""]) {
      const { exitCode, output } = await runMain(`${command}${args}`.split(" "));
      expect(exitCode).toBe(2);
      expect(output).not.toContain("must-see");
    }
  });
});

describe("a service that is no loopback address", () => {
  const args = [...NAMED, "--rate", "19", ...only([ADD, ELSEWHERE])];

  it.each(["n", "", undefined])("gets nothing where the answer is %j", async (answer) => {
    const { requests, fetch } = stubNetwork();
    const ask = vi.fn(async () => answer);
    const command = ["verify", "--base-url", REMOTE, ...args];
    const { exitCode, output } = await runMain(command, { env: ENV, fetch, ask });
    expect(ask).toHaveBeenCalledWith("Continue? [y/N] ");
    // Before it is asked for, it is known what it is about.
    expect(output).toContain(`Checks ${REMOTE} against`);
    expect(output).toContain(`${FIRST}: ${A_PARAMETER}=${OTHER_PATH[A_PARAMETER]}`);
    expect(output).toContain("nothing was sent");
    expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: [] });
  });

  it.each([
    ["the answer is y", [], async () => "y"],
    ["--yes is given", ["--yes"], undefined],
  ])("gets only what concerns the named resource where %s", async (_, more, ask) => {
    const { requests, fetch } = stubNetwork();
    const run = await runVerify(REMOTE, [...args, ...more], { env: ENV, fetch, ask });
    expect(run.exitCode).toBe(0);
    expect(run.report.results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["passed", undefined],
      ["skipped", "it names a resource other than the given one"],
    ]);
    const resource = expect.stringContaining(`/${OTHER_PATH[A_PARAMETER]}/`);
    expect(requests.map(({ url }) => url)).toEqual([resource, requests[0]?.url]);
    expect(requests.every(({ headers }) => headers.get("x-auth-token") === TOKEN)).toBe(true);
  });

  it("gets what the vendor's variables say, or the file with a token", async () => {
    const { requests, fetch } = stubNetwork();
    const ids = Object.entries(OTHER_PATH)
      .filter(([name]) => name !== "project_id")
      .flatMap(([name, value]) => ["--path", `${name}=${value}`]);
    const more = ["--yes", "--rate", "19", ...only([TOO_MANY])];
    await runVerify(REMOTE, [...ids, ...more], {
      fetch,
      env: {
        HUAWEICLOUD_SDK_AK: "AK",
        HUAWEICLOUD_SDK_SK: "SK",
        HUAWEICLOUD_SDK_SECURITY_TOKEN: "ST",
        HUAWEICLOUD_SDK_PROJECT_ID: "theproject",
      },
    });
    const file = join(folder, "token");
    await writeFile(file, `${TOKEN}\n`);
    await runVerify(REMOTE, [...NAMED, ...more, "--token-file", file], {
      fetch,
      env: { HUAWEICLOUD_TOKEN: "another" },
    });
    const [signed] = requests;
    expect(signed?.url).toContain("/theproject/");
    expect(signed?.headers.get("authorization")).toMatch(/^SDK-HMAC-SHA256 Access=AK,/);
    expect(signed?.headers.get("x-security-token")).toBe("ST");
    expect(signed?.headers.get("x-project-id")).toBe("theproject");
    expect(requests.at(-1)?.headers.get("x-auth-token")).toBe(TOKEN);
  });
});

describe("a report file", () => {
  const args = ["verify", "--base-url", "http://127.0.0.1:9", ...only([ADD])];

  it("that cannot be written in the end is told, after all that was found", async () => {
    const gone = await mkdtemp(join(folder, "x"));
    const fetch = async () => {
      await rm(gone, { recursive: true, force: true });
      return new Response(null, { status: 204 });
    };
    const file = join(gone, "a.json");
    const { exitCode, output } = await runMain([...args, "--report", file], { fetch });
    expect(output).toMatch(/1 passed.*\.json cannot be written: ENOENT\n$/s);
    expect(exitCode).toBe(1);
  });

  it.each(["json", "xml", "html"])("in %s replaces an earlier one", async (ending) => {
    const own = await mkdtemp(join(folder, ending));
    const file = join(own, `a.${ending}`);
    for (let run = 0; run < 2; run++) {
      const { fetch } = stubNetwork();
      expect((await runMain([...args, "--report", file], { fetch })).exitCode).toBe(0);
    }
    expect((await readFile(file, "utf8")).length).toBeGreaterThan(100);
    expect(await readdir(own)).toEqual([`a.${ending}`]);
  });

  it.each<[string, (file: string) => Promise<unknown> | undefined]>([
    ["is something else", (file) => writeFile(file, "<testsuites>of another tool")],
    ["is a pipe", async (file) => execFileSync("mkfifo", [file])],
    ["is a link", (file) => symlink(join(folder, "elsewhere.xml"), file)],
    ["is a folder", (file) => mkdir(file)],
  ])("that %s is refused before anything is sent, and kept", async (what, make) => {
    const { requests, fetch } = stubNetwork();
    const file = join(folder, `${what.replaceAll(" ", "-")}.xml`);
    await make(file);
    const before = await lstat(file);
    const { exitCode, output } = await runMain([...args, "--report", file], { fetch });
    expect(output).toMatch(/^--report names (a file that is not a report|something that is not)/);
    expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: [] });
    expect(await lstat(file)).toMatchObject({ ino: before.ino, size: before.size });
  });
});

describe("on a terminal", () => {
  it("progress is shown and taken away again, and nowhere else", async () => {
    const { fetch } = stubNetwork();
    let shown = "";
    const stderr = { isTTY: true, write: (text: string) => (shown += text) };
    const url = "http://127.0.0.1:9";
    const { output } = await runVerify(url, [...only([ADD])], { fetch, stderr });
    expect(shown).toMatch(new RegExp(`1/1 {2}0 errors {2}0 warnings {2}${ADD}`));
    expect(shown.endsWith("\r\x1b[K")).toBe(true);
    expect(output).not.toContain("\r");
  });

  it("a second signal ends it at once, unless it only repeats the first", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const exits: number[] = [];
    const { onSignal, signal } = signals();
    let requests = 0;
    const { exitCode, report } = await runVerify("http://127.0.0.1:9", only([ADD]), {
      async fetch() {
        // What follows is the cleaning up.
        if (requests++ === 0) {
          for (const code of [130, 130]) signal(code);
          vi.advanceTimersByTime(1000);
          signal(129);
          expect(exits).toEqual([]);
          signal(130);
        }
        return new Response(null, { status: 204 });
      },
      onSignal,
      exit: (code) => exits.push(code),
    });
    vi.useRealTimers();
    expect([exits, exitCode, report.outcome]).toEqual([[130], 130, "interrupted"]);
  });
});

it("a request whose turn has not come when the run is interrupted is not undone", async () => {
  const { onSignal, signal } = signals();
  const { requests, fetch } = stubNetwork();
  const args = ["--rate", "2", ...only([ADD, ELSEWHERE])];
  const { report } = await runVerify("http://127.0.0.1:9", args, {
    // The first tag is added and removed; the second one waits.
    fetch(...one) {
      if (requests.length === 1) setTimeout(signal, 100, 130);
      return fetch(...one);
    },
    onSignal,
  });
  expect(requests).toHaveLength(2);
  expect(report).toMatchObject({ outcome: "interrupted", summary: { requests: 2 } });
});

describe("mock", () => {
  it("serves the contract, prints how to call it, and ends when it is told to", async () => {
    const { onSignal, signal } = signals();
    let output = "";
    const stdout = { write: (text: string) => (output += text) };
    const ended = runMain(["mock", "--port", "0"], { stdout, onSignal });
    await vi.waitFor(() => expect(output).toContain("Ctrl-C"), 120_000);
    for (const id of contract.operations.keys()) expect(output).toContain(id);
    const [, url = "", body = ""] = /-X POST '([^']+)'.* --data-raw '([^']+)'/.exec(output) ?? [];
    const headers = { "content-type": "application/json", "x-auth-token": "any" };
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(204);
    signal(130);
    expect((await ended).exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it("says what is missing where Prism is not installed", async () => {
    vi.doMock("../../src/mock/index.js", () => ({
      startMock: () => Promise.reject(new Error("needs @stoplight/prism-cli: npm i -D it")),
    }));
    const { exitCode, output } = await runMain(["mock", "--port", "0"]);
    expect([exitCode, output]).toEqual([1, "needs @stoplight/prism-cli: npm i -D it\n"]);
  });
});

describe("a report", () => {
  const awkward = `<a href="x">&'\u0000\u001b[31m\ufffe\ud800 \u0085</a>]]>-->`;
  const finding = (severity: "error" | "warning"): Finding => ({
    expected: awkward,
    answer: { status: 400, mediaType: awkward, requestId: awkward, body: awkward },
    problems: [{ rule: "refused", severity, message: awkward, sources: [awkward] }],
    curl: `curl ${awkward}`,
  });
  const result = (id: string, outcome: Result["outcome"], more: Partial<Result>): Result => ({
    id,
    operation: "op",
    source: { page: "p", table: `t ${awkward}`, url: null },
    outcome,
    duration: 12,
    ...more,
  });
  const counts = { cases: 4, passed: 1, errors: 1, warnings: 1, skipped: 1 };
  const report: Report = {
    format: 1,
    contract: { title: awkward, version: "1", sha256: "0" },
    provider: { baseUrl: REMOTE, operations: ["op"] },
    options: { readOnly: false, unsafeCases: false, strict: false, seed: 1, rate: 15 },
    startedAt: "2026-01-01T00:00:00.000Z",
    duration: 1234,
    outcome: "failed",
    stopped: awkward,
    summary: { ...counts, requests: 9, invalid: 3, refused: 1 },
    results: [
      result("one", "passed", {}),
      result("two", "error", { finding: finding("error") }),
      result("three", "warning", { finding: finding("warning") }),
      result("four", "skipped", { reason: awkward }),
    ],
    leftBehind: [{ operation: "op", path: {}, keys: [awkward], curl: `curl ${awkward}` }],
  };

  it("in JSON is the report itself, with every character visible", () => {
    const json = renderReport(report, "json");
    expect(JSON.parse(json)).toEqual(report);
    expect(json).not.toMatch(/(?!\n)\p{C}/u);
  });

  it("in JUnit XML is well-formed, and counts what it has", () => {
    const all = elementsOf(renderReport(report, "xml"));
    const named = (name: string) => all.filter((element) => element.name === name);
    const attributes = { tests: "5", failures: "2", errors: "0", skipped: "1" };
    expect(all[0]).toMatchObject({ name: "testsuites", attributes });
    expect(named("testsuite")).toMatchObject([{ attributes: { name: "op", ...attributes } }]);
    const cases = named("testcase").map((one) => [one.attributes.name, one.children[0]?.name]);
    expect(Object.fromEntries(cases)).toEqual({
      one: undefined,
      two: "failure",
      three: "system-out",
      four: "skipped",
      "clean-up": "failure",
    });
    expect(named("testcase")[0]?.attributes).toMatchObject({ time: "0.012" });
    expect(named("failure")[0]?.text).toContain(`<a href="x">&'\\u0000\\u001b[31m\\ufffe\\ud800`);
  });

  it("in HTML is one page, which holds what it says as text and needs nothing else", () => {
    const [doctype, ...rest] = renderReport(report, "html").split("\n");
    expect(doctype).toBe("<!doctype html>");
    const page = rest.join("\n").replace(/<meta [^>]*>/g, "");
    const all = elementsOf(page);
    const names = new Set(all.map(({ name }) => name));
    for (const name of ["script", "link", "img", "iframe", "a"]) expect(names).not.toContain(name);
    expect(all.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain("href");
    expect(page).not.toMatch(/url\(|@import/);
    const text = all.map((element) => element.text).join("\n");
    for (const { id } of report.results) expect(text).toContain(id);
    expect(text).toContain("Left behind");
  });
});
