import { isObject, resolve } from "../../text/json-pointer.js";
import type { Schema } from "../../text/schema-reader.js";
import type { Document } from "../document.js";

/**
 * The document as requests see it: a `readOnly` property is not there, neither allowed nor
 * required.
 *
 * @param original Where references lead that point at such a property: a schema elsewhere may be
 *   defined by it.
 */
export function viewForRequests(document: Document, original: string): Document {
  const removed = new Set<string>();
  const isReadOnly = (schema: unknown): boolean => {
    if (!isObject(schema)) return false;
    if (schema.readOnly === true) return true;
    if (typeof schema.$ref !== "string") return false;
    return resolve<Schema>(document, schema.$ref.replace(/^#/, ""))?.value.readOnly === true;
  };
  const drop = (node: unknown, pointer: string): unknown => {
    if (Array.isArray(node)) return node.map((item, index) => drop(item, `${pointer}/${index}`));
    if (!isObject(node)) return node;
    const { required, properties } = node;
    const names = isObject(properties) ? Object.keys(properties) : [];
    const readOnly = new Set(names.filter((name) => isReadOnly((properties as Schema)[name])));
    for (const name of readOnly) removed.add(`${pointer}/properties/${name}`);
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (readOnly.size > 0 && value === properties) {
          const kept = Object.entries(properties as Schema).filter(([name]) => !readOnly.has(name));
          return [key, drop(Object.fromEntries(kept), `${pointer}/properties`)];
        }
        if (readOnly.size > 0 && value === required && Array.isArray(required)) {
          return [key, required.filter((name) => !readOnly.has(name))];
        }
        return [key, drop(value, `${pointer}/${key}`)];
      }),
    );
  };
  const leadsToRemoved = (reference: string): boolean => {
    const pointer = reference.slice(1).split("/").map(decodeToken).join("/");
    return [...removed].some((gone) => pointer === gone || pointer.startsWith(`${gone}/`));
  };
  const view = drop(document, "");
  const redirect = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(redirect);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) =>
        key === "$ref" && typeof value === "string" && leadsToRemoved(value)
          ? [key, original + value]
          : [key, redirect(value)],
      ),
    );
  };
  return (removed.size === 0 ? view : redirect(view)) as Document;
}

function decodeToken(token: string): string {
  return decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
}
