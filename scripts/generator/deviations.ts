import type { OpenApiDocument } from "./document.js";

/** Where the contract is not the page, or says more than it. */
interface Deviation {
  /** The component and property, the operationId, or a top-level part; empty: everywhere. */
  readonly where: string;
  readonly page: string;
  readonly contract: string;
  readonly why: string;
}

/** What a table says around the texts of the document, by language. */
const LABELS = {
  en: { columns: ["Where", "The page", "This contract", "Why"], everywhere: "everywhere" },
  "zh-CN": { columns: ["位置", "页面", "本契约", "原因"], everywhere: "全部" },
} as const;

export type Language = keyof typeof LABELS;

const BEGIN = "<!-- deviations:begin -->";
const END = "<!-- deviations:end -->";

/** Nobody would notice a table that is no longer written. */
export class MissingMarkers extends Error {
  override readonly name = "MissingMarkers";

  constructor(file: string) {
    super(`${file} needs ${BEGIN} and after it ${END}: the table of deviations goes between them`);
  }
}

/**
 * Writes the `x-deviations` of a document as a table between two markers of a text.
 * @returns undefined where the text lacks the markers
 */
export function withDeviations(
  text: string,
  document: OpenApiDocument,
  language: Language,
): string | undefined {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) return undefined;
  const table = `${BEGIN}\n\n${tableOf([...deviationsOf(document)], language)}\n\n`;
  return text.slice(0, begin) + table + text.slice(end);
}

function tableOf(deviations: readonly Deviation[], language: Language): string {
  const { columns, everywhere } = LABELS[language];
  const rows = deviations.map(({ where, page, contract, why }) => [
    where === "" ? everywhere : `\`${where}\``,
    page,
    contract,
    why,
  ]);
  return [columns, columns.map(() => "---"), ...rows].map(row).join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim()).join(" | ")} |`;
}

/** In the order of the document. */
function* deviationsOf(node: unknown, path: readonly string[] = []): Generator<Deviation> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "x-deviations") {
      const where = nameOf(node, path);
      for (const { page, contract, why } of Object.values(value as Record<string, Deviation>)) {
        yield { where, page, contract, why };
      }
    } else {
      yield* deviationsOf(value, [...path, key]);
    }
  }
}

/** `components/schemas/KmsTag/properties/value` → `KmsTag.value` */
function nameOf(node: object, path: readonly string[]): string {
  if ("operationId" in node) return String(node.operationId);
  const own = path[0] === "components" ? path.slice(2) : path;
  return own
    .join("/")
    .replaceAll(/\/properties\/([^/]+)/g, ".$1")
    .replace(/\/\d+$/, "");
}
