import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/lib/free-port.js";
import { expectations } from "../../scripts/runtimes/expected.js";
import { makeSample } from "../../scripts/runtimes/sample.js";
import { startServer, type TestServer } from "../../scripts/runtimes/server.js";
import { describeInBrowser, launchBrowser } from "../support/browser.js";
import { ROOT } from "../support/workspace.js";

/** Bundles the sources as a page's own tools do. */
function bundle(options: BuildOptions) {
  return build({
    ...options,
    tsconfig: join(ROOT, "tsconfig.json"),
    // There TypeScript wants the declarations, and a bundle the code beside them.
    alias: { "huaweicloud-dew-tags/validators": "./generated/validators.js" },
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
  });
}

describe("a bundle", () => {
  const contents = `
    import { createDewTagsClient, token } from "huaweicloud-dew-tags";
    export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`;

  it.each([
    ["a browser has nothing of", "browser", 0],
    ["Node has", "node", 3],
  ] as const)("for %s Node's transport", async (_, platform, modules) => {
    const stdin = { contents, resolveDir: ROOT };
    const { metafile, outputFiles } = await bundle({ stdin, platform });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain("src/client/transport/fetch.ts");
    const own = /^node:|transport\/(node|decode|light-response)\.ts$/;
    expect(inputs.filter((input) => own.test(input))).toHaveLength(modules);
    const text = outputFiles[0]?.text ?? "";
    expect(/node:(https?|zlib|stream)/.test(text)).toBe(modules > 0);
  });
});

describeInBrowser("the contract of all runtimes holds", () => {
  const sample = makeSample();
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer(sample);
    const { outputFiles } = await bundle({
      entryPoints: ["scripts/runtimes/contract.js"],
      platform: "browser",
    });
    server.serve(
      "page",
      "text/html",
      `<script type="module">
      import { run } from "/contract.js/";
      globalThis.run = run;
    </script>`,
    );
    server.serve("contract.js", "text/javascript", outputFiles[0]?.text ?? "");
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("in a browser, as far as it tells why a connection failed", async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/page/`);
    const closed = `http://127.0.0.1:${await freePort()}`;
    const outcomes: Record<string, string> = await tab.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global.
      (given) => (globalThis as any).run(...given),
      [`${server.origin}/browser`, closed, sample] as const,
    );
    const seen = Object.entries(outcomes).map(([behaviour, outcome]) => [
      behaviour,
      { outcome, requests: server.count("browser", behaviour) },
    ]);
    const expected = Object.entries(expectations(sample)).map(([behaviour, one]) => {
      const { vague = [], ...exact } = one;
      return [behaviour, expect.toBeOneOf([exact, ...vague])];
    });
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
  });
});
