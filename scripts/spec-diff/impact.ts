import { isLoosened } from "./pattern.js";
import type { Impact, ReportedChange, Verdict } from "./report.js";

/** Keywords that refuse values: where Redocly finds no break in a change of one, it is looser. */
const CONSTRAINTS =
  /^(enum|const|type|format|pattern|required|additionalProperties|uniqueItems|x-unique-item-properties|multipleOf|(exclusive)?(Min|Max)imum|(min|max)(imum|Length|Items|Properties))$/i;
/** What is for people, or for the tools of this repository: it changes no call. */
const TEXTS = /\/(info|examples?|externalDocs|tags|summary|description|x-[^/]+)(\/|$)/;

/**
 * The change with the impact that it has for callers. Redocly knows most breaks; it takes for
 * harmless what changes where a request goes or what an absent value means, for a break each change
 * of a pattern, and for an addition also a new example.
 */
export function weigh(change: ReportedChange): ReportedChange {
  const { impact, verdicts } = judge(change);
  return { ...change, impact, verdicts };
}

function judge(change: ReportedChange): Pick<ReportedChange, "impact" | "verdicts"> {
  const { path, kind, property = "", base, revision } = change;
  const isRequest = /\/(requestBody|parameters)\//.test(path);
  if (change.impact === "major") {
    const looser =
      isRequest &&
      property === "pattern" &&
      isLoosened(String(base?.value), String(revision?.value));
    return looser ? harmless("minor") : change;
  }
  if (property === "readOnly" || property === "writeOnly") {
    return broken("read-only-changed", `\`${property}\` changed: who sends the value is another.`);
  }
  if (property === "default") {
    if (base?.value === undefined) return harmless("minor");
    return broken(
      "default-changed",
      `\`default\` changed from ${text(base.value)} to ${text(revision?.value)}: what is absent means something else.`,
    );
  }
  if (/\/servers(\/\d+)?$/.test(path) && !TEXTS.test(`/${property}`)) {
    const isOneMore = kind === "added" && /\d$/.test(path);
    if (isOneMore) return harmless("minor");
    return broken("server-changed", "Servers changed: requests go elsewhere.");
  }
  if (path.endsWith("/x-error-codes") && property !== "") {
    if (base?.value === undefined) return harmless("minor");
    if (revision?.value === undefined) {
      return broken("error-code-removed", `The error code ${property} was removed from the types.`);
    }
  }
  if (property === "x-unique-item-properties" && kind === "modified") {
    return uniqueness(change, isRequest);
  }
  const name = property === "" ? (path.split("/").at(-1) ?? "") : property;
  if (isRequest && kind !== "added" && CONSTRAINTS.test(name)) return harmless("minor");
  if (TEXTS.test(property === "" ? path : `${path}/${property}`)) return harmless("patch");
  return change;
}

/** Fewer properties leave more lists that are allowed. */
function uniqueness(change: ReportedChange, isRequest: boolean) {
  const [before, after] = [change.base?.value, change.revision?.value] as string[][];
  if (!isRequest) return harmless("patch");
  if (after?.every((name) => before?.includes(name))) return harmless("minor");
  return broken(
    "unique-item-properties-changed",
    `Items of a request must now differ in others: \`x-unique-item-properties\` changed from ${text(before)} to ${text(after)}.`,
  );
}

function broken(ruleId: string, message: string): { impact: Impact; verdicts: Verdict[] } {
  return { impact: "major", verdicts: [{ ruleId, message }] };
}

function harmless(impact: Impact): { impact: Impact; verdicts: Verdict[] } {
  return { impact, verdicts: [] };
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "absent";
}
