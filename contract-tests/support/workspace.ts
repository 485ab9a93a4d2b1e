import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** A folder of its own with copies of parts of the project, for tests that change them. */
export interface Workspace {
  readonly path: string;
  /** Replaces `from`, which must occur, in a file. */
  edit(file: string, from: string | RegExp, to: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** @param parts files and folders of the project's root to copy; node_modules is linked */
export async function createWorkspace(...parts: string[]): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), "dew-tags-"));
  // scripts/bench may have one of its own, which is large.
  const filter = (source: string) => basename(source) !== "node_modules";
  for (const part of parts) {
    await cp(join(ROOT, part), join(path, part), { recursive: true, filter });
  }
  await symlink(join(ROOT, "node_modules"), join(path, "node_modules"));
  const read = (file: string) => readFile(join(path, file), "utf8");
  const write = (file: string, text: string) => writeFile(join(path, file), text);
  return {
    path,
    read,
    write,
    async edit(file, from, to) {
      const before = await read(file);
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${from}`);
      await write(file, after);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
