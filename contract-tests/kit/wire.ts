import { curl } from "../../src/text/curl.js";
import { type CaseRequest, type Wire, wires } from "../cases/index.js";
import { type Document, loadCommitted } from "./document/load.js";
import { objectAt } from "./document/locate.js";
import { operationOf, operationsOf } from "./document/operation.js";

/** The media type of the bodies of cases. */
export const MEDIA_TYPE = "application/json";

/** The status where there is no credential. */
export const UNAUTHORIZED = 401;

/** Where `npm start` serves the mock. */
const BASE_URL = "http://127.0.0.1:4010";

/** What says how a case is sent, whatever document is tested. */
const committed = await loadCommitted();

/** @throws Error where the cases do not say what the operation is on the wire */
export function wireOf(operation: string): Wire {
  const wire = wires[operation];
  if (wire === undefined) throw new Error(`no suite of contract-tests/cases has ${operation}`);
  return wire;
}

export type Headers = Readonly<Record<string, string>>;

export interface WireRequest {
  readonly method: string;
  /** The path and the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** A request as it is sent. */
export function toWire(
  operation: string,
  request: CaseRequest,
  credential: Headers = credentialsOf(operation)[0] ?? {},
): WireRequest {
  const { headers, body } = request;
  const type = body !== undefined && { "Content-Type": MEDIA_TYPE };
  return {
    method: wireOf(operation).method,
    path: targetOf(operation, request),
    headers: { ...credential, ...type, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** A line that sends a request to the mock of `npm start`. */
export function curlOf(operation: string, request: CaseRequest, credential?: Headers): string {
  const known = wires[operation] !== undefined;
  const { method, path, headers } = known
    ? toWire(operation, request, credential)
    : { method: "POST", path: "/", headers: {} };
  return curl({ method, url: BASE_URL + path, headers, body: request.body });
}

/** The path and the query of a request, percent-encoded. */
export function targetOf(operation: string, { path, query = {} }: CaseRequest): string {
  const filled = wireOf(operation).template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ""),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) => pairsOf(operation, name, value));
  return pairs.length === 0 ? filled : `${filled}?${pairs.join("&")}`;
}

type QueryParameter = NonNullable<CaseRequest["query"]>[string];

const SEPARATORS: Record<string, string> = { form: ",", spaceDelimited: "%20", pipeDelimited: "|" };

function pairsOf(operation: string, name: string, value: QueryParameter): string[] {
  const encoded = [value].flat().map((one) => encodeURIComponent(one));
  const parameter = operationsOf(committed).get(operation)?.parameter("query", name)?.value;
  const style = String(parameter?.style ?? "form");
  const isExploded = (parameter?.explode ?? style === "form") === true;
  const values = isExploded ? encoded : [encoded.join(SEPARATORS[style])];
  return values.map((one) => `${encodeURIComponent(name)}=${one}`);
}

/** The headers of each credential that alone will do; one without any where none is needed. */
export function credentialsOf(operation: string, document: Document = committed): Headers[] {
  const { value } = operationOf(document, operation);
  const alternatives = (value.security ?? document.security ?? []) as readonly object[];
  if (alternatives.length === 0) return [{}];
  const nameOf = (scheme: string) => {
    const known = objectAt(document, "components", "securitySchemes", scheme);
    return known?.in === "header" ? String(known.name) : "Authorization";
  };
  return alternatives.map((alternative) =>
    Object.fromEntries(Object.keys(alternative).map((scheme) => [nameOf(scheme), "token"])),
  );
}
