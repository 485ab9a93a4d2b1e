import { isDeepStrictEqual } from "node:util";
import { bundle, createConfig } from "@redocly/openapi-core";
import type { ReportedChange } from "./report.js";

/** Changes that Redocly does not report: within `x-unique-item-properties`, and of examples. */
export async function unseenChanges(base: string, revision: string): Promise<ReportedChange[]> {
  const [before, after] = await Promise.all([dereference(base), dereference(revision)]);
  return [...differences(before, after, "#", new Set())];
}

async function dereference(ref: string): Promise<unknown> {
  const { bundle: bundled } = await bundle({
    ref,
    config: await createConfig({}),
    dereference: true,
  });
  return bundled.parsed;
}

/** What both have, and have differently. A schema within itself is looked at once. */
function* differences(
  before: unknown,
  after: unknown,
  path: string,
  seen: Set<unknown>,
): Generator<ReportedChange> {
  if (!isObject(before) || !isObject(after) || seen.has(after)) return;
  const within = new Set(seen).add(after);
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) continue;
    const [old, changed] = [before[key], after[key]];
    const isExample = key === "value" && /\/examples\/[^/]+$/.test(path);
    if (key === "x-unique-item-properties" || isExample) {
      const [base, revision] = [place(old), place(changed)];
      if (isDeepStrictEqual(asSet(old), asSet(changed))) continue;
      yield {
        path,
        kind: "modified",
        impact: "patch",
        property: key,
        verdicts: [],
        base,
        revision,
      };
    } else if (path !== "#" || key === "paths") {
      const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
      yield* differences(old, changed, `${path}/${token}`, within);
    }
  }
}

/** The order of names says nothing. */
function asSet(value: unknown): unknown {
  return Array.isArray(value) ? new Set(value) : value;
}

/** In a bundle, no value knows the line that it was written on. */
function place(value: unknown) {
  return { file: "spec/openapi.yaml", line: undefined, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
