import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { type JsonValue, query } from "jsonpath-rfc9535";
import type { OpenApiDocument } from "./document.js";
import { emitErrorCodes } from "./error-codes.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import { SpecError } from "./spec-error.js";

/** The language of an overlay, as in its name. */
const LANGUAGE = "zh-CN";

/** An OpenAPI Overlay 1.0, of which only updates are read: it translates, and removes nothing. */
interface Overlay {
  readonly actions: readonly { readonly target: string; readonly update: JsonObject }[];
}

type JsonObject = { [key: string]: unknown };

/**
 * The document in Chinese, and the advice of its error codes, from the overlay beside the spec.
 * Where a text lacks, the English one stands.
 * @param warn is told each text that lacks, and each translation of a text that is not there
 */
export async function emitTranslation(
  spec: LoadedSpec,
  specPath: string,
  warn: (warning: string) => void,
): Promise<[string, string][]> {
  const path = join(dirname(specPath), `overlay.${LANGUAGE}.yaml`);
  const overlay = await readOverlay(path);
  const document = applyOverlay(spec.document, overlay, (place) =>
    warn(`${path} translates ${place}, which is no text of the spec`),
  );
  // A spec without an overlay is not translated at all, which is no flaw of it.
  const missing = overlay.actions.length === 0 ? [] : untranslated(spec.document, document);
  for (const pointer of missing) warn(`${path} lacks ${pointer}: the English text stands`);
  return [
    [`openapi.${LANGUAGE}.json`, `${JSON.stringify(document, null, 2)}\n`],
    [
      `error-codes.${LANGUAGE}.ts`,
      `${header(spec)}${emitErrorCodes("errorCodesZhCN", document)}\n`,
    ],
  ];
}

async function readOverlay(path: string): Promise<Overlay> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { actions: [] };
  try {
    const overlay = parseYaml(text) as Overlay;
    if (!Array.isArray(overlay?.actions)) throw new Error("it has no list of actions");
    return overlay;
  } catch (error) {
    const { message } = error as Error;
    throw new SpecError([{ where: path, message, rule: "overlay" }]);
  }
}

/**
 * A copy of the document with the texts of the overlay. An overlay may do more; a translation only
 * replaces texts, so that the contract is the same in each language.
 * @param onUnmatched is told the place of what the document does not have
 */
export function applyOverlay(
  document: OpenApiDocument,
  overlay: Overlay,
  onUnmatched: (place: string) => void,
): OpenApiDocument {
  const copy = structuredClone(document);
  for (const { target, update } of overlay.actions) {
    const matches = query(copy as unknown as JsonValue, target);
    if (matches.length === 0) onUnmatched(target);
    for (const match of matches) replaceTexts(match as JsonObject, update, target, onUnmatched);
  }
  return copy;
}

function replaceTexts(
  node: JsonObject,
  update: JsonObject,
  place: string,
  onUnmatched: (place: string) => void,
): void {
  for (const [key, text] of Object.entries(update)) {
    const at = `${place}/${key}`;
    const present = Object.hasOwn(node, key) ? node[key] : undefined;
    if (isObject(present) && isObject(text)) replaceTexts(present, text, at, onUnmatched);
    else if (typeof present === "string" && typeof text === "string") node[key] = text;
    else onUnmatched(at);
  }
}

/** JSON pointers of the texts for people that are the same in both documents. */
export function untranslated(english: OpenApiDocument, translated: OpenApiDocument): string[] {
  const inTranslation = new Map(textsOf(translated));
  return [...textsOf(english)]
    .filter(([pointer, text]) => inTranslation.get(pointer) === text)
    .map(([pointer]) => pointer);
}

/** Names of texts for people, and of maps that hold nothing else. */
const TEXTS = new Set(["title", "summary", "description", "x-pattern-description"]);
const MAPS_OF_TEXTS = new Set(["x-error-codes", "x-deviations"]);
/** Names of data, in which nothing is a text for people, and of what is a name in each language. */
const DATA = new Set(["value", "example", "default", "enum", "const", "license", "contact"]);

function* textsOf(node: unknown, pointer = "#", isText = false): Generator<[string, string]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (typeof value === "string") {
      if (isText || TEXTS.has(key)) yield [at, value];
    } else if (!DATA.has(key) && !(key === "examples" && Array.isArray(value))) {
      yield* textsOf(value, at, isText || MAPS_OF_TEXTS.has(key));
    }
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
