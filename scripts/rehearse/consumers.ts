import { extractSnippets, type Snippet } from "../lib/snippets.js";

/** An empty project, what it installs beside the package, and what it runs. */
export interface Consumer {
  readonly name: string;
  readonly manifest: object;
  /** With their versions. */
  readonly packages: readonly string[];
  /** Content by path. redirect.mjs is there beside them. */
  readonly files: Readonly<Record<string, string>>;
  /** A command line; must end with 0. */
  readonly run: string;
}

const ESM = { type: "module" };
const COMMONJS = { type: "commonjs" };
const node = (files: readonly string[]) =>
  files.map((file) => `node --import ./redirect.mjs ${file}`).join(" && ");

/** Everything that the README shows a consumer, in each kind of project that it names. */
export function consumers(readme: string): readonly Consumer[] {
  const snippets = extractSnippets("README.md", readme);
  const tests = snippets.filter(({ code }) => code.includes('from "vitest"'));
  const programs = snippets.filter(({ runs }) => runs);
  if (tests.length === 0 || programs.length === 0) throw new Error("the README shows no code");
  const named = (list: readonly Snippet[], ending: string, convert = (code: string) => code) =>
    Object.fromEntries(list.map(({ code }, index) => [`readme-${index}${ending}`, convert(code)]));

  const esm = named(programs, ".mjs");
  const commonJs = named(programs, ".cjs", toCommonJs);
  const types = named(snippets, ".ts");
  return [
    { name: "ESM", manifest: ESM, packages: [], files: esm, run: node(Object.keys(esm)) },
    {
      name: "CommonJS with import()",
      manifest: COMMONJS,
      packages: [],
      files: commonJs,
      run: node(Object.keys(commonJs)),
    },
    {
      name: "CommonJS with require()",
      manifest: COMMONJS,
      packages: [],
      files: { "main.cjs": 'require("huaweicloud-dew-tags").token("t");' },
      run: "node main.cjs",
    },
    {
      name: "TypeScript",
      manifest: ESM,
      packages: ["typescript@5.9.3", "@types/node@20", "vitest@4.1.12"],
      files: types,
      run: `tsc --noEmit --strict --target es2022 --module nodenext --types node --skipLibCheck ${Object.keys(types).join(" ")}`,
    },
    {
      name: "vitest",
      manifest: ESM,
      packages: ["vitest@4.1.12"],
      files: named(tests, ".test.mjs"),
      run: "vitest run",
    },
    {
      name: "Jest",
      manifest: { ...ESM, jest: { testMatch: ["**/*.test.mjs"], transform: {} } },
      packages: ["jest@30.5.2"],
      files: named(tests, ".test.mjs", (code) => code.replace('"vitest"', '"@jest/globals"')),
      run: "NODE_OPTIONS=--experimental-vm-modules jest",
    },
  ];
}

/** As the README tells those who are in CommonJS: `await import()`. */
function toCommonJs(code: string): string {
  const body = code.replace(/^import (\{.*?\}) from (".*?");$/gms, "const $1 = await import($2);");
  return `(async () => {\n${body}})();\n`;
}
