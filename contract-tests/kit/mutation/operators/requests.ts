import { METHODS, places } from "../../document/places.js";
import { isTree, tokensOf } from "../../document/pointer.js";
import { each, type Operator } from "../mutant.js";

/** Each path gone, and with each segment gone, twice, or written otherwise. */
export const paths: Operator = each("pathItem", function* ({ pointer, drop, rename }) {
  const path = tokensOf(pointer).at(-1) as string;
  yield* [drop(), rename(`${path}/`)];
  const segments = path.split("/").slice(1);
  for (const [index, segment] of segments.entries()) {
    for (const by of [[], [segment, segment], ...otherSpellings(segment).map((one) => [one])]) {
      yield rename(`/${segments.toSpliced(index, 1, ...by).join("/")}`);
    }
  }
});

function otherSpellings(segment: string): string[] {
  const variable = /^\{(.+)\}$/.exec(segment)?.[1];
  if (variable !== undefined) return [variable, `{${variable}s}`];
  return [`${segment}s`, segment.slice(0, -1), segment.toUpperCase(), "{any}"];
}

/** Each operation gone, of each other method, of another besides its own, and of another name. */
export const operations: Operator = each("pathItem", function* ({ value, set, drop, rename }) {
  for (const own of METHODS) {
    const operation = value[own];
    if (!isTree(operation)) continue;
    const { operationId } = operation;
    yield drop(own);
    for (const method of METHODS.filter((one) => one !== own)) {
      yield rename(method, own);
      yield set({ ...operation, operationId: `${operationId}Also` }, method);
    }
    if (operationId === undefined) continue;
    yield* [set(`${operationId}s`, own, "operationId"), drop(own, "operationId")];
  }
});

/** Each request body gone, optional, and of any kind. */
export const requestBodies: Operator = each("requestBody", function* ({ value, set, drop }) {
  yield drop();
  if (value.required !== undefined) yield* [drop("required"), set(!value.required, "required")];
  if (isTree(value.content)) yield drop("content");
});

const LOCATIONS = ["path", "query", "header", "cookie"];

/** Each parameter of another name, elsewhere, optional, of any kind; gone from each operation. */
export const parameters: Operator = each(["parameter", "operation"], function* (site) {
  const { kind, value, set, drop } = site;
  if (kind === "parameter") {
    yield* [set(`${value.name}s`, "name"), set(String(value.name).toUpperCase(), "name")];
    for (const location of LOCATIONS.filter((one) => one !== value.in)) yield set(location, "in");
    yield set(!value.required, "required");
    if (value.required !== undefined) yield drop("required");
    if (value.schema !== undefined) yield drop("schema");
    return;
  }
  const list = Array.isArray(value.parameters) ? value.parameters : [];
  for (const index of list.keys()) yield drop("parameters", index);
  for (const location of ["query", "header"]) {
    const extra = { name: "extra", in: location, required: true, schema: { type: "string" } };
    yield list.length > 0 ? set(extra, "parameters", list.length) : set([extra], "parameters");
  }
});

/** Each security requirement gone or joined to the others; each scheme otherwise or elsewhere. */
export const security: Operator = function* (document) {
  yield* requirements(document);
  yield* schemes(document);
};

const requirements = each(["document", "operation"], function* (site) {
  const { document, kind, value, set, drop } = site;
  const { security: alternatives } = value;
  if (Array.isArray(alternatives)) {
    yield* [drop("security"), set({}, "security", alternatives.length)];
    for (const index of alternatives.keys()) yield drop("security", index);
    if (alternatives.length > 1) yield set([Object.assign({}, ...alternatives)], "security");
  } else if (kind === "operation") {
    const names = places(document, "securityScheme").map(({ pointer }) => tokensOf(pointer).at(-1));
    const each = names.map((name) => [{ [String(name)]: [] }]);
    for (const override of [[], [{}], ...each]) yield set(override, "security");
  }
});

const schemes = each("securityScheme", function* ({ value, set, drop }) {
  yield drop();
  for (const scheme of ["bearer", "basic"]) yield set({ type: "http", scheme });
  if (value.type !== "apiKey") return;
  for (const location of ["query", "header", "cookie"].filter((one) => one !== value.in)) {
    yield set(location, "in");
  }
  yield* [set(`${value.name}s`, "name"), set(String(value.name).replace(/^X-/, "Y-"), "name")];
});

/** Each server gone, on another host, at another path, and without encryption. */
export const servers: Operator = each("document", function* ({ document, set, drop }) {
  for (const [index, { url }] of (document.servers ?? []).entries()) {
    yield drop("servers", index);
    for (const other of [
      url.replace("//", "//other."),
      url.replace(/^https:/, "http:"),
      `${url}/v1`,
      url.replace(/\{[^}]+\}/, "other"),
    ]) {
      yield set(other, "servers", index, "url");
    }
  }
});
