import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeInBrowser, launchBrowser } from "../support/browser.js";
import { ROOT } from "../support/workspace.js";
import { runSmallContract } from "./small-contract.js";

let mock: RunningMock;
let redirecting: Server;
let redirects = 0;
let closed: string;

const expected = [
  { step: "a request with a token is accepted", outcome: 204 },
  { step: "a signed request is accepted", outcome: 204 },
  {
    step: "a bad request is not sent",
    outcome: [expect.objectContaining({ pointer: "/body/tags/0/key", keyword: "pattern" })],
  },
  { step: "a documented error is an ApiError", outcome: [true, 404, "CSMS.0005", "string"] },
  { step: "a redirect is not followed", outcome: ["TransportError", "redirected", 1] },
  { step: "where nothing listens, there is no answer", outcome: true },
];

beforeAll(async () => {
  mock = await startMock();
  redirecting = createServer((request, response) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method === "OPTIONS") {
      response.writeHead(204, { ...cors, "access-control-allow-methods": "POST" }).end();
      return;
    }
    redirects++;
    response.writeHead(307, { ...cors, location: mock.url + request.url }).end();
  });
  const passing = createServer();
  closed = await listen(passing);
  await new Promise((resolve) => passing.close(resolve));
});

afterAll(async () => {
  await mock?.close();
  redirecting?.close();
});

describe("the small contract holds", () => {
  it("on Node", async () => {
    expect(await runSmallContract(mock.url, await listen(redirecting), closed)).toEqual(expected);
    expect(redirects).toBe(1);
  });
});

describeInBrowser("the small contract holds", () => {
  let browser: Browser;
  let page: Server;

  beforeAll(async () => {
    const bundle = await build({
      stdin: {
        contents: `
          import { runSmallContract } from "./contract-tests/client/small-contract.ts";
          globalThis.runSmallContract = runSmallContract;
        `,
        resolveDir: ROOT,
      },
      tsconfig: join(ROOT, "tsconfig.json"),
      bundle: true,
      format: "iife",
      platform: "browser",
      write: false,
    });
    page = createServer((request, response) => {
      const isScript = request.url === "/script.js";
      response.writeHead(200, {
        "content-type": isScript ? "text/javascript" : "text/html; charset=utf-8",
        // As strict as pages are: no code is made from strings.
        "content-security-policy": "default-src 'self'; connect-src http://127.0.0.1:*",
      });
      response.end(isScript ? bundle.outputFiles[0]?.text : '<script src="/script.js"></script>');
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    page?.close();
  });

  it("in a browser, from another origin", async () => {
    const tab = await browser.newPage();
    await tab.goto(await listen(page));
    const urls = [mock.url, address(redirecting), closed] as const;
    const outcomes = await tab.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global.
      (given) => (globalThis as any).runSmallContract(...given),
      urls,
    );
    expect(outcomes).toEqual(expected);
  });
});

async function listen(server: Server): Promise<string> {
  if (!server.listening) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  return address(server);
}

function address(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
