import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { EXPLORER_PATH } from "./address.js";
import { type Documents, makeAssets, makeDocumentFiles } from "./files.js";
import { policyFor } from "./page.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

export interface ExplorerServer {
  /** Answers below `EXPLORER_PATH`, and where a redirect leads there: true where it has. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Serves another document, and has open pages load it. */
  update(documents: Documents): void;
  /** Shows over open pages why the spec is broken, until the next update. */
  fail(message: string): void;
}

/**
 * Serves the explorer of a document whose mock listens at the same origin.
 *
 * @param isLive Whether pages follow `update` and `fail`.
 */
export async function serveExplorer(
  documents: Documents,
  { isLive = false }: { readonly isLive?: boolean } = {},
): Promise<ExplorerServer> {
  const fixed = await makeAssets();
  let assets = new Map<string, ReturnType<typeof toAsset>>();
  let rootIsFree = true;
  let broken: string | undefined;
  const pages = new Set<ServerResponse>();

  function use({ document, translation }: Documents): void {
    // Relative, so that it holds behind a forwarded port too.
    const servers = [{ url: "/", description: "The mock that serves this document" }];
    const shown = {
      document: { ...document, servers },
      translation: { ...translation, servers },
    };
    const files = [...makeDocumentFiles(shown, { mockUrl: undefined, isLive }), ...fixed];
    assets = new Map(files.map(([name, body]) => [name, toAsset(name, body)]));
    rootIsFree = document.paths["/"] === undefined;
    broken = undefined;
  }
  use(documents);

  /** What a page is told first, and whenever it changes. */
  function event(): string {
    if (broken !== undefined) return `event: broken\ndata: ${JSON.stringify(broken)}\n\n`;
    return `event: served\ndata: ${assets.get("openapi.json")?.headers.etag}\n\n`;
  }

  function tell(): void {
    for (const page of pages) page.write(event());
  }

  const handle: ExplorerServer["handle"] = (request, response) => {
    const { url = "/", headers } = request;
    const [path = "/"] = url.split("?");
    const isVisit = path === "/" && rootIsFree && headers.accept?.includes("text/html");
    if (!path.startsWith(EXPLORER_PATH) && path !== EXPLORER_PATH.slice(0, -1) && !isVisit) {
      return false;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      if (isVisit) return false;
      response.writeHead(405, { ...COMMON, allow: "GET, HEAD" }).end();
      return true;
    }
    if (!path.startsWith(EXPLORER_PATH)) {
      response.writeHead(302, { ...COMMON, location: EXPLORER_PATH }).end();
      return true;
    }
    if (isLive && path === `${EXPLORER_PATH}events`) {
      response.writeHead(200, {
        ...COMMON,
        "content-type": "text/event-stream",
        "cache-control": "no-store",
      });
      response.write(event());
      pages.add(response);
      response.once("close", () => pages.delete(response));
      return true;
    }
    // Looked up, never opened: what is not in the map cannot be reached.
    const asset = assets.get(path.slice(EXPLORER_PATH.length) || "index.html");
    if (asset === undefined) {
      response
        .writeHead(404, { ...COMMON, "content-type": TYPES[".txt"] })
        .end(`There is no such file. The explorer is at ${EXPLORER_PATH}\n`);
      return true;
    }
    if (headers["if-none-match"]?.includes(asset.headers.etag)) {
      response.writeHead(304, asset.headers).end();
      return true;
    }
    // Node leaves the body out where the method is HEAD.
    response.writeHead(200, { ...asset.headers, "content-length": asset.body.length });
    response.end(asset.body);
    return true;
  };

  return {
    handle,
    update(next) {
      use(next);
      tell();
    },
    fail(message) {
      broken = message;
      tell();
    },
  };
}

const COMMON = {
  "content-security-policy": `${policyFor(undefined)}; frame-ancestors 'none'`,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function toAsset(name: string, body: Buffer) {
  return {
    body,
    headers: {
      ...COMMON,
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      // Kept, but asked about each time: another version may listen here tomorrow.
      "cache-control": "no-cache",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    },
  };
}
