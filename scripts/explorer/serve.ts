import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import type { OpenApiDocument } from "../generator/document.js";
import { EXPLORER_PATH } from "./address.js";
import { makeFiles } from "./files.js";
import { policyFor } from "./page.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves the explorer of a document whose mock listens at the same origin.
 *
 * @returns A handler that is true where it has answered: below `EXPLORER_PATH`, and where a
 *   redirect leads there. All else is the API's.
 */
export async function serveExplorer(
  document: OpenApiDocument,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  // Relative, so that it holds behind a forwarded port too.
  const servers = [{ url: "/", description: "The mock that serves this document" }];
  const files = await makeFiles({ ...document, servers }, { mockUrl: undefined });
  const assets = new Map([...files].map(([name, body]) => [name, toAsset(name, body)]));
  const rootIsFree = document.paths["/"] === undefined;

  return (request, response) => {
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
