import { type Document, isObject, resolve, type Schema } from "../document.js";

/** The document with every `readOnly` property taken off the `required` of its schema. */
export function withoutRequiredReadOnly(document: Document): Document {
  const isReadOnly = (schema: unknown): boolean => {
    if (!isObject(schema)) return false;
    if (schema.readOnly === true) return true;
    if (typeof schema.$ref !== "string") return false;
    return resolve<Schema>(document, schema.$ref.replace(/^#/, ""))?.value.readOnly === true;
  };
  const view = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(view);
    if (!isObject(node)) return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, view(value)]));
    const { required, properties } = node;
    if (Array.isArray(required) && isObject(properties)) {
      copy.required = required.filter((name) => !isReadOnly(properties[name]));
    }
    return copy;
  };
  return view(document) as Document;
}
