import type { RequestCase, ResponseCase } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  type Coverage,
  DIMENSIONS,
  type Dimension,
  type Item,
  type JudgedCase,
} from "./coverage.js";
import { SCRIPT, STYLE } from "./html-assets.js";

/** The coverage as one HTML page that needs nothing else. */
export function toHtml({ items, cases }: Coverage, { info }: OpenApiDocument): string {
  const operations = [...new Set(items.map(({ operation }) => operation))];
  const numbers = new Map(cases.map(({ subject }, index) => [subject.id, index]));
  const missing = items.filter((item) => item.cases.length === 0);
  const title = `Contract coverage: ${info.title} ${info.version}`;
  const body = [
    `<h1>${toMarkup(title)}</h1>`,
    `<p class="quiet">What of the document the contract cases reach, and by which. Only what a judge was asked, in a test that passed, counts.</p>`,
    `<p><a href="#summary">Summary</a> · <a href="#operations">By operation</a> · <a href="#judged">Cases</a></p>`,
    `<p class="total${missing.length > 0 ? " missing" : ""}">${items.length - missing.length} of ${items.length} reached by ${cases.length} cases</p>`,
    summary(items, operations),
    missing.length === 0 ? "" : listMissing(missing),
    '<h2 id="operations">By operation</h2>',
    ...operations.map((operation) =>
      ofOperation(
        operation,
        items.filter((item) => item.operation === operation),
        numbers,
      ),
    ),
    listCases(cases, operations),
  ].join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toMarkup(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${body}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function summary(items: readonly Item[], operations: readonly string[]): string {
  const rows = entriesOf(DIMENSIONS).map(([dimension, name]) => {
    const of = items.filter((item) => item.dimension === dimension);
    const columns = operations.map((operation) =>
      score(
        of.filter((item) => item.operation === operation),
        "one",
      ),
    );
    const part = of.length === 0 ? 100 : (100 * countReached(of)) / of.length;
    return `<tr><th scope="row">${toMarkup(name)}</th>${columns.join("")}${score(of)}<td class="bar"><i style="--part:${part.toFixed(1)}%"></i></td></tr>`;
  });
  const heads = operations.map((one) => `<th scope="col" class="number one">${toMarkup(one)}</th>`);
  return `<h2 id="summary">Summary</h2>
<table><thead><tr><th scope="col">What</th>${heads.join("")}<th scope="col" class="number">All</th><th class="bar"></th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function score(items: readonly Item[], extra = ""): string {
  const reached = countReached(items);
  const classes = ["number", extra, reached < items.length ? "missing" : ""].filter(Boolean);
  return `<td class="${classes.join(" ")}">${reached}/${items.length}</td>`;
}

function countReached(items: readonly Item[]): number {
  return items.filter((item) => item.cases.length > 0).length;
}

function listMissing(missing: readonly Item[]): string {
  const rows = missing.map(
    ({ dimension, operation, pointer, text }) =>
      `<tr><td>${code(pointer)}</td><td>${toMarkup(`${DIMENSIONS[dimension]}: ${text}`)}</td><td>${toMarkup(operation)}</td></tr>`,
  );
  return `<h2>No case reaches</h2>
<table class="keywords"><thead><tr><th>Place in the document</th><th>What</th><th>Operation</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

type Numbers = ReadonlyMap<string, number>;

function ofOperation(operation: string, items: readonly Item[], numbers: Numbers): string {
  const of = (...dimensions: readonly Dimension[]): Item[] =>
    items.filter(({ dimension }) => dimensions.includes(dimension));
  const [first] = of("operation");
  return `<details class="operation"${items.some((item) => item.cases.length === 0) ? " open" : ""}>
<summary>${toMarkup(operation)} <span class="quiet">${toMarkup(first?.text ?? "")}</span></summary>
${twoSided("Parameters", "allowed", of("valid"), "refused", of("invalid"), numbers)}
${twoSided("Statuses, by validator", "allowed", of("status"), "refused", of("wrongStatus"), numbers)}
${twoSided("Statuses, by force", "answered", of("forced"), "", [], numbers)}
${twoSided("Response examples, by force", "answered", of("example"), "", [], numbers)}
${twoSided("Content types", "reached", of("contentType"), "", [], numbers)}
${twoSided("Properties", "present", of("requestProperty", "responseProperty"), "", [], numbers)}
${twoSided("Keywords", "met", of("met"), "broken", of("broken"), numbers)}
</details>`;
}

/** One row a place, with what reaches it on each side. */
function twoSided(
  title: string,
  left: string,
  lefts: readonly Item[],
  right: string,
  rights: readonly Item[],
  numbers: Numbers,
): string {
  const places = new Map([...lefts, ...rights].map((item) => [item.pointer, item]));
  const rows = [...places.values()].map(({ pointer, text }) => {
    const cell = (side: string, items: readonly Item[]): string => {
      if (side === "") return "";
      const item = items.find((one) => one.pointer === pointer);
      return `<td class="side" data-side="${side}:">${item === undefined ? "" : reachedBy(item, numbers)}</td>`;
    };
    return `<tr><td>${code(pointer)}</td><td>${toMarkup(text)}</td>${cell(left, lefts)}${cell(right, rights)}</tr>`;
  });
  const head = [left, right].filter(Boolean).map((side) => `<th class="side">${side}</th>`);
  return `<h3>${title}</h3>
<table class="keywords"><thead><tr><th>Place in the document</th><th>What</th>${head.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

function reachedBy({ cases }: Item, numbers: Numbers): string {
  if (cases.length === 0) return '<span class="none">no case</span>';
  const known = cases.flatMap((id) => numbers.get(id) ?? []);
  if (known.length === 0) return `<span class="mono">${toMarkup(cases.join(", "))}</span>`;
  const label = known.length === 1 ? String(cases[0]) : `${known.length} cases`;
  return `<button class="cases" data-cases="${known.join(" ")}">${toMarkup(label)}</button>`;
}

function listCases(cases: readonly JudgedCase[], operations: readonly string[]): string {
  const options = operations.map((one) => `<option>${toMarkup(one)}</option>`).join("");
  return `<h2 id="judged">Cases</h2>
<form class="filter"><input type="search" placeholder="Filter: id, pointer, keyword, table…" aria-label="Filter the cases"><select aria-label="Verdict"><option value="">accept, reject</option><option>accept</option><option>reject</option></select><select aria-label="Operation"><option value="">all operations</option>${options}</select><button type="button" hidden>Show all</button><output></output></form>
<table id="cases"><thead><tr><th>Case</th><th>Verdict</th><th>Violations</th><th>Source</th></tr></thead>
<tbody>
${cases.map(rowOf).join("\n")}
</tbody></table>`;
}

const PAGES: Readonly<Record<string, string>> = {
  csms: "CSMS page",
  kms: "KMS page",
  vendor: "vendor",
};

function rowOf({ subject, judges }: JudgedCase): string {
  const { id, operation, verdict, violations = [], source } = subject;
  const broken = violations.map(
    ({ pointer, keyword }) => `<div>${code(pointer || "(root)")} ${toMarkup(keyword)}</div>`,
  );
  return `<tr id="${toMarkup(id)}" data-verdict="${verdict}" data-operation="${toMarkup(operation)}"><td><details><summary class="mono">${toMarkup(id)}</summary><pre>${toMarkup(show(subject))}</pre><span class="quiet">judged by ${toMarkup(judges.join(", "))}</span></details></td><td><span class="verdict ${verdict}">${verdict}</span></td><td>${broken.join("")}</td><td class="source">${toMarkup(`${PAGES[source.page] ?? source.page}, ${source.table}`)}</td></tr>`;
}

/** What is judged, as JSON: long texts cut, and what one cannot see escaped. */
function show(subject: RequestCase | ResponseCase): string {
  const value =
    "request" in subject ? subject.request : { status: subject.status, body: subject.body };
  const text = JSON.stringify(
    value,
    (_key, inner) => {
      if (typeof inner !== "string") return inner;
      const characters = [...inner];
      return characters.length <= 100
        ? inner
        : `${characters.slice(0, 60).join("")}… (${characters.length} characters)`;
    },
    2,
  );
  return text.replace(/(?![ \n])[\p{C}\p{M}\p{Z}]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return `\\u{${code.toString(16)}}`;
  });
}

/** A pointer, which may break before its slashes. */
function code(pointer: string): string {
  return `<code>${toMarkup(pointer).replaceAll("/", "<wbr>/")}</code>`;
}

/** Text for the page. */
function toMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function entriesOf<K extends string, V>(object: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(object) as [K, V][];
}
