import { fileURLToPath, pathToFileURL } from "node:url";
import type { CallSetup } from "./sample.js";

/** What each module in contenders/ exports: makes a client, and returns what sends one request. */
export type Start = (setup: CallSetup) => () => Promise<number>;

export interface Contender {
  readonly id: string;
  readonly name: string;
  /** Its module. Plain JavaScript, which a fresh process runs without a compiler. */
  readonly path: string;
  /** Packages that its users install; "this" is the package that is measured. */
  readonly packages: readonly string[] | "this";
}

const contender = (id: string, name: string, packages: Contender["packages"]): Contender => ({
  id,
  name,
  path: fileURLToPath(new URL(`contenders/${id}.js`, import.meta.url)),
  packages,
});

/** The ratios of calls and of first calls compare with this one. */
export const REFERENCE = "fetch";

/** What starting a process takes by itself. */
export const EMPTY: Contender = contender("empty", "empty Node", []);

/** This package as shipped, with validation, timeout, retries and typed errors, and its peers. */
export const contenders: readonly Contender[] = [
  contender("own-token", "this package, token", "this"),
  contender("own-ak-sk", "this package, AK/SK", "this"),
  contender("fetch", "raw fetch", []),
  contender("node-http", "raw node:http", []),
  contender("undici", "undici Pool", ["undici"]),
  contender("openapi-fetch", "openapi-fetch", ["openapi-fetch"]),
  contender("axios", "axios", ["axios"]),
  contender("ky", "ky", ["ky"]),
  contender("vendor-sdk", "vendor's SDK core, AK/SK", ["@huaweicloud/huaweicloud-sdk-core"]),
];

/** Loads a contender into this process, ready to be called. */
export async function startContender(
  { path }: Contender,
  setup: CallSetup,
): Promise<ReturnType<Start>> {
  const { start } = (await import(pathToFileURL(path).href)) as { start: Start };
  return start(setup);
}
