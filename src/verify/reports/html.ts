import type { Report, Result } from "../report.js";
import { findingLines, sourceOf } from "./finding-lines.js";
import { groupFindings, groupSkipped } from "./groups.js";
import { element, Markup } from "./markup.js";
import { headline, notes, summarize } from "./summary.js";

/** Tells a report of verify from other files. */
export const HTML_GENERATOR: Markup = new Markup(
  '<meta name="generator" content="huaweicloud-dew-tags verify">',
);

/** One page that needs no script, no other file and no network. */
export function renderHtml(report: Report): string {
  const title = headline(report);
  const findings = groupFindings(report.results);
  const body = element(
    "body",
    {},
    element(
      "main",
      {},
      element("h1", { class: report.outcome }, title),
      element("p", {}, summarize(report)),
      ...notes(report).map((note) => element("p", {}, note)),
      renderRun(report),
      ...renderLeftBehind(report),
      ...section("Findings", findings.map(renderGroup)),
      ...section("Skipped", renderSkipped(report)),
      ...section("Cases", [renderCases(report)]),
    ),
  );
  const head = element(
    "head",
    {},
    new Markup('<meta charset="utf-8">'),
    HTML_GENERATOR,
    new Markup(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    ),
    new Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
    element("title", {}, title),
    new Markup(`<style>${STYLE}</style>`),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body).text}\n`;
}

function section(title: string, content: readonly Markup[]): Markup[] {
  return content.length === 0 ? [] : [element("h2", {}, title), ...content];
}

function renderRun({ contract, provider, options, startedAt, duration }: Report): Markup {
  return definitions([
    ["Provider", provider.baseUrl],
    ["Contract", `${contract.title} ${contract.version} (sha256 ${contract.sha256.slice(0, 12)}…)`],
    ["Operations", provider.operations.join(", ")],
    ["Started", startedAt],
    ["Duration", `${(duration / 1000).toFixed(1)} s`],
    [
      "Options",
      [
        options.readOnly && "read only",
        options.unsafeCases && "unsafe cases",
        options.strict && "strict",
        options.seed !== null && `seed ${options.seed}`,
        options.rate === null ? "no rate limit" : `at most ${options.rate} requests a second`,
      ]
        .filter((option) => option !== false)
        .join(", "),
    ],
  ]);
}

function renderLeftBehind({ leftBehind }: Report): Markup[] {
  return section(
    "Left behind",
    leftBehind.map(({ operation, keys, curl }) =>
      definitions([
        ["operation", operation],
        ["keys", keys.join("\n")],
        ["remove", curl],
      ]),
    ),
  );
}

function renderGroup(group: readonly Result[]): Markup {
  const [first, ...others] = group as [Result, ...Result[]];
  const { id, operation, outcome, finding } = first;
  const message = finding?.problems.map((problem) => problem.message).join("; ") ?? "";
  return element(
    "details",
    { class: outcome },
    element(
      "summary",
      {},
      element("span", { class: "outcome" }, outcome),
      element("code", {}, id),
      element("span", {}, message),
      ...(others.length === 0 ? [] : [element("span", { class: "more" }, `+${others.length}`)]),
    ),
    definitions([["operation", operation], ...findingLines(first)]),
    ...(others.length === 0
      ? []
      : [
          element("p", {}, "Also:"),
          element("ul", {}, ...others.map((other) => renderOther(other))),
        ]),
  );
}

function renderOther(result: Result): Markup {
  const lines = findingLines(result).filter(([label]) => label === "expected" || label === "again");
  return element(
    "li",
    {},
    element(
      "details",
      {},
      element("summary", {}, element("code", {}, result.id)),
      definitions(lines),
    ),
  );
}

function renderSkipped({ results }: Report): Markup[] {
  const groups = groupSkipped(results).map(
    ([reason, group]) => [reason, group.map(({ id }) => id).join(", ")] as const,
  );
  return groups.length === 0 ? [] : [definitions(groups)];
}

function renderCases({ results }: Report): Markup {
  return element(
    "details",
    {},
    element("summary", {}, `All ${results.length}, in the order sent`),
    element(
      "table",
      {},
      element(
        "tr",
        {},
        ...["Case", "Source", "Outcome", "ms"].map((name) => element("th", {}, name)),
      ),
      ...results.map((result) =>
        element(
          "tr",
          { class: result.outcome },
          element("td", {}, element("code", {}, result.id)),
          element("td", {}, sourceOf(result.source)),
          element("td", { class: "outcome" }, result.outcome),
          element("td", {}, String(result.duration)),
        ),
      ),
    ),
  );
}

function definitions(entries: readonly (readonly [term: string, text: string])[]): Markup {
  return element(
    "dl",
    {},
    ...entries.flatMap(([term, text]) => [
      element("dt", {}, term),
      element("dd", {}, term === "again" || term === "remove" ? element("code", {}, text) : text),
    ]),
  );
}

const STYLE = `
:root { color-scheme: light dark; --error: light-dark(#b3261e, #ff8a80);
  --warning: light-dark(#8a5300, #ffb74d); --passed: light-dark(#1b6e2e, #81c995);
  --line: light-dark(#ddd, #444); --dim: light-dark(#666, #aaa); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
code, dd { font-family: ui-monospace, monospace; font-size: .875em; overflow-wrap: anywhere;
  white-space: pre-wrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dd code { font-size: inherit; }
dt { color: var(--dim); } dd { margin: 0; }
details { border-top: 1px solid var(--line); padding: .35rem 0; }
summary { cursor: pointer; } summary > * { margin-right: .75rem; }
ul { list-style: none; margin: 0; padding-left: 1rem; }
.more { color: var(--dim); }
.outcome { text-transform: uppercase; font-size: .75rem; font-weight: 600; }
.error > summary > .outcome, .error > td.outcome, h1.failed { color: var(--error); }
.warning > summary > .outcome, .warning > td.outcome, h1.interrupted { color: var(--warning); }
.passed > td.outcome, h1.passed { color: var(--passed); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .15rem .75rem .15rem 0; border-top: 1px solid var(--line); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;
