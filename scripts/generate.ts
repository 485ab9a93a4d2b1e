// npm run generate [-- --check] [-- --spec FILE --out DIR]: makes generated/ from the spec, and the
// table of deviations in the READMEs.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Language, MissingMarkers, withDeviations } from "./generator/deviations.js";
import type { OpenApiDocument } from "./generator/document.js";
import { generate } from "./generator/index.js";
import { SpecError } from "./generator/spec-error.js";

/** Texts that hold the table of deviations, the document that each shows it of, and its language. */
const READMES: readonly [file: string, document: string, language: Language][] = [
  ["README.md", "openapi.json", "en"],
  ["README.zh-CN.md", "openapi.zh-CN.json", "zh-CN"],
];
const [SPEC, OUT] = ["spec/openapi.yaml", "generated"];

const { values: options } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    spec: { type: "string", default: SPEC },
    out: { type: "string", default: OUT },
  },
});

try {
  // Everything is made before anything is written: a broken spec leaves the folder as it was.
  const files = await generate(options.spec, (warning) => console.warn(`warning: ${warning}`));
  const outputs = new Map([
    ...[...files].map(([name, text]): [string, string] => [join(options.out, name), text]),
    ...(await readmes(files)),
  ]);
  process.exitCode = options.check ? await check(outputs) : await write(outputs);
} catch (error) {
  if (error instanceof MissingMarkers) {
    console.error(`nothing is written: ${error.message}`);
  } else if (error instanceof SpecError) {
    console.error(`${options.spec} is broken, ${options.out}/ is unchanged:\n${error.message}`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}

/** The READMEs with today's table, where they are those of this spec. */
async function readmes(files: ReadonlyMap<string, string>): Promise<[string, string][]> {
  if (options.spec !== SPEC || options.out !== OUT) return [];
  const texts = READMES.map(async ([file, document, language]): Promise<[string, string][]> => {
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) return [];
    const table = JSON.parse(files.get(document) ?? "{}") as OpenApiDocument;
    const updated = withDeviations(text, table, language);
    if (updated === undefined) throw new MissingMarkers(file);
    return [[file, updated]];
  });
  return (await Promise.all(texts)).flat();
}

async function write(outputs: ReadonlyMap<string, string>): Promise<number> {
  await mkdir(options.out, { recursive: true });
  for (const [path, text] of outputs) await writeFile(path, text);
  console.log(`wrote ${[...outputs.keys()].join(", ")}`);
  return 0;
}

async function check(outputs: ReadonlyMap<string, string>): Promise<number> {
  const differing = await Promise.all(
    [...outputs].map(async ([path, text]) => {
      const present = await readFile(path, "utf8").catch(() => undefined);
      if (present === text) return [];
      return [`${path} ${present === undefined ? "is missing" : "differs"}`];
    }),
  );
  const unexpected = (await strays(outputs)).map((path) => `${path} is not generated: delete it`);
  const findings = [...differing.flat(), ...unexpected];
  if (findings.length === 0) {
    console.log(`${options.out}/ is in step with ${options.spec}`);
    return 0;
  }
  console.error(
    `${findings.join("\n")}\nTo mend it: npm run generate, then commit what it changes`,
  );
  return 1;
}

/** What lies in the folder but is not generated: the folder is wholly the generator's. */
async function strays(outputs: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await readdir(options.out).catch(() => []);
  return present.map((name) => join(options.out, name)).filter((path) => !outputs.has(path));
}
