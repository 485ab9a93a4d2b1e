import { bodyCases } from "../body.js";
import type { RequestCase, Source } from "../case.js";
import { inBody } from "./operation.js";

const body: Source = { page: "csms", table: "table 3" };
const example: Source = { page: "csms", table: "request example" };
const examples = inBody(example, "/body", (body) => body);
const bodies = inBody(body, "/body", (body) => body);

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own example.
  examples.accepts("csms-example-create", {
    action: "create",
    tags: [
      { key: "key1", value: "value1" },
      { key: "key2", value: "value2" },
    ],
  }),

  ...bodyCases("csms", body.table, inBody),

  // Every violation is reported, not the first alone.
  bodies.rejects(
    "csms-many-violations",
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
    "additionalProperties",
    "enum /body/action",
    "minLength /body/tags/0/key",
    "required /body/tags/1",
    "additionalProperties /body/tags/2",
    "type /body/tags/3/value",
    "minLength /body/sequence",
  ),
];
