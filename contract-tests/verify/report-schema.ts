// The shape of a report, written a second time: a change of it is a change for its readers.

const text = { type: "string" };
const someText = { type: "string", minLength: 1 };
const textOrNull = { type: ["string", "null"] };
const count = { type: "integer", minimum: 0 };
const flag = { type: "boolean" };
const curl = { type: "string", pattern: "^curl " };
const list = (items: object, more: object = {}): object => ({ type: "array", items, ...more });
/** All properties are required but for those that are named. */
const closed = (properties: Record<string, object>, ...optional: string[]): object => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
const isOneOf = (...values: string[]): object => ({ enum: values });

const RULES = ["answer", "redirect", "status", "media-type", "no-body", "json", "schema"].concat([
  "accepted",
  "refused",
  "refusal-status",
  "credential",
]);

const finding = closed(
  {
    expected: text,
    answer: {
      ...closed({
        status: { type: "integer" },
        mediaType: textOrNull,
        requestId: textOrNull,
        body: { type: "string", maxLength: 2001 },
      }),
      type: ["object", "null"],
    },
    advice: text,
    problems: list(
      closed({
        rule: isOneOf(...RULES),
        severity: isOneOf("error", "warning"),
        message: someText,
        sources: list(someText, { uniqueItems: true }),
      }),
      { minItems: 1 },
    ),
    curl,
  },
  "advice",
);

const result = closed(
  {
    id: text,
    operation: text,
    source: closed({ page: text, table: text, url: textOrNull }),
    outcome: isOneOf("passed", "error", "warning", "skipped"),
    duration: count,
    reason: text,
    finding,
  },
  "reason",
  "finding",
);
const outcomes: object[] = [
  { properties: { outcome: isOneOf("passed"), reason: false, finding: false } },
  { properties: { outcome: isOneOf("skipped"), finding: false }, required: ["reason"] },
  { properties: { outcome: isOneOf("error", "warning"), reason: false }, required: ["finding"] },
];

export const reportSchema: object = closed({
  format: { const: 1 },
  contract: closed({
    title: text,
    version: text,
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
  }),
  provider: closed({ baseUrl: text, operations: list(text) }),
  options: closed({
    readOnly: flag,
    unsafeCases: flag,
    strict: flag,
    seed: { type: ["integer", "null"] },
    rate: { type: ["number", "null"] },
  }),
  startedAt: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$" },
  duration: count,
  outcome: isOneOf("passed", "failed", "interrupted"),
  stopped: textOrNull,
  summary: closed({
    cases: count,
    passed: count,
    errors: count,
    warnings: count,
    skipped: count,
    requests: count,
    invalid: count,
    refused: count,
  }),
  results: list({ ...result, oneOf: outcomes }),
  leftBehind: list(
    closed({
      operation: text,
      path: { type: "object", additionalProperties: text },
      keys: list(text, { minItems: 1 }),
      curl,
    }),
  ),
});
