import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { type OpenApiDocument, resolveRef } from "./document.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import { withLimitsInDescriptions } from "./schema-docs.js";

/** types.ts: paths, operations, components, and a short root alias for each component. */
export async function emitTypes(spec: LoadedSpec): Promise<string> {
  const documented = withLimitsInDescriptions(spec.document);
  const nodes = await openapiTS(documented as never, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  });
  for (const node of nodes) {
    if (ts.isTypeAliasDeclaration(node)) documentAlias(node, documented);
  }
  return header(spec) + astToString(nodes);
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
