import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { loadValidators, ROOT } from "./ours.js";
import { installPeers } from "./peers.js";
import { document, operation } from "./sample.js";
import { type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";
import { toZod, type Zod } from "./zod-schema.js";

type Verdict = (request: unknown) => boolean;

const TAGS = 20;
// Many short samples: where the machine turns to something else, it spoils few of them.
const CALLS = 100;
const ROUNDS = { warmUps: 100, rounds: 300 };

/** What it takes to judge a request of 20 tags, its path parameters included. */
export async function measureValidation(effort: Effort): Promise<Table[]> {
  const validators: Readonly<Record<string, Verdict>> = {
    generated: await generatedValidator(),
    ajv: runtimeAjv(),
    zod: await zod(),
  };
  const inputs: Readonly<Record<string, unknown>> = {
    "ascii-valid": request((i) => ({ key: `team.env-${i}`, value: `production/eu-${i}` })),
    "ascii-invalid": request((i) => ({ key: `${i === 19 ? "_sys_" : "team."}env-${i}` })),
    "unicode-valid": request((i) => ({ key: `环境-键${i}`, value: `生产/東京-é${i}` })),
    "unicode-invalid": request((i) => ({ key: `${i === 19 ? "_sys_" : "环境"}键${i}` })),
  };
  assertAgreement(validators, inputs);

  const samples: Record<string, number[]> = await interleave(
    Object.fromEntries(
      Object.entries(validators).flatMap(([id, validate]) =>
        Object.entries(inputs).map(([input, value]) => [
          `${id} ${input}`,
          () => timePerVerdict(validate, value),
        ]),
      ),
    ),
    rounds(effort, ROUNDS),
  );
  return [
    {
      id: "validation",
      title: `A verdict on a request of ${TAGS} tags, µs`,
      columns: [
        { id: "ascii-valid", heading: "ASCII, valid", unit: "µs" },
        { id: "ascii-invalid", heading: "invalid", unit: "µs" },
        { id: "unicode-valid", heading: "Unicode, valid", unit: "µs" },
        { id: "unicode-invalid", heading: "invalid", unit: "µs" },
      ],
      rows: [
        { id: "generated", name: "generated" },
        { id: "ajv", name: "Ajv, at run time" },
        { id: "zod", name: "zod" },
      ].map(({ id, name }) => ({
        id,
        name,
        figures: Object.fromEntries(
          Object.keys(inputs).map((input) => [input, spread(samples[`${id} ${input}`] ?? [])]),
        ),
      })),
      note:
        "Invalid: the last key is reserved. Ajv by itself cannot tell that two tags have the " +
        "same key; what it compares instead is whole tags, pair by pair.",
    },
  ];
}

async function generatedValidator(): Promise<Verdict> {
  const { requestValidators } = await loadValidators();
  const validate = requestValidators[operation.operationId as keyof typeof requestValidators];
  return (value) => validate(value).length === 0;
}

/** The schema of a whole request: its path parameters and its body. */
function requestSchema() {
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  return {
    type: "object",
    required: ["path", "body"],
    properties: {
      path: {
        type: "object",
        required: inPath.map(({ name }) => name),
        properties: Object.fromEntries(inPath.map(({ name, schema }) => [name, schema])),
      },
      body: operation.requestBody?.schema ?? {},
    },
  };
}

/** The same schemas, compiled as a server would at its start. */
function runtimeAjv(): Verdict {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile({ $id: "openapi", ...document, ...requestSchema() });
  return (value) => validate(value);
}

async function zod(): Promise<Verdict> {
  installPeers();
  // By a name that the compiler does not see: the root type-checks without the peers.
  const name = "zod";
  const { z } = (await import(name)) as { z: Zod };
  const schema = toZod(z, document, requestSchema());
  return (value) => schema.safeParse(value).success;
}

function request(tag: (index: number) => object): unknown {
  const path = Object.fromEntries(
    operation.parameters.map(({ name, example }) => [name, String(example ?? "any")]),
  );
  return { path, body: { action: "create", tags: Array.from({ length: TAGS }, (_, i) => tag(i)) } };
}

interface Case {
  readonly id: string;
  readonly operation: string;
  readonly request: unknown;
  readonly verdict: "accept" | "reject";
  readonly violations?: readonly { readonly keyword: string }[];
}

/** Comparing speed means little unless all three say the same. */
function assertAgreement(
  { ajv, ...others }: Readonly<Record<string, Verdict>>,
  inputs: Readonly<Record<string, unknown>>,
): void {
  const { requests } = JSON.parse(
    readFileSync(join(ROOT, "generated/contract-cases.json"), "utf8"),
  ) as { requests: readonly Case[] };
  const disagreeing = requests
    .filter((one) => one.operation === operation.operationId)
    .flatMap(({ id, request, verdict, violations = [] }) => {
      const beyondAjv = violations.every(({ keyword }) => keyword.startsWith("x-"));
      const judges = { ...others, ...(verdict === "reject" && beyondAjv ? {} : { ajv }) };
      return Object.entries(judges)
        .filter(([, judge]) => judge?.(request) !== (verdict === "accept"))
        .map(([name]) => `${name} on ${id}`);
    });
  for (const [id, value] of Object.entries(inputs)) {
    for (const [name, judge] of Object.entries({ ajv, ...others })) {
      if (judge?.(value) !== id.endsWith("-valid")) disagreeing.push(`${name} on ${id}`);
    }
  }
  if (disagreeing.length > 0) {
    throw new Error(`these verdicts are not the contract's: ${disagreeing.join(", ")}`);
  }
}

/** @returns µs a verdict */
function timePerVerdict(validate: Verdict, value: unknown): number {
  let accepted = 0;
  const start = performance.now();
  for (let i = 0; i < CALLS; i++) if (validate(value)) accepted++;
  const time = performance.now() - start;
  // What is counted cannot be optimized away.
  if (accepted % CALLS !== 0) throw new Error("a validator changes its mind");
  return (time * 1000) / CALLS;
}
