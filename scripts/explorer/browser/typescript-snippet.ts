import type { Call } from "./call.js";

/** A module that makes the call with this package's client, the token taken from the environment. */
export function typescriptSnippet({
  operationId,
  body,
  params,
  answersData,
  server,
  isMock,
}: Call): string {
  const init = [
    ...(Object.keys(params).length === 0 ? [] : [`  params: ${literal(params, "  ")},\n`]),
    ...(body === undefined ? [] : [`  body: ${literal(parse(body), "  ")},\n`]),
  ].join("");
  const environment = `process.env.HUAWEICLOUD_TOKEN${isMock ? ` ?? "any"` : "!"}`;
  return `import { createDewTagsClient, token } from "huaweicloud-dew-tags";

const dew = createDewTagsClient({
  ${literal(server, "").slice(2, -2)},
  auth: token(${environment}),
});

const { ${answersData ? "data, " : ""}error, response } = await dew.${operationId}({
${init}});

if (error) throw error;
console.log(response.status${answersData ? ", data" : ""});
`;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Error(`The body is not JSON, so this client cannot send it: ${error}`);
  }
}

const WIDTH = 80;

/** A JSON value as TypeScript; on one line where it fits. */
function literal(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ["[", "]", value.map((item) => literal(item, inner))]
    : [
        "{ ",
        " }",
        Object.entries(value).map(([k, v]) => `${propertyName(k)}: ${literal(v, inner)}`),
      ];
  if (parts.length === 0) return (open + close).replaceAll(" ", "");
  const line = open + parts.join(", ") + close;
  if (inner.length + line.length <= WIDTH && !line.includes("\n")) return line;
  const lines = parts.map((part) => `${inner}${part},\n`).join("");
  return `${open.trim()}\n${lines}${indent}${close.trim()}`;
}

function propertyName(name: string): string {
  // In a literal it would set the prototype.
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
