import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The part of axios that is measured. */
export interface Axios {
  post(
    url: string,
    body: unknown,
    config: { headers: Readonly<Record<string, string>> },
  ): Promise<{ status: number }>;
}

export interface Ky {
  post(
    url: string,
    options: { json: unknown; headers: Readonly<Record<string, string>> },
  ): Promise<{ status: number }>;
}

/** A schema of zod; each method gives another. */
export interface ZodSchema {
  min(limit: number): ZodSchema;
  max(limit: number): ZodSchema;
  regex(pattern: RegExp): ZodSchema;
  refine(check: (value: never) => boolean, message: string): ZodSchema;
  optional(): ZodSchema;
  safeParse(value: unknown): { readonly success: boolean };
}

export interface Zod {
  string(): ZodSchema;
  enum(values: readonly string[]): ZodSchema;
  array(item: ZodSchema): ZodSchema;
  object(properties: Readonly<Record<string, ZodSchema>>): ZodSchema;
  strictObject(properties: Readonly<Record<string, ZodSchema>>): ZodSchema;
}

/** The vendor's SDK core, through which the clients of all its services send their requests. */
export interface VendorSdk {
  readonly BasicCredentials: new (data: { ak: string; sk: string }) => object;
  readonly ClientBuilder: new (
    init: (client: VendorClient) => VendorClient,
  ) => {
    withCredential(credential: object): InstanceType<VendorSdk["ClientBuilder"]>;
    withEndpoint(url: string): InstanceType<VendorSdk["ClientBuilder"]>;
    build(): VendorClient;
  };
}

export interface VendorClient {
  sendRequest(request: {
    readonly url: string;
    readonly method: string;
    readonly contentType: string;
    readonly pathParams: Readonly<Record<string, string>>;
    readonly queryParams: object;
    readonly headers: object;
    readonly data: unknown;
  }): Promise<{ httpStatusCode: number }>;
}

export const VENDOR_SDK = "@huaweicloud/huaweicloud-sdk-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);
let installed = false;

export async function loadAxios(): Promise<Axios> {
  return ((await load("axios")) as { default: Axios }).default;
}

export async function loadKy(): Promise<Ky> {
  return ((await load("ky")) as { default: Ky }).default;
}

export async function loadZod(): Promise<Zod> {
  return ((await load("zod")) as { z: Zod }).z;
}

export async function loadVendorSdk(): Promise<VendorSdk> {
  const [core, { ClientBuilder }] = (await Promise.all([
    load(VENDOR_SDK),
    load(`${VENDOR_SDK}/ClientBuilder.js`),
  ])) as [VendorSdk, VendorSdk];
  return { BasicCredentials: core.BasicCredentials, ClientBuilder };
}

/** By a name that the compiler does not see: the root type-checks without the peers. */
function load(name: string): Promise<unknown> {
  installPeers();
  return import(name);
}

/** Installs what this folder's package.json pins, unless it is there. */
export function installPeers(): void {
  if (installed) return;
  const { dependencies } = require("./package.json") as { dependencies: Record<string, string> };
  const missing = Object.entries(dependencies).some(
    ([name, version]) => installedVersion(name) !== version,
  );
  if (missing) {
    console.error("Installing what is measured against, into scripts/bench/node_modules");
    // ky asks for Node 22, and runs on 20 all the same.
    const flags = ["--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
    const { status } = spawnSync("npm", ["ci", "--prefix", here, ...flags], {
      stdio: ["ignore", 2, "inherit"],
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error("npm ci --prefix scripts/bench failed");
  }
  installed = true;
}

function installedVersion(name: string): string | undefined {
  try {
    const text = readFileSync(`${here}node_modules/${name}/package.json`, "utf8");
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return undefined;
  }
}
