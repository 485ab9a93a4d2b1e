// npm run docs [-- --out DIR]: writes the explorer as a folder for any web server, at any path.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_PORT } from "../src/cli/serve-mock.js";
import { makeFiles, readDocuments } from "./explorer/files.js";

try {
  const { out } = parseArgs({ options: { out: { type: "string", default: ".docs" } } }).values;
  const files = await makeFiles(await readDocuments(), {
    mockUrl: `http://127.0.0.1:${DEFAULT_PORT}`,
  });
  await mkdir(out, { recursive: true });
  for (const [name, body] of files) await writeFile(join(out, name), body);
  console.log(`${join(out, "/")}: wrote ${[...files.keys()].join(", ")}`);
  console.log("Put the folder on any web server, at any path. It loads nothing from elsewhere.");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
