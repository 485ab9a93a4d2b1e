import { style, wrap } from "../../src/text/terminal.js";
import { formatFigure } from "./format.js";
import type { Report, Table } from "./table.js";

const WIDTH = 80;

/** Tables of at most 80 columns. */
export function renderText({ date, node, quick, tables }: Report): string {
  const run = `Node ${node}, ${date}${quick ? ", --quick and so rough" : ""}`;
  return [
    wrap(`${run}. Medians, ± half the interquartile range.`, WIDTH, ""),
    ...tables.map(renderTable),
  ].join("\n\n");
}

function renderTable({ title, columns, rows, note }: Table): string {
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
  return [style("bold", title), ...lines, ...prose].join("\n");
}
