import { formatFigure, formatValue } from "./format.js";
import { findFigure, numberOf, type Report, type Unit } from "./table.js";

const WIDTH = 700;
const MARGIN = 16;
const GAP = 28;
const HEADING = 26;
const REFERENCE = 18;
const NAME = 142;
const VALUE = 58;
const ROW = 24;
const BAR = 12;

/** A group of bars on one scale. */
interface Panel {
  readonly title: string;
  readonly unit: Unit;
  readonly bars: readonly Bar[];
  /** A line through the bars, and what it stands for. */
  readonly reference?: readonly [value: number, name: string];
}

interface Bar {
  readonly name: string;
  readonly address: string;
  readonly isOwn?: boolean;
}

const calls = (column: string): readonly Bar[] => [
  { name: "this package, token", address: `calls/token/${column}`, isOwn: true },
  { name: "this package, AK/SK", address: `calls/aksk/${column}`, isOwn: true },
  { name: "axios", address: `calls/axios/${column}` },
  { name: "openapi-fetch", address: `calls/openapi-fetch/${column}` },
  { name: "vendor's SDK, AK/SK", address: `calls/sdk/${column}` },
  { name: "ky", address: `calls/ky/${column}` },
];

const clients = (table: string, own: string, column: string): readonly Bar[] => [
  { name: "this package", address: `${table}/${own}/${column}`, isOwn: true },
  ...["openapi-fetch", "ky", "axios", "sdk"].map((id) => ({
    name: id === "sdk" ? "vendor's SDK" : id,
    address: `${table}/${id}/${column}`,
  })),
];

/** Two to a line. */
const PANELS: readonly Panel[] = [
  {
    title: "Speed of calls, one by one",
    unit: "×",
    bars: calls("sequential"),
    reference: [1, "raw fetch = 1"],
  },
  {
    title: "Speed of calls, 50 at a time",
    unit: "×",
    bars: calls("concurrent"),
    reference: [1, "raw fetch = 1"],
  },
  { title: "Bundle, brotli", unit: "B", bars: clients("size", "token", "brotli") },
  { title: "Import, ms", unit: "ms", bars: clients("import", "this", "over-empty") },
  {
    title: "Verdict on 20 tags, µs",
    unit: "µs",
    bars: [
      { name: "this package", address: "validation/generated/ascii-valid", isOwn: true },
      { name: "zod", address: "validation/zod/ascii-valid" },
      { name: "Ajv, at run time", address: "validation/ajv/ascii-valid" },
    ],
  },
  {
    title: "Mock, requests a second",
    unit: "/s",
    bars: [
      { name: "startMock", address: "mock/own/concurrent", isOwn: true },
      { name: "prism mock", address: "mock/prism/concurrent" },
    ],
  },
];

/** The README's chart, as one SVG file that follows the reader's light or dark theme. */
export function drawChart(report: Report): string {
  const panels = PANELS.map((panel) => ({ ...panel, bars: measured(panel, report) })).filter(
    ({ bars }) => bars.length > 0,
  );
  const width = (WIDTH - 2 * MARGIN - GAP) / 2;
  const parts: string[] = [];
  let y = MARGIN;
  for (let i = 0; i < panels.length; i += 2) {
    const line = panels.slice(i, i + 2);
    const heading = HEADING + (line.some(({ reference }) => reference) ? REFERENCE : 0);
    line.forEach((panel, column) => {
      parts.push(drawPanel(panel, MARGIN + column * (width + GAP), y, width, heading));
    });
    y += heading + ROW * Math.max(...line.map(({ bars }) => bars.length)) + GAP / 2;
  }
  const caption = `Medians of one run on Node ${report.node}, ${report.date}: npm run bench`;
  parts.push(text(MARGIN, y + 8, caption, "caption"));
  const height = y + 8 + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">huaweicloud-dew-tags beside its peers</title>
<desc id="description">${escapeXml(describe(panels))}</desc>
<style>
  text { font: 12.5px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .heading { font-weight: 600; }
  .name, .value { text-anchor: end; }
  .reference-name { text-anchor: middle; }
  .value.own { font-weight: 600; }
  .caption { font-size: 11.5px; fill: #59636e; }
  .bar { fill: #afb8c1; }
  .bar.own { fill: #0969da; }
  .reference { stroke: #59636e; stroke-dasharray: 3 3; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .caption { fill: #9198a1; }
    .bar { fill: #5b646e; }
    .bar.own { fill: #4493f8; }
    .reference { stroke: #9198a1; }
  }
</style>
${parts.join("\n")}
</svg>
`;
}

interface MeasuredBar extends Bar {
  readonly value: number;
  /** The value in words, with its spread. */
  readonly label: string;
  readonly description: string;
}

function measured({ bars, unit }: Panel, { tables }: Report): MeasuredBar[] {
  return bars.flatMap((bar) => {
    const figure = findFigure(tables, bar.address);
    if (figure === undefined) return [];
    const value = numberOf(figure);
    const label = formatValue(value, unit);
    return [{ ...bar, value, label, description: `${bar.name} ${formatFigure(figure, unit)}` }];
  });
}

type MeasuredPanel = Omit<Panel, "bars"> & { readonly bars: readonly MeasuredBar[] };

function drawPanel(
  { title, bars, reference }: MeasuredPanel,
  left: number,
  top: number,
  width: number,
  heading: number,
): string {
  const start = left + NAME;
  const longest = Math.max(...bars.map(({ value }) => value), reference?.[0] ?? 0);
  const scale = (width - NAME - VALUE) / longest;
  const rows = bars.map(({ name, label, value, isOwn }, i) => {
    const middle = top + heading + i * ROW + ROW / 2;
    const own = isOwn ? " own" : "";
    // What rounds to nothing is still drawn, and what is below nothing is not.
    const length = Math.max(1, value * scale).toFixed(1);
    return [
      text(start - 8, middle + 4, name, `name${own}`),
      `<rect class="bar${own}" x="${start}" y="${middle - BAR / 2}" width="${length}" height="${BAR}" rx="2"/>`,
      text(left + width, middle + 4, label, `value${own}`),
    ].join("\n");
  });
  const lines = reference === undefined ? [] : [drawReference(reference)];
  return [text(left, top + 14, title, "heading"), ...rows, ...lines].join("\n");

  function drawReference([value, name]: readonly [number, string]): string {
    const x = (start + value * scale).toFixed(1);
    const first = top + heading;
    return [
      text(Number(x), first - 4, name, "caption reference-name"),
      `<line class="reference" x1="${x}" x2="${x}" y1="${first}" y2="${first + bars.length * ROW}"/>`,
    ].join("\n");
  }
}

function text(x: number, y: number, content: string, className: string): string {
  return `<text class="${className}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${escapeXml(content)}</text>`;
}

function describe(panels: readonly MeasuredPanel[]): string {
  return panels
    .map(({ title, bars }) => `${title}: ${bars.map((bar) => bar.description).join("; ")}.`)
    .join(" ");
}

function escapeXml(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
