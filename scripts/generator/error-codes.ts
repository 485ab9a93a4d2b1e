import type { OpenApiDocument } from "./document.js";

/** A constant of this name with the `x-error-codes` of all schemas. */
export function emitErrorCodes(name: string, document: OpenApiDocument): string {
  const codes: Record<string, string> = {};
  JSON.stringify(document.components ?? {}, (_key, value) => {
    Object.assign(codes, value?.["x-error-codes"]);
    return value;
  });
  return `/** What an error code means and what to do, by code. The service may answer others. */
export const ${name} = {
${Object.entries(codes)
  .map(([code, meaning]) => `  ${JSON.stringify(code)}: ${JSON.stringify(meaning)},\n`)
  .join("")}} as const;`;
}
