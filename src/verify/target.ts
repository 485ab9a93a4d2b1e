import { serializeArrayParam, serializePrimitiveParam } from "openapi-fetch";
import type { CaseRequest } from "../../generated/contract-cases.js";
import { serializePath } from "../client/path.js";
import type { Operation } from "./contract.js";

type QueryStyle = "form" | "spaceDelimited" | "pipeDelimited";

/**
 * The path and the query of a request, as on its request line.
 * @throws RequestValidationError if no URL can carry the path parameters
 */
export function targetOf(
  { path, parameters }: Pick<Operation, "path" | "parameters">,
  request: Pick<CaseRequest, "path" | "query">,
): string {
  const query = Object.entries(request.query ?? {}).map(([name, value]) => {
    const encoded = encodeURIComponent(name);
    if (typeof value !== "object") return serializePrimitiveParam(encoded, String(value));
    const parameter = parameters.find((one) => one.in === "query" && one.name === name);
    return serializeArrayParam(encoded, [...value], {
      style: (parameter?.style ?? "form") as QueryStyle,
      explode: parameter?.explode ?? true,
    });
  });
  const text = query.filter((part) => part !== "").join("&");
  return serializePath(path, request.path) + (text === "" ? "" : `?${text}`);
}
