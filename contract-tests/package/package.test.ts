import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pack } from "../../scripts/lib/pack.js";
import { ROOT } from "../support/workspace.js";

const run = promisify(execFile);
const PACKAGE = "huaweicloud-dew-tags";
let tarball: string;
let consumer: string;

/** The packed package in the node_modules of an empty project, beside nothing but what it needs. */
beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), "dew-tags-consumer-"));
  tarball = pack(consumer);
  const modules = join(consumer, "node_modules");
  await mkdir(join(modules, "@types"), { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", consumer]);
  await cp(join(consumer, "package"), join(modules, PACKAGE), { recursive: true });
  for (const name of await dependencies(PACKAGE, modules)) {
    await symlink(join(ROOT, "node_modules", name), join(modules, name));
  }
  await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
  await cp(join(ROOT, "contract-tests/package/consumer.ts"), join(consumer, "consumer.ts"));
}, 60_000);

afterAll(() => rm(consumer, { recursive: true, force: true }));

/** What a package pulls in; the packages themselves are those of this repository. */
async function dependencies(name: string, modules = join(ROOT, "node_modules")): Promise<string[]> {
  const manifest = await readFile(join(modules, name, "package.json"), "utf8");
  const own = Object.keys(JSON.parse(manifest).dependencies ?? {});
  const nested = await Promise.all(own.map((dependency) => dependencies(dependency)));
  return [...new Set([...own, ...nested.flat()])];
}

/** What a program of the consumer prints. */
async function print(type: "module" | "commonjs", program: string): Promise<string> {
  const args = ["--no-warnings", `--input-type=${type}`, "--eval", program];
  return (await run(process.execPath, args, { cwd: consumer })).stdout.trim();
}

describe("the packed package", () => {
  it("pulls in openapi-fetch and nothing else", async () => {
    expect((await dependencies(PACKAGE, join(consumer, "node_modules"))).sort()).toEqual([
      "openapi-fetch",
      "openapi-typescript-helpers",
    ]);
  });

  it("is clean in publint's strict mode", async () => {
    const pkgDir = join(consumer, "package");
    const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("resolves its types from everywhere that an ESM package can be imported from", async () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    // attw takes every file for a module, and finds no default export in JSON.
    const options = ["--profile", "esm-only", "--exclude-entrypoints", "contract-cases.json"];
    await run(process.execPath, [attw, tarball, ...options], { cwd: consumer });
  });

  it("works from ESM", async () => {
    const script = `
      import { createDewTagsClient, token } from "${PACKAGE}";
      import { requestValidators } from "${PACKAGE}/validators";
      import openapi from "${PACKAGE}/openapi.json" with { type: "json" };
      import cases from "${PACKAGE}/contract-cases.json" with { type: "json" };
      const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
      const ids = Object.keys(requestValidators);
      console.log(ids.every((id) => typeof dew[id] === "function"), openapi.openapi, cases.requests.length > 0);
    `;
    expect(await print("module", script)).toMatch(/^true 3\.1\.\d true$/);
  });

  it("works from require()", async () => {
    const script = `
      const { createDewTagsClient, token } = require("${PACKAGE}");
      console.log(typeof createDewTagsClient({ region: "cn-north-4", auth: token("t") }).http.POST);
    `;
    expect(await print("commonjs", script)).toBe("function");
  });

  it("is one file on Node, and loads openapi-fetch when it is needed", async () => {
    const { exports } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    const entry = await readFile(join(consumer, "package", exports["."].node), "utf8");
    expect(entry).not.toMatch(/^(import|export .* from)\b/m);
    expect(entry).toContain('import("./chunks/openapi-fetch-');
  });

  it("says what ./mock lacks where Prism is not installed", async () => {
    const script = `import { startMock } from "${PACKAGE}/mock"; await startMock().catch((e) => console.log(e.message));`;
    expect(await print("module", script)).toContain("npm i -D @stoplight/prism-cli");
  });

  it("runs its command where Prism is not installed", async () => {
    const script = `process.argv.push("", "--version"); await import("./node_modules/${PACKAGE}/dist/src/cli/index.js");`;
    expect(await print("module", script)).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("bundles for a browser, with nothing of Node's", async () => {
    const { warnings, metafile } = await build({
      stdin: {
        contents: `import { createDewTagsClient, akSk } from "${PACKAGE}"; export default createDewTagsClient({ region: "r", auth: akSk({ accessKey: "a", secretKey: "s" }) });`,
        resolveDir: consumer,
      },
      ...{ bundle: true, format: "esm", platform: "browser", write: false, metafile: true },
    });
    expect(warnings).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((name) => name.startsWith("node:"))).toEqual([]);
  });
});

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedDeclarations: true,
  declaration: true,
  emitDeclarationOnly: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  // TypeScript's own are not ours to check.
  skipDefaultLibCheck: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};

/** Each compiler, and each way to resolve a package that is not of Node 10. */
const COMPILERS = [
  ["TypeScript 5.4", "typescript-5.4", "nodenext"],
  ["TypeScript 5.4", "typescript-5.4", "bundler"],
  ["TypeScript 5", "typescript", "nodenext"],
  ["TypeScript 6", "typescript-6", "bundler"],
  ["TypeScript 7", "typescript-7", "nodenext"],
  ["TypeScript 7", "typescript-7", "bundler"],
] as const;

/** Compiles files of the consumer. @returns what the compiler objects to; "" where nothing */
async function compile(
  compiler: string,
  moduleResolution: string,
  files: readonly string[],
  options: object = {},
): Promise<string> {
  const name = [compiler, moduleResolution, ...files].join("-");
  const config = join(consumer, `tsconfig.${name}.json`);
  const module = moduleResolution === "bundler" ? "esnext" : moduleResolution;
  const outDir = `types-${name}`;
  const compilerOptions = { ...STRICT, module, moduleResolution, outDir, ...options };
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  const tsc = join(ROOT, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", config], { cwd: consumer }).catch(
    (error) => error,
  );
  return stdout;
}

describe("a consumer of each public name compiles in the strictest", () => {
  it.each(COMPILERS)("%s (%s), moduleResolution %s", async (_, folder, moduleResolution) => {
    // Options that the oldest does not know yet.
    const newer = { isolatedDeclarations: undefined, erasableSyntaxOnly: undefined };
    const options = folder === "typescript-5.4" ? newer : {};
    expect(await compile(folder, moduleResolution, ["consumer.ts"], options)).toBe("");
  });
});

describe("a consumer in CommonJS compiles", () => {
  const options = { verbatimModuleSyntax: false };
  const STATIC = `import { token } from "${PACKAGE}";
    import type { paths } from "${PACKAGE}/types";
    export const auth: ReturnType<typeof token> = token("t");
    export type Path = keyof paths;`;
  const DYNAMIC = `export async function load(): Promise<string> {
      const { token } = await import("${PACKAGE}");
      return typeof token("t").authorize;
    }`;

  it.each(["nodenext", "bundler"])("with moduleResolution %s", async (moduleResolution) => {
    await writeFile(join(consumer, "static.cts"), STATIC);
    expect(await compile("typescript-7", moduleResolution, ["static.cts"], options)).toBe("");
  });

  it("with module node16 by import(), because that knows no require() of ES modules", async () => {
    await writeFile(join(consumer, "static16.cts"), STATIC);
    await writeFile(join(consumer, "dynamic.cts"), DYNAMIC);
    const files = ["static16.cts", "dynamic.cts"];
    const output = await compile("typescript-7", "node16", files, options);
    expect(output).toContain("static16.cts(1,23): error TS1479");
    expect(output).not.toContain("dynamic.cts");
  });
});
