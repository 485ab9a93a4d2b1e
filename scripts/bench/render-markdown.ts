import { formatValue } from "./format.js";
import { findFigure, numberOf, type Report, type Unit } from "./table.js";

interface Client {
  readonly name: string;
  /** Ids of its rows; absent: it has none there. */
  readonly calls: string;
  readonly size?: string;
  readonly import?: string;
}

const CLIENTS: readonly Client[] = [
  { name: "**this package, token**", calls: "token", size: "token", import: "this" },
  { name: "**this package, AK/SK**", calls: "aksk", size: "aksk", import: "this" },
  { name: 'raw fetch, `redirect: "error"`', calls: "fetch-no-redirect", size: "fetch" },
  { name: 'raw fetch, `redirect: "error"`, a timeout', calls: "fetch-timeout" },
  { name: "raw fetch", calls: "fetch", size: "fetch" },
  { name: "axios", calls: "axios", size: "axios", import: "axios" },
  { name: "openapi-fetch", calls: "openapi-fetch", size: "openapi-fetch", import: "openapi-fetch" },
  { name: "the vendor's SDK core", calls: "sdk", size: "sdk", import: "sdk" },
  { name: "ky", calls: "ky", size: "ky", import: "ky" },
];

/** The README's table: clients by speed, size and time to import. */
export function renderMarkdown({ date, node, tables }: Report): string {
  const cell = (address: string, unit: Unit) => {
    const figure = findFigure(tables, address);
    const text = figure === undefined ? "–" : formatValue(numberOf(figure), unit);
    return unit === "ms" && figure !== undefined ? `${text} ms` : text;
  };
  const rows = CLIENTS.map(({ name, calls, size, import: imported }) => [
    name,
    cell(`calls/${calls}/sequential`, "×"),
    cell(`calls/${calls}/concurrent`, "×"),
    cell(`size/${size}/brotli`, "B"),
    cell(`size/${size}/installed`, "B"),
    cell(`import/${imported}/over-empty`, "ms"),
  ]);
  return [
    "| | one by one | 50 at a time | bundle, brotli | installed | import |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
    `Calls: speed against a server on loopback, raw \`fetch\` = 1. Medians of one run on Node ${node}, ${date}: \`npm run bench\`.`,
  ].join("\n");
}
