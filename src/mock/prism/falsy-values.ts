import type { Route } from "../route.js";
import type { Compile, PrismContent, PrismDiagnostic } from "./types.js";

/**
 * Prism takes a falsy value for an absent one: an empty path parameter, or a body of `null`,
 * `false`, `0` or `""`, is "required". Replaces such diagnostics by what the schema says of the
 * value, which may be nothing.
 */
export function judgeFalsyValues(
  diagnostics: readonly PrismDiagnostic[],
  { operation, parameters }: Route,
  content: PrismContent | undefined,
  body: unknown,
  compile: Compile,
): PrismDiagnostic[] {
  const judge = (path: string[], schema: object | undefined, value: unknown): PrismDiagnostic[] => {
    const errors = schema === undefined ? [] : compile(schema, operation)(value);
    return errors.map(({ instancePath, keyword, message }) => ({
      path: [...path, ...instancePath.split("/").slice(1)],
      code: keyword,
      message: `Request ${path.join(" ")} ${message}`,
      severity: 0,
    }));
  };
  // A parameter is in every path that fits the template: it may be empty but not absent.
  const isEmptyParameter = ({ path, code }: PrismDiagnostic): boolean =>
    code === "required" && path?.join() === "path";
  const isFalsyBody = ({ path, code }: PrismDiagnostic): boolean =>
    code === "required" && path === undefined && body !== undefined;

  const judged = diagnostics.filter((each) => !isEmptyParameter(each) && !isFalsyBody(each));
  // Nor does Prism see what makes its Ajv throw: an item with a property `valueOf` or `toString`.
  const isBodyJudged = judged.some(({ path, code }) => path?.[0] === "body" || code === 415);
  if (!isBodyJudged && body !== undefined) judged.push(...judge(["body"], content?.schema, body));
  if (diagnostics.some(isEmptyParameter)) {
    for (const { name, schema } of operation.request?.path ?? []) {
      if (parameters.get(name) === "") judged.push(...judge(["path", name], schema, ""));
    }
  }
  return judged;
}
