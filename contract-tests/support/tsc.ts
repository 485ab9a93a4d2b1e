import { execFile } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./workspace.js";

/** The compiler of `npm run typecheck`. */
const TSC = join(ROOT, "node_modules/typescript-7/bin/tsc");

/** @returns what the compiler objects to in a folder that has a tsconfig.json; "" where nothing */
export function compileIn(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [TSC], { cwd: folder }, (error, stdout, stderr) => {
      if (error !== null && stdout === "") reject(new Error(`tsc failed: ${stderr}`));
      else resolve(stdout);
    });
  });
}
