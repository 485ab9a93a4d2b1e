import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

/** The line of cases/index.ts that lists the suites. */
const SUITES = /^const suites: readonly Suite\[\] = \[(.*)\];$/m;

/** What the commands of the project need. */
const FOLDERS = ["spec", "src", "scripts", "generated", "contract-tests"];
const FILES = ["package.json", "tsconfig.json", "vitest.config.ts", "README.md", "README.zh-CN.md"];

export async function copyProject(): Promise<Workspace> {
  return createWorkspace(...FOLDERS, ...FILES);
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

/** What Node is given for the first word of a script. */
const RUNNERS: Readonly<Record<string, readonly string[]>> = {
  node: [],
  tsx: ["--import", "tsx"],
  vitest: [join(ROOT, "node_modules/vitest/vitest.mjs")],
};

/**
 * Runs a script of package.json in a workspace.
 * @returns what it printed
 * @throws Error with the end of that where it fails
 */
export async function npm(
  { path, read }: Workspace,
  script: string,
  ...args: string[]
): Promise<string> {
  const command: string = JSON.parse(await read("package.json")).scripts[script];
  const [runner = "", ...words] = command.split(" ");
  const start = RUNNERS[runner];
  if (start === undefined) throw new Error(`npm run ${script} is run by ${runner}`);
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", VITEST: "" };
  const options = { cwd: path, env, maxBuffer: 2 ** 26 };
  const argv = [...start, ...words, ...args];
  return promisify(execFile)(process.execPath, argv, options).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr }) => {
      throw new Error(`npm run ${script} fails:\n${(stdout + stderr).slice(-5000)}`);
    },
  );
}
