import { bodyCases } from "../body.js";
import type { RequestCase, Source } from "../case.js";
import { inBody, request } from "./operation.js";

const body: Source = { page: "kms", table: "request parameters" };
const example: Source = { page: "kms", table: "request example" };
const examples = inBody(example, "/body", (body) => body);

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own examples.
  ...examples.acceptsEach({
    "kms-example-create": {
      action: "create",
      tags: [
        { key: "key1", value: "value1" },
        { key: "key", value: "value3" },
      ],
    },
    "kms-example-delete": {
      action: "delete",
      tags: [
        { key: "key1", value: "value1" },
        { key: "key2", value: "value3" },
      ],
    },
  }),

  ...bodyCases("kms", body.table, inBody),

  // Every violation is reported, not the first alone.
  request(body, "/body", (body) => ({ path: { project_id: "p", key_id: "x" }, body })).rejects(
    "kms-many-violations",
    {
      action: "update",
      tags: [
        { key: "" },
        { value: "prod" },
        { key: "env", note: "x" },
        { key: "team", value: null },
      ],
      sequence: "1",
      note: "x",
    },
    "pattern /path/key_id",
    "additionalProperties",
    "enum /body/action",
    "minLength /body/tags/0/key",
    "required /body/tags/1",
    "additionalProperties /body/tags/2",
    "type /body/tags/3/value",
    "minLength /body/sequence",
  ),
];
