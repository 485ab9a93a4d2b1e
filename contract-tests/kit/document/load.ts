import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { OpenApiDocument as Document } from "../../../scripts/generator/document.js";

export type { Document };

const COMMITTED = new URL("../../../generated/openapi.json", import.meta.url);

/** The contract that is committed: what every other document is held against. */
export async function loadCommitted(): Promise<Document> {
  return JSON.parse(await readFile(COMMITTED, "utf8"));
}

/** The document under test: `SPEC`, a path to YAML or JSON, or else the committed contract. */
export async function loadDocument(spec: string | undefined = process.env.SPEC): Promise<Document> {
  return spec ? readDocument(spec) : loadCommitted();
}

/**
 * Bundles a document without an opinion of it, so that its flaws show where it is judged. A
 * reference that leads nowhere stays in it.
 *
 * @throws Error where the file is absent, or is no YAML or JSON
 */
async function readDocument(path: string): Promise<Document> {
  // Loaded here, because it takes a second that only foreign documents are worth.
  const { bundle, createConfig } = await import("@redocly/openapi-core");
  const ref = resolve(path);
  try {
    const { bundle: bundled } = await bundle({ ref, config: await createConfig({}) });
    return bundled.parsed as Document;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot read the document ${ref}: ${reason}`, { cause });
  }
}
