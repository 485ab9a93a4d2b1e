import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { standaloneSchema } from "./standalone-schema.js";

const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
addFormats.default(ajv);

type Context = Pick<UserContext, "report" | "resolve" | "location">;

/**
 * An example of a body fits its schema, of which it need not have what only the other side sends.
 * Redocly's own rule does not know who sends a body.
 */
export const mediaTypeExamples: Oas3Rule = () => ({
  RequestBody: { MediaType: (mediaType, context) => checkExamples(mediaType, context, "request") },
  Response: { MediaType: (mediaType, context) => checkExamples(mediaType, context, "response") },
});

/** A default is a value that the schema allows. */
export const validDefaults: Oas3Rule = () => ({
  Schema(schema, context) {
    if (schema.default === undefined) return;
    const validate = compile(schema, context.location, context);
    check(validate, schema.default, context.location.child("default"), "the default", context);
  },
});

interface Examples {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: Readonly<
    Record<string, { readonly value?: unknown; readonly $ref?: string }>
  >;
}

function checkExamples(mediaType: unknown, context: Context, direction: "request" | "response") {
  const { schema, example, examples = {} } = mediaType as Examples;
  const { location, resolve } = context;
  if (schema === undefined) return;
  const validate = compile(schema, location, context, direction);
  if (example !== undefined) check(validate, example, location.child("example"), "it", context);
  for (const [name, entry] of Object.entries(examples)) {
    const at = location.child(["examples", name]);
    const resolved = entry.$ref === undefined ? undefined : resolve<{ value?: unknown }>(entry);
    const value = resolved?.node?.value ?? entry.value;
    const place = resolved?.location ?? at;
    if (value !== undefined) check(validate, value, place.child("value"), "it", context);
  }
}

function compile(
  schema: unknown,
  location: Location,
  context: Context,
  direction?: "request" | "response",
): ValidateFunction | undefined {
  try {
    return ajv.compile(standaloneSchema(schema, location, context, direction));
  } catch {
    // What does not compile is told by other rules.
    return undefined;
  }
}

function check(
  validate: ValidateFunction | undefined,
  value: unknown,
  location: Location,
  what: string,
  { report }: Context,
): void {
  if (validate === undefined || validate(value)) return;
  for (const { instancePath, message = "" } of validate.errors ?? []) {
    const tokens = instancePath.split("/").slice(1);
    report({
      message: `Must fit its schema: ${what} ${message}${tokens.length > 0 ? ` at ${instancePath}` : ""}.`,
      location: location.child(tokens.map((token) => token.replaceAll("~1", "/"))),
    });
  }
}
