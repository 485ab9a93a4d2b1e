import type { Case } from "../cases/index.js";
import type { Document } from "./document/load.js";
import { type Located, objectAt } from "./document/locate.js";
import { type Body, operationOf } from "./document/operation.js";
import { type JsonObject, join, tokensOf } from "./document/pointer.js";
import { meetings } from "./document/schemas.js";

/** Who says so: a page of the vendor, another text of the vendor, or this project. */
type Kind = "page" | "vendor" | "ours";

/**
 * Where the rules that a case breaks come from, by the `x-source` of each; empty where the document
 * does not say.
 */
export function kindsOfRules(document: Document, one: Case): Set<Kind> {
  const kinds = new Set<Kind>();
  for (const { pointer, keyword } of one.violations ?? []) {
    for (const { value } of schemasAt(document, one, pointer, keyword)) {
      const source = value["x-source"];
      const text = typeof source === "string" ? source : objectAt(source)?.[keyword];
      const fallback = objectAt(source)?.["*"];
      const [kind] = /^(page|vendor|ours)\b/.exec(String(text ?? fallback)) ?? [];
      if (kind !== undefined) kinds.add(kind as Kind);
    }
  }
  return kinds;
}

/**
 * Where a case says that it comes from. A page of the vendor has the name of a tag of the document,
 * such as `kms`; undefined for any other text, which claims nothing of the rules.
 */
export function kindOfCase(document: Document, { source: { page } }: Case): Kind | undefined {
  if (page === "vendor" || page === "ours") return page;
  const { tags = [] } = document as { tags?: readonly { readonly name: string }[] };
  return tags.some(({ name }) => name.toLowerCase() === page) ? "page" : undefined;
}

/** The schemas, or the parameters, of which a case breaks a keyword. */
function schemasAt(document: Document, one: Case, pointer: string, keyword: string): Located[] {
  // It is reported at the property of the later item, and is a rule of the list.
  const at = keyword.startsWith("x-") ? join("", ...tokensOf(pointer).slice(0, -2)) : pointer;
  const brokenIn = (root: string, value: unknown, from: string): Located[] =>
    [...meetings(document, root, value, from)]
      .filter((met) => met.at === at && keyword in met.schema.value)
      .map(({ schema }) => schema);
  const ofBody = (body: Body | undefined, value: unknown, from: string): Located[] => {
    const schema = body?.schema();
    return schema === undefined ? [] : brokenIn(schema, value, from);
  };
  const operation = operationOf(document, one.operation);
  if (!("request" in one)) return ofBody(operation.response(one.status), one.body, "");
  const { path, query = {}, headers = {}, body } = one.request;
  const given: Readonly<Record<string, JsonObject>> = { path, query, header: headers };
  const ofParameters = operation.parameters().flatMap((parameter) => {
    const location = String(parameter.value.in);
    const name = String(parameter.value.name);
    const value = given[location]?.[name];
    if (value === undefined) {
      return keyword === "required" && at === `/${location}` ? [parameter] : [];
    }
    return brokenIn(join(parameter.pointer, "schema"), value, join("", location, name));
  });
  if (body === undefined) return ofParameters;
  return [...ofParameters, ...ofBody(operation.body(), body, "/body")];
}
