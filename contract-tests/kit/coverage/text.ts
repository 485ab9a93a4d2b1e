import type { Coverage } from "./coverage.js";
import { DIMENSIONS, type Item } from "./item.js";

const NAME_WIDTH = 36;
const MISSING_SHOWN = 20;

/** A table for the terminal, and each thing that no case reaches; at most 80 columns but for names. */
export function toText({ items, cases }: Coverage): string {
  const missing = items.filter((item) => item.cases.length === 0);
  const rows = Object.entries(DIMENSIONS).map(([dimension, name]) => {
    const of = items.filter((item) => item.dimension === dimension);
    const reached = of.filter((item) => item.cases.length > 0).length;
    return `  ${name.padEnd(NAME_WIDTH)}${`${reached}/${of.length}`.padStart(9)}  ${reached === of.length ? "" : `${of.length - reached} missing`}`.trimEnd();
  });
  return [
    "",
    `Contract coverage, by ${cases} cases`,
    ...rows,
    ...(missing.length === 0 ? [] : ["", "No case reaches"]),
    ...missing.slice(0, MISSING_SHOWN).flatMap(describe),
    ...(missing.length > MISSING_SHOWN ? [`  and ${missing.length - MISSING_SHOWN} more`] : []),
  ].join("\n");
}

function describe({ dimension, operation, pointer, text }: Item): string[] {
  return [`  ${pointer}`, `    ${DIMENSIONS[dimension]}: ${text} (${operation})`];
}
