import type { Oas3Rule } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { LEFT_OUT, rewrite } from "../schema-walk.js";

/**
 * Each schema compiles by itself. Takes long, and so is applied only where it is known that one
 * does not: it tells which.
 */
export const schemasCompile: Oas3Rule = () => {
  const failed: string[] = [];
  return {
    Schema: {
      // The innermost first: what holds it fails as well.
      leave(schema, { report, location }) {
        if (failed.some((pointer) => pointer.startsWith(location.absolutePointer))) return;
        try {
          const ajv = new Ajv2020({
            strictSchema: true,
            strictTypes: false,
            allowUnionTypes: true,
          });
          ajv.opts.strictTuples = false;
          addFormats.default(ajv);
          ajv.addVocabulary(["discriminator", "xml", "externalDocs", "example"]);
          ajv.compile(plain(schema) as object);
        } catch (error) {
          const { message } = error as Error;
          if (/unknown format/.test(message)) return;
          failed.push(location.absolutePointer);
          report({ message: `${message.replace(/^strict mode: /, "")}.`, location });
        }
      },
    },
  };
};

/** Without extensions, and without references: what they point to is looked at where it stands. */
function plain(schema: unknown): unknown {
  return rewrite(schema, {
    keyword: (key) => (key.startsWith("x-") || key === "$ref" ? LEFT_OUT : undefined),
  });
}
