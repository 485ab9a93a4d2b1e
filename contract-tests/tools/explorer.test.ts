import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { operations as metadata, type OperationMetadata } from "../../generated/operations.js";
import { type Documents, makeFiles } from "../../scripts/explorer/files.js";
import { describeInBrowser, launchBrowser } from "../support/browser.js";
import { compileIn } from "../support/tsc.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";
import { npmStart, type Started } from "./npm-start.js";

const run = promisify(execFile);
const TSX = ["--import", "tsx"];
const SUBFOLDER = "a/b";
/** On a busy machine a page takes its time. */
const PATIENTLY = { timeout: 120_000 };
/** As in a shell of somebody who has no token; a proxy would be asked for 127.0.0.1 too. */
const env: NodeJS.ProcessEnv = { ...process.env, NO_PROXY: "*", no_proxy: "*" };
delete env.HUAWEICLOUD_TOKEN;
/** What would end a string in a shell or in TypeScript, and what neither encodes alike. */
const AWKWARD = `it's "标签" \`id\` $HOME \${x} \\ 1`;

interface Example {
  readonly name: string;
  readonly value: unknown;
}

const operations = Object.entries<OperationMetadata>(metadata).map(([operationId, operation]) => {
  const { path, method, summary, parameters, requestBody, responses } = operation;
  const success = Object.keys(responses).find((status) => status.startsWith("2")) as string;
  return {
    ...{ path, method, operationId, summary, success },
    ids: parameters.filter((each) => each.in === "path").map(({ name }) => name),
    hasData: responses[success]?.mediaTypes.length !== 0,
    refusals: Object.values(responses["400"]?.examples ?? {}),
    examples: Object.entries(requestBody?.examples ?? {}).map(
      ([name, value]): Example => ({ name, value }),
    ),
  };
});
type Operation = (typeof operations)[number];
/** Those that take tags; each test of a form takes one of them. */
const [csms, kms] = operations.filter(({ examples }) =>
  examples.some(({ value }) => Array.isArray((value as { tags?: unknown }).tags)),
) as [Operation, Operation];
const [csmsFirst, kmsFirst] = [csms, kms].map(({ examples }) => examples[0]) as [Example, Example];

let browser: Browser;
let workspace: Workspace;
let folder: string;
let fileServer: Server;
let started: Started;
/** The explorer as the mock serves it, and as a plain web server serves the static folder. */
let served: Explorer;
let hosted: Explorer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dew-tags-docs-"));
  const parts = [
    launchBrowser().then((each) => (browser = each)),
    npmStart(ROOT, env).then((each) => (started = each)),
    run(process.execPath, [...TSX, "scripts/docs.ts", "--out", join(folder, SUBFOLDER)]),
    createWorkspace("src", "generated", "package.json", "tsconfig.json").then(
      (each) => (workspace = each),
    ),
  ];
  // Where one fails, the others are there to be cleaned up.
  await Promise.allSettled(parts);
  await Promise.all(parts);
  // The mock of this test listens elsewhere than npm start does by itself.
  const page = join(folder, SUBFOLDER, "index.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replaceAll("http://127.0.0.1:4010", started.url));
  fileServer = createServer(async ({ url = "/" }, response) => {
    const path = url.replace(/[?#].*$/, "").replace(/\/$/, "/index.html");
    const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
    const type = types[extname(path) as keyof typeof types] ?? "application/octet-stream";
    const body = await readFile(join(folder, path)).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body);
  });
  const url = `${await listen(fileServer)}/${SUBFOLDER}/`;
  const dark = open(url, { colorScheme: "dark" });
  [served, hosted] = await Promise.all([open(`${started.url}/docs/`), dark]);
});

afterAll(async () => {
  await browser?.close();
  started?.process.kill("SIGKILL");
  fileServer?.close();
  await rm(folder, { recursive: true });
  await workspace?.remove();
});

describeInBrowser("the explorer that npm start serves", () => {
  it("offers each operation by its path, operationId and summary, and the mock alone", async () => {
    const { page } = served;
    expect(await page.title()).toBe(`${openapi.info.title} – API Explorer`);
    expect(await page.getByRole("heading", { level: 1 }).allTextContents()).toEqual([
      expect.stringContaining(openapi.info.title),
    ]);
    expect(await page.locator(".opblock").count()).toBe(operations.length);
    // Where Swagger UI says what it does not understand of a document.
    expect(await page.locator(".errors-wrapper").allTextContents()).toEqual([]);
    const servers = page.getByRole("combobox", { name: "Server" }).getByRole("option");
    expect(await servers.count()).toBe(1);
    expect(await servers.getAttribute("value")).toBe(started.url);
    for (const { method, path, operationId, summary } of operations) {
      const heading = page.getByRole("button", { name: `${method} ${path} ${summary}` });
      expect(await heading.textContent()).toContain(operationId);
    }
  });

  it("shows what a form needs with names for screen readers", async () => {
    const block = await expand(served, kms);
    const names = ["Parameters", "Request body", "Snippets", "Responses"];
    const headings = await block.getByRole("heading", { level: 4 }).allTextContents();
    expect(headings.map((heading) => heading.replace(/ ?required$/, ""))).toEqual(
      expect.arrayContaining(names),
    );
    const outline = await served.page.locator("body").ariaSnapshot();
    for (const id of kms.ids) expect(outline).toContain(`textbox "${id}"`);
    expect(outline).toContain('textbox "Request body"');
    // A role that no quoted name follows.
    expect(outline.match(/- (textbox|combobox|button|link|checkbox)(?! ["/]).*/g)).toBeNull();
  });

  it("fits a window of 390 px, and follows a preference for dark", async () => {
    const { page } = served;
    await expand(served, csms);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });

    const look = async (page: Page) => [
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      await page.locator("html.dark-mode").count(),
    ];
    const light = ["rgb(255, 255, 255)", 0];
    expect(await look(page)).toEqual(light);
    // That one was opened by somebody who prefers dark.
    expect(await look(hosted.page)).toEqual(["rgb(28, 32, 34)", 1]);
    await hosted.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => look(hosted.page), PATIENTLY).toEqual(light);
  });

  const examples = operations.flatMap((operation) =>
    operation.examples.map((example) => ({ operation, example })),
  );

  it.each(examples)(
    "sends $operation.operationId's example $example.name as it is, and gives curl for it",
    async ({ operation, example }) => {
      const block = await choose(served, operation, example);
      const sent = await execute(served, block);
      expect([sent.method, new URL(sent.url).origin]).toEqual([operation.method, started.url]);
      expect(sent.headers["x-auth-token"]).toBe("any");
      expect(JSON.parse(sent.body)).toEqual(example.value);
      expect(sent.shown.status).toBe(operation.success);
      expect(sent.shown.body !== "").toBe(operation.hasData);

      const snippet = await snippetOf(block, "curl", example);
      const line = `HTTP/1.1 ${operation.success} ${STATUS_CODES[operation.success]}`;
      for (const shell of ["bash", "sh"]) {
        const { stdout, stderr } = await run(shell, ["-c", snippet], { env });
        expect([shell, stdout.split("\r\n")[0], stderr]).toEqual([shell, line, ""]);
      }
    },
  );

  it("gives TypeScript that compiles, for the service itself, and runs, for the mock", async () => {
    const snippets: string[] = [];
    for (const { operation, example } of examples) {
      const block = await choose(served, operation, example);
      const snippet = await snippetOf(block, "TypeScript", example);
      expect(snippet).toContain(`dew.${operation.operationId}(`);
      expect(snippet).toContain(`baseUrl: "${started.url}"`);
      snippets.push(snippet);
    }
    const block = await choose(hosted, kms, kmsFirst);
    const forService = await snippetOf(block, "TypeScript", kmsFirst);
    expect(forService).not.toContain("baseUrl");

    expect(await compile([...snippets, forService])).toBe("");
    const statuses = examples.map(({ operation }) => operation.success);
    expect(await runTs(snippets)).toMatch(new RegExp(`^${statuses.join("\\s[^]*?^")}\\s`, "m"));
  });

  it("shows the documented body of a 400 to a body that breaks a rule", async () => {
    const block = await expand(served, csms);
    await edit(block, {});
    const { shown } = await execute(served, block);
    expect(shown.status).toBe("400");
    expect(csms.refusals).toContainEqual(JSON.parse(shown.body));
  });

  it("quotes what is awkward, and sends the same by curl, by TypeScript and by itself", async () => {
    const block = await expand(served, kms);
    const body = { action: "create", tags: [{ key: AWKWARD, value: "" }] };
    await edit(block, body);
    const byItself = await execute(served, block);
    const curl = await snippetOf(block, "curl", { value: body });
    const typescript = await snippetOf(block, "TypeScript", { value: body });

    const received: { request: IncomingMessage; body: string }[] = [];
    const recorder = createServer(async (request, response) => {
      received.push({ request, body: await text(request) });
      response.writeHead(204).end();
    });
    const url = await listen(recorder);
    const withToken = { ...env, HUAWEICLOUD_TOKEN: 'se"cr$et' };
    await run("sh", ["-c", curl.replace(started.url, url)], { env: withToken });
    await runTs([typescript.replace(started.url, url)], withToken);
    recorder.close();
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([body, body]);
    expect(received[0]?.body).toBe(byItself.body);
    for (const { request } of received) {
      const { method, url, headers } = request;
      expect([method, started.url + url]).toEqual([byItself.method, byItself.url]);
      expect(headers["content-type"]).toBe("application/json");
      expect(headers["x-auth-token"]).toBe(withToken.HUAWEICLOUD_TOKEN);
    }
  });

  it("says why there is no snippet where the form is not complete", async () => {
    const block = await expand(served, csms);
    const id = block.getByRole("textbox", { name: csms.ids.at(-1) as string });
    const value = await id.inputValue();
    const snippets = block.locator(".explorer-snippets");
    await id.fill("");
    await snippets.locator(".explorer-code").waitFor({ state: "detached" });
    expect(await snippets.textContent()).toContain(`${csms.ids.at(-1)} is missing`);
    await id.fill(value);
    await edit(block, "{");
    await pressed(block, "TypeScript");
    await snippets.locator(".explorer-code").waitFor({ state: "detached" });
    expect(await snippets.textContent()).toContain("The body is not JSON");
  });

  it("shows a token nowhere", async () => {
    const { page } = served;
    const secret = "MIIEvQIBADANBg";
    await page.getByRole("button", { name: "Authorize", exact: true }).click();
    const dialog = page.locator(".modal-ux");
    const token = dialog.locator(".auth-container").first();
    await token.getByRole("button", { name: "Remove authorization" }).click();
    await token.getByRole("textbox").fill(secret);
    await token.getByRole("button", { name: "Apply credentials" }).click();
    await token.getByRole("button", { name: "Close", exact: true }).click();

    const block = await choose(served, kms, kmsFirst);
    expect((await execute(served, block)).headers["x-auth-token"]).toBe(secret);
    for (const language of ["curl", "TypeScript"]) {
      expect(await snippetOf(block, language, kmsFirst)).toContain("HUAWEICLOUD_TOKEN");
      expect(await page.content()).not.toContain(secret);
    }
  });

  it("shows schemas and dialogs without a breach of its policy", async () => {
    const block = await expand(served, csms);
    for (const tab of await block.getByRole("tab", { name: "Schema" }).all()) await tab.click();
    await block.getByRole("button", { name: "Expand all" }).first().click();
    const schemas = Object.values(openapi.components.schemas) as { description?: string }[];
    await expect
      .poll(async () => {
        const text = (await block.textContent()) ?? "";
        return schemas.filter(({ description }) => description && text.includes(description));
      }, PATIENTLY)
      .not.toEqual([]);
  });

  it("has asked nobody but the mock, and has nothing to complain of", () => {
    const origins = served.requests.map((url) => new URL(url).origin);
    expect(origins.length).toBeGreaterThan(examples.length + 5);
    expect(new Set(origins)).toEqual(new Set([started.url]));
    expect(served.complaints).toEqual([]);
  });
});

describeInBrowser("the folder that npm run docs writes", () => {
  it("holds the contract and the licences, and refers to nothing outside itself", async () => {
    expect(await readdir(join(folder, SUBFOLDER))).toEqual(
      expect.arrayContaining(["swagger-ui.LICENSE.txt", "swagger-ui.NOTICE.txt"]),
    );
    const html = await readFile(join(folder, SUBFOLDER, "index.html"), "utf8");
    expect(html.match(/(?:src|href)="(?:\/|[a-z]+:)[^"]*"/g)).toBeNull();
    const policy = hosted.page.locator("meta[http-equiv=Content-Security-Policy]");
    expect(await policy.getAttribute("content")).toMatch(/^default-src 'none';/);
    expect(JSON.parse(await readFile(join(folder, SUBFOLDER, "openapi.json"), "utf8"))).toEqual(
      openapi,
    );
  });

  it("gives snippets for the service, and sends it nothing", async () => {
    const block = await choose(hosted, csms, csmsFirst);
    await hosted.page.getByRole("textbox", { name: "region" }).fill("ap-southeast-1");
    const host = openapi.servers[0]?.url.replace("{region}", "ap-southeast-1");
    const curl = await snippetOf(block, "curl", csmsFirst);
    expect(curl).toContain(`'${host}/`);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
    expect(curl).toContain('"X-Auth-Token: ${HUAWEICLOUD_TOKEN:?}"');
    const typescript = await snippetOf(block, "TypeScript", csmsFirst);
    expect(typescript).toContain('region: "ap-southeast-1"');
    expect(await block.getByRole("button", { name: "Execute" }).count()).toBe(0);
    expect(await block.textContent()).toContain("This page sends nothing to the service.");
  });

  it("sends to the mock once that is chosen", async () => {
    await hosted.page.getByRole("combobox", { name: "Server" }).selectOption(started.url);
    const block = await choose(hosted, csms, csmsFirst);
    const { shown } = await execute(hosted, block);
    expect(shown.status).toBe(csms.success);
  });

  it("has asked nobody but its own server and the mock, and has nothing to complain of", () => {
    const folderUrl = new URL(".", hosted.page.url()).href;
    const origins = new Set(hosted.requests.map((each) => new URL(each).origin));
    expect(origins).toEqual(new Set([new URL(hosted.page.url()).origin, started.url]));
    expect(hosted.requests.filter((each) => !each.startsWith(started.url))).toEqual(
      hosted.requests.filter((each) => each.startsWith(folderUrl)),
    );
    expect(hosted.complaints).toEqual([]);
  });
});

describeInBrowser("a third operation", () => {
  const parameters = [
    { in: "path", name: "id", required: true, schema: { type: "string" }, example: "密钥" },
    { in: "query", name: "limit", schema: { type: "integer" }, example: 5 },
    { in: "query", name: "deep", schema: { type: "boolean" }, example: true },
    { in: "header", name: "X-Language", schema: { type: "string" }, example: "it's" },
  ];
  const content = { "application/json": { schema: { type: "object" } } };
  const responses = { 200: { description: "A thing.", content } };
  const get = { operationId: "getThing", summary: "Get a thing", parameters, responses };

  it("needs the document alone", async () => {
    const document = { ...openapi, paths: { ...openapi.paths, "/things/{id}": { get } } };
    const documents = { document, translation: document } as unknown as Documents;
    await mkdir(join(folder, "third"));
    for (const [name, body] of await makeFiles(documents, { mockUrl: started.url })) {
      await writeFile(join(folder, "third", name), body);
    }
    const explorer = await open(new URL("/third/", hosted.page.url()).href);
    expect(await explorer.page.locator(".opblock").count()).toBe(operations.length + 1);
    await explorer.page.getByRole("combobox", { name: "Server" }).selectOption(started.url);
    const block = await expand(explorer, { path: "/things/{id}", method: "GET" });
    const code = block.locator(".explorer-code pre");
    const curl = `curl -gsS -i -X GET '${started.url}/things/${encodeURIComponent("密钥")}?limit=5&deep=true' \\
  -H 'X-Language: it'\\''s' \\
  -H "X-Auth-Token: \${HUAWEICLOUD_TOKEN:-any}"`;
    await expect.poll(() => code.textContent(), PATIENTLY).toBe(curl);
    await pressed(block, "TypeScript");
    expect(await code.textContent()).toContain(`
const { data, error, response } = await dew.getThing({
  params: {
    path: { id: "密钥" },
    query: { limit: 5, deep: true },
    header: { "X-Language": "it's" },
  },
});
`);
    expect(explorer.complaints).toEqual([]);
  });
});

describeInBrowser("npm start", () => {
  it("ends at once with 0 on SIGINT, with a browser connected", async () => {
    const page = await browser.newPage();
    await page.goto(`${started.url}/docs/openapi.json`);
    const exit = once(started.process, "exit");
    started.process.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });
});

interface Explorer {
  readonly page: Page;
  /** Every URL that the page asked for. */
  readonly requests: string[];
  /** Errors and warnings on its console, uncaught errors and breaches of its policy. */
  readonly complaints: string[];
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<Explorer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(PATIENTLY.timeout);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (each) => requests.push(each.url()));
  page.on("requestfailed", (each) => complaints.push(`request failed: ${each.url()}`));
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    // A refusal by the mock is the answer that was asked for.
    const refused = /Failed to load resource.* 400 /.test(complaints.at(-1) ?? "");
    if (refused) complaints.pop();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(url);
  await page.locator(".opblock").first().waitFor();
  return { page, requests, complaints };
}

async function expand(
  { page }: Explorer,
  { path, method }: Pick<Operation, "path" | "method">,
): Promise<Locator> {
  const block = page.locator(`.opblock-${method.toLowerCase()}`, {
    has: page.locator(`[data-path="${path}"]`),
  });
  if (!(await block.locator(".opblock-body").isVisible())) {
    await block.locator(".opblock-summary-control").click();
  }
  await block.locator(".explorer-snippets").waitFor();
  return block;
}

/** Chooses an example by its name in the document. */
async function choose(explorer: Explorer, operation: Operation, { name }: Example) {
  const block = await expand(explorer, operation);
  const choice = block
    .locator(".opblock-section-request-body")
    .getByRole("combobox", { name: "Example", exact: true });
  // One without a name needs no choice.
  if ((await choice.count()) > 0) await choice.selectOption(name);
  return block;
}

/** Writes a body, as JSON where it is not text. */
function edit(block: Locator, body: unknown): Promise<void> {
  const written = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  return block.getByRole("textbox", { name: "Request body" }).fill(written);
}

async function pressed(block: Locator, language: string): Promise<void> {
  await block.locator(".explorer-snippets").getByRole("button", { name: language }).click();
}

/** The snippet in a language, once it is that of the body. */
async function snippetOf(block: Locator, language: string, { value }: { value: unknown }) {
  await pressed(block, language);
  const code = block.locator(".explorer-code pre");
  for (const each of textsOf(value).map((each) => JSON.stringify(each))) {
    const quoted = language === "curl" ? each.replaceAll("'", `'\\''`) : each;
    await expect.poll(() => code.textContent(), PATIENTLY).toContain(quoted);
  }
  return (await code.textContent()) as string;
}

/** Every text in a JSON value. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Presses Execute, and reads what was sent and what is shown of the answer. */
async function execute({ page }: Explorer, block: Locator) {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() !== "OPTIONS"),
    block.getByRole("button", { name: "Execute" }).click(),
  ]);
  const sent = response.request();
  const live = block.locator(".live-responses-table .response");
  await expect
    .poll(() => live.locator(".response-col_status").textContent(), PATIENTLY)
    .toContain(String(response.status()));
  const bodies = live.locator(".highlight-code code");
  return {
    method: sent.method(),
    url: sent.url(),
    headers: await sent.allHeaders(),
    body: sent.postData() ?? "",
    shown: {
      status: (await live.locator(".response-col_status").textContent())?.trim(),
      body: (await bodies.count()) === 0 ? "" : ((await bodies.first().textContent()) ?? ""),
    },
  };
}

let written = 0;

/** Writes each snippet as a module of its own; returns their names. */
async function write(snippets: readonly string[]): Promise<string[]> {
  const names = snippets.map(() => `snippet-${written++}.ts`);
  await Promise.all(names.map((name, index) => workspace.write(name, snippets[index] as string)));
  return names;
}

/** What tsc says of snippets, by this project's settings. */
async function compile(snippets: readonly string[]): Promise<string> {
  const config = JSON.parse(await workspace.read("tsconfig.json"));
  const include = await write(snippets);
  await workspace.write("tsconfig.json", JSON.stringify({ ...config, include }));
  return compileIn(workspace.path);
}

/** What snippets print, one after the other. */
async function runTs(snippets: readonly string[], environment = env): Promise<string> {
  const imports = (await write(snippets)).map((name) => `await import("./${name}");`).join("");
  const args = [...TSX, "--input-type=module", "--eval", imports];
  const options = { cwd: workspace.path, env: environment };
  return (await run(process.execPath, args, options)).stdout;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
