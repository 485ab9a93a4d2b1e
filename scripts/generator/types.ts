import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef as resolveOpenapiRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import { type OpenApiDocument, type OperationObject, resolveRef } from "./document.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import { withLimitsInDescriptions } from "./schema-docs.js";

/** types.ts: paths, operations, components, and a short root alias for each component. */
export function emitTypes(spec: LoadedSpec): string {
  const documented = withLimitsInDescriptions(withoutExtensions(spec.document));
  const nodes = toAst(documented as unknown as OpenAPI3);
  for (const node of nodes) {
    if (ts.isTypeAliasDeclaration(node)) documentAlias(node, documented);
  }
  return header(spec) + astToString(nodes);
}

type Items = OpenApiDocument["paths"];

/** openapi-typescript takes what stands among paths and responses for one of them. */
function withoutExtensions(document: OpenApiDocument): OpenApiDocument {
  const { components, webhooks } = document;
  const pathItems = components?.pathItems as Items | undefined;
  return {
    ...document,
    paths: plainItems(plain(document.paths)),
    ...(webhooks && { webhooks: plainItems(webhooks) }),
    ...(pathItems && { components: { ...components, pathItems: plainItems(pathItems) } }),
  };
}

function plain<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !key.startsWith("x-")));
}

function plainItems(items: Items): Items {
  const operation = (value: unknown) => {
    const { responses } = Object(value) as Partial<OperationObject>;
    return responses === undefined
      ? value
      : { ...(value as OperationObject), responses: plain(responses) };
  };
  const entries = Object.entries(items).map(([name, item]): [string, Items[string]] => [
    name,
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key, operation(value)])),
  ]);
  return Object.fromEntries(entries);
}

/** What `openapiTS()` makes of a document, but without its lint and bundling: that is done. */
function toAst(document: OpenAPI3): ts.Node[] {
  const context: Omit<GlobalContext, "redoc"> = {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
    discriminators: scanDiscriminators(document, {}),
    resolve: ($ref) => resolveOpenapiRef(document, $ref, { silent: true }),
    // Its defaults from here on, but where it is said.
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is what the service assumes: the caller may leave it out.
    defaultNonNullable: false,
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    // openapi-fetch takes what is marked out of requests, and out of responses.
    readWriteMarkers: /"(readOnly|writeOnly)":true/.test(JSON.stringify(document)),
    transform: undefined,
    transformProperty: undefined,
  };
  // `redoc` is read by that lint alone.
  return transformSchema(document, context as GlobalContext);
}

/** openapi-typescript leaves its root aliases bare: `CsmsTag` says on hover what it aliases. */
function documentAlias(node: ts.TypeAliasDeclaration, document: OpenApiDocument): void {
  const path = /^components\["(\w+)"\]\["(.+)"\]$/.exec(indexedAccess(node.type));
  const component = path && document.components?.[path[1] ?? ""]?.[path[2] ?? ""];
  if (typeof component !== "object" || component === null) return;
  const { description } = resolveRef<{ description?: string }>(document, component);
  if (description === undefined) return;
  const lines = description.trim().replaceAll("*/", "*\\/").split("\n");
  const text =
    lines.length === 1
      ? `* ${lines[0]} `
      : `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
  ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
}

function indexedAccess(type: ts.TypeNode): string {
  if (ts.isIndexedAccessTypeNode(type) && ts.isLiteralTypeNode(type.indexType)) {
    const { literal } = type.indexType;
    if (ts.isStringLiteral(literal)) return `${indexedAccess(type.objectType)}["${literal.text}"]`;
  }
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return type.typeName.text;
  return "";
}
