import { watch } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Documents, TRANSLATION_FILE } from "../explorer/files.js";
import { generate } from "../generator/index.js";
import { loadSpec } from "../generator/load-spec.js";
import { emitTranslation } from "../generator/translation.js";

/** Editors write a file in several steps. */
const SETTLE_MS = 50;

interface Follower {
  /** Serves a contract that has been read. */
  serve(documents: Documents): Promise<void>;
  /** Shows why a spec cannot be served. */
  fail(message: string): void;
}

/**
 * Watches the folder of a spec. After each change the new contract is served, and then
 * `generated/` is written. Where the spec is broken, that is told, and all stays as it was.
 */
export function watchSpec(path: string, follower: Follower): void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let changed = 0;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let seen = -1; seen !== changed; ) {
      seen = changed;
      await follow(path, follower);
    }
    running = false;
  }

  // The first reading compiles the rules, which takes a second that no save should wait for.
  loadSpec(path).catch(() => {
    // A spec that is broken from the start is told at the first save.
  });
  watch(dirname(path), { recursive: true }, () => {
    changed++;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE_MS);
  });
}

async function follow(path: string, { serve, fail }: Follower): Promise<void> {
  const start = performance.now();
  try {
    const spec = await loadSpec(path);
    const files = new Map(await emitTranslation(spec, path, () => {}));
    const translation = JSON.parse(files.get(TRANSLATION_FILE) as string);
    await serve({ document: spec.document, translation });
    console.log(`${path}: served after ${Math.round(performance.now() - start)} ms`);
    for (const [name, text] of await generate(path)) await writeFile(join("generated", name), text);
    console.log("generated/: written");
  } catch (error) {
    const { message } = error as Error;
    console.error(`${path} is broken; the last good contract is still served:\n${message}`);
    fail(message);
  }
}
