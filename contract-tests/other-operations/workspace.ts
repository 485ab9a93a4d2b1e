import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

/** The line of cases/index.ts that lists the suites. */
const SUITES = /^const suites: readonly Suite\[\] = \[(.*)\];$/m;

/** A copy of the project, with all that its commands need. */
export async function copyProject(): Promise<Workspace> {
  return createWorkspace(
    "spec",
    "src",
    "scripts",
    "generated",
    "contract-tests",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
    "README.md",
    "README.zh-CN.md",
  );
}

/** Lists a suite of this folder in cases/index.ts. */
export async function listSuite(
  { edit }: Workspace,
  name: string,
  folder: string,
  others: "beside the others" | "alone",
): Promise<void> {
  const index = "contract-tests/cases/index.ts";
  const line = (_: string, listed: string): string =>
    `const suites: readonly Suite[] = [${others === "alone" ? "" : `${listed}, `}${name}];`;
  await edit(index, SUITES, line as never);
  if (others === "alone") await edit(index, /^import \{ \w+ \} from "\.\/\w+\/index\.js";\n/gm, "");
  const from = `../other-operations/${folder}/index.js`;
  await edit(index, /^/, `import { ${name} } from "${from}";\n`);
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a script of package.json in a workspace, and waits for its end. */
export async function npm(
  { path, read }: Workspace,
  script: string,
  ...args: string[]
): Promise<Ended> {
  const { scripts } = JSON.parse(await read("package.json"));
  const [, words = ""] = /^(?:tsx|node --import tsx|vitest) (.*)$/.exec(scripts[script]) ?? [];
  const isTest = scripts[script].startsWith("vitest");
  const command = isTest ? [join(ROOT, "node_modules/vitest/vitest.mjs")] : ["--import", "tsx"];
  const options = {
    cwd: path,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", VITEST: "" },
    maxBuffer: 2 ** 26,
  };
  return promisify(execFile)(
    process.execPath,
    [...command, ...words.split(" "), ...args],
    options,
  ).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}
