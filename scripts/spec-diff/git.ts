import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { SpecDiffError } from "./spec-diff-error.js";

const run = promisify(execFile);

/** @throws SpecDiffError where `root` is in no repository, or the revision does not exist */
export async function findCommit(root: string, base: string): Promise<string> {
  const commit = await git(root, "rev-parse", "--verify", "--quiet", `${base}^{commit}`);
  if (commit !== undefined) return commit;
  const shallow = await git(root, "rev-parse", "--is-shallow-repository");
  if (shallow === undefined) {
    throw new SpecDiffError(
      "This is no git repository, so there is no revision to compare with. Run it in a clone.",
    );
  }
  const remoteName = base.replace(/^origin\//, "");
  throw new SpecDiffError(
    shallow === "true"
      ? `There is no revision ${base} here, because this clone is shallow. Run "git fetch --depth=1 origin ${remoteName}" and compare with --base FETCH_HEAD, or get everything with "git fetch --unshallow".`
      : `There is no revision ${base} here. "git fetch origin" gets what the remote has; "git branch --all" and "git tag" list what is here.`,
  );
}

/**
 * Unpacks spec/ as it is in a commit.
 * @returns false where the commit has no spec/openapi.yaml
 */
export async function extractSpec(root: string, commit: string, folder: string): Promise<boolean> {
  if ((await git(root, "cat-file", "-e", `${commit}:./spec/openapi.yaml`)) === undefined) {
    return false;
  }
  const archive = join(folder, "spec.tar");
  await run("git", ["archive", "--format=tar", "-o", archive, commit, "spec"], { cwd: root });
  await run("tar", ["-xf", archive, "-C", folder]);
  return true;
}

/** Files below `path` that a commit has and the working tree lacks or has otherwise. */
export async function changedFiles(root: string, commit: string, path: string): Promise<string[]> {
  const options = ["--name-only", "--relative", "--no-renames", "--diff-filter=a"];
  const names = await git(root, "diff", ...options, commit, "--", path);
  return names?.split("\n").filter((name) => name !== "") ?? [];
}

/** What git prints; undefined where it fails. */
async function git(root: string, ...args: string[]): Promise<string | undefined> {
  try {
    return (await run("git", args, { cwd: root })).stdout.trim();
  } catch {
    return undefined;
  }
}
