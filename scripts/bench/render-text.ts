import { style, wrap } from "../../src/text/terminal.js";
import { formatFigure, formatWithUnit } from "./format.js";
import type { JudgedMark } from "./marks.js";
import type { Report, Table } from "./table.js";

const WIDTH = 80;

/** Tables of at most 80 columns, each with the marks that its figures are held against. */
export function renderText({ date, node, quick, tables, marks }: Report): string {
  const missed = marks.filter(({ met }) => !met).length;
  const run = `Node ${node}, ${date}${quick ? ", --quick and so rough" : ""}`;
  return [
    wrap(`${run}. Medians, ± half the interquartile range.`, WIDTH, ""),
    ...tables.map((table) => renderTable(table, marksOf(table, marks))),
    `${marks.length - missed} marks met, ${missed} missed.`,
  ].join("\n\n");
}

function marksOf({ id }: Table, marks: readonly JudgedMark[]): JudgedMark[] {
  return marks.filter(({ figure }) => figure.startsWith(`${id}/`));
}

function renderTable({ title, columns, rows, note }: Table, marks: readonly JudgedMark[]): string {
  const cells = [
    ["", ...columns.map(({ heading }) => heading)],
    ...rows.map(({ name, figures }) => [
      name,
      ...columns.map(({ id, unit }) => {
        const figure = figures[id];
        return figure === undefined ? "" : formatFigure(figure, unit);
      }),
    ]),
  ];
  const widths = cells[0]?.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((text, i) => (i === 0 ? text.padEnd(widths?.[i] ?? 0) : text.padStart(widths?.[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const prose = note === undefined ? [] : [wrap(note, WIDTH, "")];
  return [style("bold", title), ...lines, ...prose, ...marks.map(renderMark)].join("\n");
}

function renderMark({ what, value, met, unit, atLeast, atMost }: JudgedMark): string {
  const bound =
    atLeast === undefined
      ? `at most ${formatWithUnit(atMost ?? Number.NaN, unit)}`
      : `at least ${formatWithUnit(atLeast, unit)}`;
  const sign = met ? style("green", "✓") : style("red", "✗");
  return `${sign} ${what}: ${formatWithUnit(value, unit)} (mark: ${bound})`;
}
