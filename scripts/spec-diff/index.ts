import { join } from "node:path";
import { captureRedocly } from "../redocly.js";
import { changedFiles, extractSpec, findCommit } from "./git.js";
import { weigh } from "./impact.js";
import type { Impact, Report, ReportedChange } from "./report.js";
import { SpecDiffError } from "./spec-diff-error.js";
import { inTemporaryFolder } from "./temporary-folder.js";
import { unseenChanges } from "./unseen.js";
import { count, disagreement, unannounced, versionStep } from "./verdict.js";
import { readVersions } from "./versions.js";

export { type Impact, SpecDiffError };

export interface Change {
  readonly impact: Impact;
  /** `POST /v1/…`, a path, or the part of the document. */
  readonly subject: string;
  readonly text: string;
  /** The rule that found a break. */
  readonly rule: string | undefined;
  /** From the root, in the working tree; of what was removed, in the base. */
  readonly file: string;
  /** Undefined where the place exists in the base only. */
  readonly line: number | undefined;
}

export interface SpecDiff {
  readonly base: string;
  /** Breaks first. */
  readonly changes: readonly Change[];
  readonly summary: string;
  /** Why the comparison fails, each with what to do; empty where it passes. */
  readonly problems: readonly string[];
}

/** Old callers' code: what it needs changed for breaks them, also where Redocly sees nothing. */
const CONSUMERS = "contract-tests/types/consumers";
const ORDER: readonly Impact[] = ["major", "minor", "patch"];

/**
 * Compares spec/ of the working tree with that of a git revision.
 * @param root folder of package.json
 * @param base any git revision
 * @throws SpecDiffError where there is nothing to compare
 */
export async function specDiff({ root, base }: { root: string; base: string }): Promise<SpecDiff> {
  const versions = await readVersions(root);
  const commit = await findCommit(root, base);
  return inTemporaryFolder(async (folder) => {
    if (!(await extractSpec(root, commit, folder))) {
      return {
        base,
        changes: [],
        summary: `${base} has no spec/openapi.yaml: the whole spec is new, and nothing can break.`,
        problems: disagreement(versions),
      };
    }
    const report = await compare(root, folder);
    const consumers = await changedFiles(root, commit, CONSUMERS);
    return {
      base,
      changes: report.changes
        .map(describe)
        .sort((a, b) => ORDER.indexOf(a.impact) - ORDER.indexOf(b.impact)),
      summary: summarize(base, report),
      problems: [...unannounced(report, consumers), ...disagreement(versions)],
    };
  });
}

async function compare(root: string, folder: string): Promise<Report> {
  const [base, revision] = [join(folder, "spec/openapi.yaml"), join(root, "spec/openapi.yaml")];
  const { exitCode, stdout, stderr } = await captureRedocly(
    [
      "diff",
      base,
      revision,
      ...["--config", join(root, "spec/redocly.yaml")],
      // The verdict is ours: Redocly's --check-version also wants a bump for what breaks nobody.
      ...["--format", "json", "--fail-on", "none"],
    ],
    root,
  );
  if (exitCode !== 0) {
    throw new SpecDiffError(
      `The two specs cannot be compared: see what npm run spec:lint says of spec/. Redocly says:\n${stderr}`,
    );
  }
  const report = JSON.parse(stdout) as Report;
  const unseen = await unseenChanges(base, revision);
  return { ...report, changes: [...report.changes, ...unseen].map(weigh) };
}

function summarize(base: string, { changes, infoVersions }: Report): string {
  const [major, minor, patch] = ORDER.map((impact) => count(changes, impact));
  if (changes.length === 0) return `No change against ${base}.`;
  const counts = `${major} breaking, ${minor} added, ${patch} other`;
  return `Against ${base}: ${counts}; info.version ${versionStep(infoVersions)}.`;
}

function describe(change: ReportedChange): Change {
  const { subject, place } = locate(change.path);
  const { revision, verdicts } = change;
  const text =
    verdicts.length > 0
      ? verdicts.map(({ message }) => message).join(" ")
      : [place, change.property, effect(change)].filter(Boolean).join(" ");
  return {
    impact: change.impact,
    subject,
    text,
    rule: verdicts[0]?.ruleId,
    file: fileInSpec((revision ?? change.base)?.file ?? "spec/openapi.yaml"),
    line: revision?.line,
  };
}

/** Says what became of a value, with the values where they fit a line. */
function effect({ kind, base, revision }: ReportedChange): string {
  if (kind !== "modified") return `was ${kind}`;
  const values = [base?.value, revision?.value].map((value) => JSON.stringify(value) ?? "absent");
  return values.join("").length > 60 ? "changed" : `changed from ${values[0]} to ${values[1]}`;
}

/** `#/paths/~1v1~1tags/post/requestBody/…/properties/tags` → `POST /v1/tags` and `requestBody/tags`. */
function locate(pointer: string): { subject: string; place: string } {
  const [part = "", ...rest] = pointer
    .replace(/^#\//, "")
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (part !== "paths" || rest[0] === undefined) {
    return { subject: part || "document", place: rest.join("/") };
  }
  const [path, method, ...within] = rest;
  const place = within
    .join("/")
    .replaceAll(/\/content\/[^/]+\/[^/]+\/schema/g, "")
    .replaceAll("/properties/", "/")
    .replaceAll("/items", "[]");
  return { subject: method === undefined ? path : `${method.toUpperCase()} ${path}`, place };
}

/** Redocly names files from its working directory, so those of the base by their passing copy. */
function fileInSpec(file: string): string {
  const path = file.replaceAll("\\", "/");
  return path.startsWith("spec/") ? path : path.replace(/^.*\/(?=spec\/)/, "");
}
