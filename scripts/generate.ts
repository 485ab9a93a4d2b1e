// npm run generate [-- --check] [-- --spec FILE --out DIR]: makes generated/ from the spec.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generator/index.js";
import { SpecError } from "./generator/spec-error.js";

const { values: options } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    spec: { type: "string", default: "spec/openapi.yaml" },
    out: { type: "string", default: "generated" },
  },
});

try {
  // Everything is made before anything is written: a broken spec leaves the folder as it was.
  const files = await generate(options.spec);
  process.exitCode = options.check ? await check(files) : await write(files);
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(`${options.spec} is broken, ${options.out}/ is unchanged:\n${error.message}`);
  process.exitCode = 1;
}

async function write(files: Map<string, string>): Promise<number> {
  await mkdir(options.out, { recursive: true });
  for (const [name, text] of files) await writeFile(join(options.out, name), text);
  console.log(`${options.out}/: wrote ${[...files.keys()].join(", ")}`);
  return 0;
}

async function check(files: Map<string, string>): Promise<number> {
  const differing = (
    await Promise.all(
      [...files].map(async ([name, text]) => {
        const present = await readFile(join(options.out, name), "utf8").catch(() => undefined);
        if (present === text) return [];
        return [`${join(options.out, name)} ${present === undefined ? "is missing" : "differs"}`];
      }),
    )
  ).flat();
  const unexpected = (await strays(files)).map(
    (name) => `${join(options.out, name)} is not generated: delete it`,
  );
  const findings = [...differing, ...unexpected];
  if (findings.length === 0) {
    console.log(`${options.out}/ is in step with ${options.spec}`);
    return 0;
  }
  console.error(
    `${findings.join("\n")}\nTo mend it: npm run generate, then commit ${options.out}/`,
  );
  return 1;
}

/** What lies in the folder but is not generated: the folder is wholly the generator's. */
async function strays(files: Map<string, string>): Promise<string[]> {
  const present = await readdir(options.out).catch(() => []);
  return present.filter((name) => !files.has(name));
}
