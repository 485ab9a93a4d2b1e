// Whether the versions announce what changes.

import type { Impact, Report } from "./report.js";
import type { Versions } from "./versions.js";

/** What of a report decides. */
export interface Counted {
  readonly infoVersions: Report["infoVersions"];
  readonly changes: readonly { readonly impact: Impact }[];
}

export function count(changes: Counted["changes"], impact: Impact): number {
  return changes.filter((change) => change.impact === impact).length;
}

/**
 * A break takes a new major version, so that callers can decide when to meet it; more, a minor.
 * @param consumers files with old callers' code that changed
 */
export function unannounced(
  { changes, infoVersions }: Counted,
  consumers: readonly string[],
): string[] {
  const step = `info.version ${versionStep(infoVersions)}`;
  const [before, after] = [parse(infoVersions.base), parse(infoVersions.revision)];
  const order = after.map((part, index) => part - (before[index] ?? 0)).find((part) => part !== 0);
  if (order !== undefined && order < 0) return [`${step}: versions only rise.`];
  const [major = 0, minor = 0] = before;
  if ((after[0] ?? 0) > major) return [];

  const announce = (version: string) =>
    `announce it: version ${version} in spec/openapi.yaml, package.json and CHANGELOG.md.`;
  const problems: string[] = [];
  const [breaks, additions] = [count(changes, "major"), count(changes, "minor")];
  if (breaks > 0) {
    const subject = breaks === 1 ? "A change breaks" : `${breaks} changes break`;
    problems.push(
      `${subject} callers, but ${step}. Take it back, or ${announce(`${major + 1}.0.0`)}`,
    );
  } else if (additions > 0 && (after[1] ?? 0) === minor) {
    const subject = additions === 1 ? "A change adds" : `${additions} changes add`;
    problems.push(
      `${subject} to the contract, but ${step}. Take it back, or ${announce(`${major}.${minor + 1}.0`)}`,
    );
  }
  if (consumers.length > 0) {
    problems.push(
      `${consumers.join(", ")} changed, which is the code of callers, but ${step}. Restore it and mend the spec, or ${announce(`${major + 1}.0.0`)}`,
    );
  }
  return problems;
}

/** Major, minor and patch. */
function parse(version: string): number[] {
  return version.split(/[.+-]/, 3).map(Number);
}

export function versionStep({ base, revision }: Report["infoVersions"]): string {
  return base === revision ? `stays ${base}` : `goes from ${base} to ${revision}`;
}

/** The three places are released as one. */
export function disagreement({ packageJson, spec, changelog }: Versions): string[] {
  if (packageJson === spec && spec === changelog) return [];
  return [
    `package.json has version ${packageJson}, spec/openapi.yaml ${spec}, and the newest release in CHANGELOG.md is ${changelog}. They are released as one: give all three the same version.`,
  ];
}
