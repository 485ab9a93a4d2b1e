import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { OpenApiDocument } from "../generator/document.js";
import { type PageOptions, page } from "./page.js";

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const BROWSER = fileURLToPath(new URL("browser/", import.meta.url));

/** What is needed of Swagger UI's 13 MB, and its licences: names there and here. */
const FROM_SWAGGER_UI = {
  "swagger-ui-bundle.js": "swagger-ui-bundle.js",
  "swagger-ui.css": "swagger-ui.css",
  "favicon-32x32.png": "favicon-32x32.png",
  "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui-bundle.js.LICENSE.txt",
  LICENSE: "swagger-ui.LICENSE.txt",
  NOTICE: "swagger-ui.NOTICE.txt",
};

/** A document, and the same in Chinese. */
export interface Documents {
  readonly document: OpenApiDocument;
  readonly translation: OpenApiDocument;
}

/** Reads what `npm run generate` wrote. */
export async function readDocuments(): Promise<Documents> {
  const read = async (name: string): Promise<OpenApiDocument> =>
    JSON.parse(await readFile(new URL(`../../generated/${name}`, import.meta.url), "utf8"));
  const [document, translation] = await Promise.all([read("openapi.json"), read(TRANSLATION_FILE)]);
  return { document, translation };
}

export const TRANSLATION_FILE = "openapi.zh-CN.json";

/**
 * Makes the explorer of a document: every file it consists of, by name, all in one folder. They
 * refer to each other by relative URLs, so the folder may be served from any path.
 */
export async function makeFiles(
  documents: Documents,
  options: PageOptions,
): Promise<Map<string, Buffer>> {
  return new Map([...makeDocumentFiles(documents, options), ...(await makeAssets())]);
}

/** The files that change with the document. */
export function makeDocumentFiles(
  { document, translation }: Documents,
  options: PageOptions,
): Map<string, Buffer> {
  const toFile = (each: OpenApiDocument) => Buffer.from(`${JSON.stringify(each, null, 2)}\n`);
  return new Map([
    ["index.html", Buffer.from(page(document, options))],
    ["openapi.json", toFile(document)],
    [TRANSLATION_FILE, toFile(translation)],
  ]);
}

/** The files that do not. */
export async function makeAssets(): Promise<Map<string, Buffer>> {
  const [style, vendored] = await Promise.all([
    readFile(join(BROWSER, "explorer.css")),
    Promise.all(
      Object.entries(FROM_SWAGGER_UI).map(
        async ([from, to]) =>
          [to, withoutSourceMap(await readFile(join(SWAGGER_UI, from)))] as const,
      ),
    ),
  ]);
  return new Map([
    ["explorer.js", bundle(join(BROWSER, "main.ts"))],
    ["explorer.css", style],
    ...vendored,
  ]);
}

function bundle(entry: string): Buffer {
  // Not the asynchronous one, whose process lives as long as this one.
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    tsconfigRaw: {},
  });
  return Buffer.from((outputFiles[0] as { contents: Uint8Array }).contents);
}

/** The maps are not served: a reference would be a 404 in every developer's console. */
function withoutSourceMap(file: Buffer): Buffer {
  const tail = file.lastIndexOf("# sourceMappingURL=");
  return tail === -1 ? file : file.subarray(0, file.lastIndexOf("/", tail));
}
