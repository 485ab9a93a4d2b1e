import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { ENTRY, ROOT, VALIDATORS_ENTRY } from "./ours.js";
import { installPeers, VENDOR_SDK } from "./peers.js";
import { example, operation } from "./sample.js";
import type { Row, Table } from "./table.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BASE_URL = "https://kms.cn-north-4.myhuaweicloud.com";

/** What the smallest use of each weighs in a bundle, and what npm installs for it. */
export async function measureSizes(): Promise<Table[]> {
  installPeers();
  const rows: Row[] = [];
  for (const { id, name, entry, packages } of uses()) {
    const figures = await weigh(entry);
    const installed = packages === "this" ? ownSize() : sizeOnDisk(packages);
    rows.push({ id, name, figures: { ...figures, installed } });
  }
  // Beside what they are part of.
  rows.splice(1, 0, ...(await weighParts()));
  return [
    {
      id: "size",
      title: "Smallest use: bundle for a browser, and install",
      columns: [
        { id: "brotli", heading: "brotli", unit: "B" },
        { id: "minified", heading: "minified", unit: "B" },
        { id: "installed", heading: "installed", unit: "B" },
      ],
      rows,
      note:
        "Bundled by esbuild, one request as the document has it. Installed: with dependencies. " +
        "The SDK is made for Node: Node's own modules are left out of its bundle.",
    },
  ];
}

interface Use {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly packages: readonly string[] | "this";
}

function uses(): Use[] {
  const url = `\`${BASE_URL}\${path}\``;
  const headers = `{ "X-Auth-Token": token }`;
  const ours = (auth: string, credential: string, options: string) => `
    import { createDewTagsClient, ${auth} } from ${JSON.stringify(ENTRY)};
    export const call = (secret, init) =>
      createDewTagsClient({ region: "cn-north-4", auth: ${auth}(${credential})${options} })
        .${example.operationId}(init);`;
  const fetchWith = (before: string) => `
    export const call = (path, token, body) => {
      ${before}
      return fetch(${url}, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Auth-Token": token },
        body: JSON.stringify(body),
      });
    };`;
  return [
    {
      id: "token",
      name: "this package, token",
      entry: ours("token", "secret", ""),
      packages: "this",
    },
    {
      id: "aksk",
      name: "this package, AK/SK, retries",
      entry: ours("akSk", "secret", ", retry: { maxAttempts: 5 }"),
      packages: "this",
    },
    { id: "fetch", name: "raw fetch", entry: fetchWith(""), packages: [] },
    {
      id: "zod",
      name: "raw fetch and zod",
      entry: `
        import { array, enum as oneOf, object, strictObject, string } from "zod";
        import { zodRequest } from "./zod-request.ts";
        const request = zodRequest({ array, enum: oneOf, object, strictObject, string });
        ${fetchWith("request.parse({ path, body });")}`,
      packages: ["zod"],
    },
    {
      id: "openapi-fetch",
      name: "openapi-fetch",
      entry: `
        import createClient from "openapi-fetch";
        export const call = (token, init) =>
          createClient({ baseUrl: "${BASE_URL}", headers: ${headers} })
            .POST("${operation.path}", init);`,
      packages: ["openapi-fetch"],
    },
    {
      id: "axios",
      name: "axios",
      entry: `
        import axios from "axios";
        export const call = (path, token, body) => axios.post(${url}, body, { headers: ${headers} });`,
      packages: ["axios"],
    },
    {
      id: "ky",
      name: "ky",
      entry: `
        import ky from "ky";
        export const call = (path, token, json) => ky.post(${url}, { json, headers: ${headers} });`,
      packages: ["ky"],
    },
    {
      id: "sdk",
      name: "vendor's SDK core, AK/SK",
      entry: `
        import { BasicCredentials } from "${VENDOR_SDK}";
        import { ClientBuilder } from "${VENDOR_SDK}/ClientBuilder.js";
        export const call = (credential, request) =>
          new ClientBuilder((client) => client)
            .withCredential(new BasicCredentials(credential))
            .withEndpoint("${BASE_URL}")
            .build()
            .sendRequest(request);`,
      packages: [VENDOR_SDK],
    },
  ];
}

/** What this package cannot do without, each alone. */
async function weighParts(): Promise<Row[]> {
  const parts = [
    ["openapi-fetch", 'import client from "openapi-fetch"; export default client();'],
    ["validators", `export { requestValidators } from ${JSON.stringify(VALIDATORS_ENTRY)};`],
    ["p-retry", 'export { default } from "p-retry";'],
  ] as const;
  return Promise.all(
    parts.map(async ([part, entry]) => ({
      id: `part-${part}`,
      name: `  of it, ${part}`,
      figures: await weigh(entry, ROOT),
    })),
  );
}

async function weigh(entry: string, resolveDir: string = HERE) {
  const bundle = await bundleOf(entry, resolveDir);
  return { brotli: brotliCompressSync(bundle).length, minified: bundle.length };
}

async function bundleOf(entry: string, resolveDir: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    external: [...builtinModules],
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** What `npm pack` would ship, unpacked, and its dependencies. */
function ownSize(): number {
  const json = execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [{ unpackedSize }] = JSON.parse(json) as [{ unpackedSize: number }];
  const { dependencies } = readManifest(ROOT);
  return unpackedSize + sizeOnDisk(Object.keys(dependencies ?? {}), ROOT);
}

/** Bytes of packages and of all that they depend on, each counted once. */
function sizeOnDisk(names: readonly string[], from: string = HERE): number {
  const folders = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = packageFolder(name, from);
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const dependency of Object.keys(readManifest(folder).dependencies ?? {})) {
      visit(dependency, folder);
    }
  };
  for (const name of names) visit(name, from);
  return [...folders].reduce((sum, folder) => sum + folderSize(folder), 0);
}

/** As Node looks it up, but whether or not the package exports its manifest. */
function packageFolder(name: string, from: string): string {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return packageFolder(name, dirname(from));
}

/** Without the packages that lie within: those are counted where something depends on them. */
function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
    }, 0);
}

function readManifest(folder: string): { dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
