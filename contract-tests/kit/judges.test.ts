import { execFile } from "node:child_process";
import { join as joinPath } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RequestCase, requestCases, responseCases } from "../cases/index.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";
import { runCheck } from "./checks/check.js";
import { compare, formatDisagreements } from "./compare.js";
import { openContract, type Part, runContract } from "./contract.js";
import { loadCommitted, loadDocument, type OpenApiDocument } from "./document/load.js";
import { locateBody, locateOperation, locateResponse } from "./document/locate.js";
import { at, isTree, join, remove, rename, set, tokensOf } from "./document/pointer.js";
import { meetings } from "./document/schemas.js";
import { MEDIA_TYPE } from "./wire.js";

// The judges are judged: each must see a document that says something else, and none may crash.

const committed = await loadCommitted();

/** A case that breaks a limit of its body by one, and where the limit is written. */
const limited = limitOf("maxLength");
const { operation } = limited.subject;
const located = locateOperation(committed, operation);
const body = locateBody(committed, located) as NonNullable<ReturnType<typeof locateBody>>;
const refused = responseCases.find(
  (one) => one.operation === operation && one.violations?.some((each) => each.keyword === "type"),
) as (typeof responseCases)[number];

function limitOf(keyword: string): {
  subject: RequestCase;
  /** Of the value in the request. */
  place: string;
  /** Of the limit in the document. */
  pointer: string;
  limit: number;
} {
  for (const subject of requestCases) {
    const [violation, ...others] = subject.violations ?? [];
    if (violation?.keyword !== keyword || others.length > 0) continue;
    const from = locateBody(committed, locateOperation(committed, subject.operation));
    if (from === undefined || !violation.pointer.startsWith("/body")) continue;
    const root = join(from.pointer, "content", MEDIA_TYPE, "schema");
    for (const { at: where, schema, value } of meetings(
      committed,
      root,
      subject.request.body,
      "/body",
    )) {
      const limit = schema.value[keyword];
      const isNext = typeof value === "string" && [...value].length === Number(limit) + 1;
      if (where === violation.pointer && isNext) {
        return {
          subject,
          place: where,
          pointer: join(schema.pointer, keyword),
          limit: Number(limit),
        };
      }
    }
  }
  throw new Error(`no case breaks a ${keyword} by one`);
}

/** The longest text that is allowed in the same place. */
const longest = requestCases.find(
  (one) =>
    one.operation === operation &&
    one.verdict === "accept" &&
    String(at(one.request, limited.place)).length === limited.limit,
) as RequestCase;

/** What is enough to see the changes below. */
const few = new Set(
  [
    limited.subject,
    longest,
    refused,
    requestCases.find((one) => one.operation === operation && one.request.body === undefined),
  ].map((one) => one?.id),
);

/** A schema of responses that lets a type be told. */
const errorType = (() => {
  const [violation] = refused.violations ?? [];
  const response = locateResponse(committed, operation, refused.status);
  const root = join(response.pointer, "content", MEDIA_TYPE, "schema");
  for (const met of meetings(committed, root, refused.body)) {
    if (met.at === violation?.pointer) return join(met.schema.pointer, "type");
  }
  throw new Error(`no schema of ${refused.id} has the type`);
})();

const READERS = ["document", "ajv", "mock", "client", "client without validation"];
const DECIDERS = ["ajv", "mock", "client without validation"];

type Change = (document: OpenApiDocument) => void;

const itemPointer = located.item.pointer;
const method = located.method.toLowerCase();

const CHANGES: readonly (readonly [name: string, seenBy: readonly string[], change: Change])[] = [
  ["lacks an operation", READERS, (document) => remove(document, located.pointer)],
  [
    "lacks a status",
    ["document", "ajv", "mock"],
    (document) => remove(document, join(located.pointer, "responses", refused.status)),
  ],
  [
    "has a status more",
    ["document"],
    (document) => set(document, join(located.pointer, "responses", "418"), { description: "" }),
  ],
  [
    "has another path",
    ["document", "mock", "client"],
    (document) => rename(document, itemPointer, `/other${tokensOf(itemPointer).at(-1)}`),
  ],
  [
    "has another method",
    ["mock", "client"],
    (document) => rename(document, join(itemPointer, method), "trace"),
  ],
  ["allows more", DECIDERS, (document) => set(document, limited.pointer, limited.limit + 1)],
  [
    "allows less",
    [...DECIDERS, "client"],
    (document) => set(document, limited.pointer, limited.limit - 1),
  ],
  [
    "lets a body be absent",
    ["ajv", "mock"],
    (document) => remove(document, join(body.pointer, "required")),
  ],
  ["says less of an error", ["ajv"], (document) => remove(document, errorType)],
  [
    "has a schema that does not compile",
    READERS,
    (document) => set(document, limited.pointer, "many"),
  ],
  [
    "has a reference that leads nowhere",
    ["document", "ajv", "mock"],
    (document) =>
      set(document, join(located.pointer, "responses", refused.status), {
        $ref: "#/components/responses/Nowhere",
      }),
  ],
  [
    "takes another media type",
    ["ajv", "client", "mock"],
    (document) => rename(document, join(body.pointer, "content", MEDIA_TYPE), "text/json"),
  ],
  [
    "wants no credential",
    ["mock"],
    (document) => {
      set(document, "/security", []);
      set(document, join(located.pointer, "security"), []);
    },
  ],
  [
    "shows another request",
    ["document"],
    (document) => changeTexts(at(document, join(body.pointer, "content", MEDIA_TYPE, "examples"))),
  ],
  [
    "shows another error",
    ["document", "mock"],
    (document) => {
      const { pointer } = locateResponse(document, operation, refused.status);
      changeTexts(at(document, join(pointer, "content", MEDIA_TYPE, "examples")));
    },
  ],
  [
    "is served elsewhere",
    ["document"],
    (document) => set(document, "/servers/0/url", "https://elsewhere.test"),
  ],
];

/** Changes every text within a value. */
function changeTexts(value: unknown): void {
  if (!isTree(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string") value[name] = `${inner}?`;
    else changeTexts(inner);
  }
}

describe("a document that is not the contract", () => {
  it.each(CHANGES)("is found out: it %s", { timeout: 120_000 }, async (_name, seenBy, change) => {
    const document = await loadCommitted();
    change(document);
    const isCase = new Set([...requestCases, ...responseCases].map(({ id }) => id));
    const only = (id: string, part: Part): boolean =>
      isCase.has(id) ? few.has(id) : [operation, "all operations"].includes(part.operation);
    const judges = new Set<string>();
    const contract = openContract(document, committed);
    for (const part of contract.parts) {
      if (judges.has(part.judge)) continue;
      for (const { judges: all } of await part.run({ bail: true, only })) {
        for (const judge of all) judges.add(judge);
      }
    }
    await contract.close();
    expect([...judges]).toEqual(expect.arrayContaining([...seenBy]));
  });

  it.each([
    ["an empty object", {}],
    ["a document without paths", { openapi: "3.1.1", info: { title: "", version: "" } }],
    ["a document whose paths are null", { openapi: "3.1.1", paths: null, components: null }],
    ["a document of something else", { openapi: "3.1.1", paths: { "/x": { get: 1, put: {} } } }],
  ])(
    "is found out by every judge that reads it: %s",
    { timeout: 120_000 },
    async (_name, given) => {
      const disagreements = await runContract(given as unknown as OpenApiDocument, {
        only: (id) => few.has(id) || id === "the documented statuses",
      });
      const judges = disagreements.flatMap((one) => one.judges);
      // The client refuses by itself what its own validators refuse.
      const dependent = READERS.filter((judge) => judge !== "client");
      expect(judges).toEqual(expect.arrayContaining(dependent));
    },
  );
});

describe("runContract", () => {
  it("stops at the first disagreement if that is enough", async () => {
    const document = await loadCommitted();
    set(document, limited.pointer, limited.limit + 1);
    const asked: string[] = [];
    const disagreements = await runContract(document, {
      bail: true,
      onCase: (id) => asked.push(id),
    });
    expect(disagreements.map(({ id }) => id)).toEqual([asked.at(-1)]);
  });

  it("tells of each case which part it is of", async () => {
    const contract = openContract(committed, committed);
    const [part] = contract.parts.filter(({ judge }) => judge === "ajv");
    let told = 0;
    await part?.run({
      onCase: (_id, of) => {
        expect(of).toBe(part);
        told++;
      },
    });
    expect(told).toBe(part?.size);
    await contract.close();
  });
});

describe("compare", () => {
  const drawn: RequestCase = {
    ...limited.subject,
    id: "a",
    violations: [
      { pointer: "/body", keyword: "required" },
      { pointer: "", keyword: "type" },
    ],
  };
  const { violations = [] } = drawn;
  const reject = (...given: typeof violations) => ({
    verdict: "reject" as const,
    violations: given,
  });
  const dissent = (opinion: Parameters<typeof compare>[2][string]) =>
    compare(drawn, "t", { judge: opinion }).map(({ got }) => got);

  it("takes violations for a set", () => {
    expect(dissent(reject(...violations))).toEqual([]);
    expect(dissent(reject(...violations, ...violations))).toEqual([]);
    expect(dissent(reject(...[...violations].reverse()))).toEqual([]);
  });

  it("wants all of them and no others", () => {
    expect(dissent(reject(...violations.slice(1)))).toEqual(["reject; type"]);
    expect(dissent(reject(...violations, { pointer: "/x", keyword: "type" }))).toEqual([
      "reject; /body required; /x type; type",
    ]);
    expect(dissent({ verdict: "accept", violations: [] })).toEqual(["accept"]);
    expect(dissent(new Error("e"))).toEqual(["no verdict: e"]);
  });

  it("forgives one that says that some are left out, if none is wrong", () => {
    expect(dissent({ ...reject(...violations.slice(1)), partial: true })).toEqual([]);
    expect(dissent({ ...reject(), partial: true })).toEqual([]);
    expect(dissent({ ...reject({ pointer: "/x", keyword: "type" }), partial: true })).toEqual([
      "reject; /x type",
    ]);
    expect(dissent({ verdict: "accept", violations: [], partial: true })).toEqual(["accept"]);
  });

  const accept = { verdict: "accept" as const, violations: [] };

  it("names the judges that agree with each other once, with a line to paste", () => {
    const disagreements = compare(drawn, "t", { a: accept, b: reject(...violations), c: accept });
    const lines = formatDisagreements(disagreements).split("\n");
    expect(lines.slice(0, -1)).toEqual([
      `a (${operation}, t), says a and c:`,
      "  expected reject; /body required; type",
      "  got      accept",
    ]);
    expect(lines.at(-1)).toMatch(/^ {2}curl .* 'http:\/\/127\.0\.0\.1:4010\//);
  });

  it("lists cases without a verdict for one reason together", () => {
    const one = (id: string) => compare({ ...drawn, id }, "t", { judge: new Error("e") });
    const text = formatDisagreements([...one("a"), ...one("b"), ...one("c")]);
    expect(text.match(/no verdict/g)).toHaveLength(1);
    expect(text).toContain("and so b, c");
  });
});

it("runs a check that throws, and says what it threw", async () => {
  const about = { judge: "j", operation: "o", subject: "s" };
  const check = { id: "p", expected: { a: 1 } };
  expect(await runCheck({ ...check, observe: async () => ({ a: 1 }) }, about)).toEqual([]);
  const throwing = () => {
    throw new Error("e");
  };
  expect(await runCheck({ ...check, observe: throwing }, about)).toEqual([
    {
      id: "p",
      operation: "o",
      subject: "s",
      judges: ["j"],
      expected: '{"a":1}',
      got: "no verdict: e",
    },
  ]);
});

describe("the document under test", () => {
  let workspace: Workspace;
  const file = (name: string): string => joinPath(workspace.path, name);
  beforeAll(async () => {
    workspace = await createWorkspace("spec");
  });
  afterAll(() => workspace.remove());

  it("is the committed contract where none is named", async () => {
    expect(await loadDocument("")).toEqual(committed);
  });

  it("may be YAML of several files", async () => {
    expect(await loadDocument(joinPath(ROOT, "spec/openapi.yaml"))).toEqual(committed);
  });

  it("may be broken, as long as it can be read", async () => {
    await workspace.edit("spec/openapi.yaml", /\$ref: (?!.*security).*/, "$ref: nowhere.yaml");
    const document = await loadDocument(file("spec/openapi.yaml"));
    const [first] = await runContract(document, { bail: true });
    expect(first?.got).toMatch(/nowhere/);
  });

  it("is named where it cannot be read", async () => {
    await workspace.write("bad.yaml", "a: [");
    for (const name of ["bad.yaml", "none.yaml"]) {
      await expect(loadDocument(file(name))).rejects.toThrow(
        new RegExp(`^cannot read the document .*${name}: `),
      );
    }
  });

  it("makes the run fail where it disagrees, and only there", { timeout: 120_000 }, async () => {
    const document = await loadCommitted();
    set(document, limited.pointer, limited.limit + 1);
    await workspace.write("other.json", JSON.stringify(document));
    const { code, output } = await testWith(file("other.json"));
    expect(code).toBe(1);
    expect(output).toMatch(/ Tests {2}[1-9] failed \| [1-9]\d* passed /);
    expect(output).toContain(`${limited.subject.id} (${operation}, `);
    expect(output).toContain("curl -gsS -i -X ");
  });
});

/** Runs the tests of one subject as `npm run test:contract` does. */
async function testWith(SPEC: string): Promise<{ code: number; output: string }> {
  const vitest = joinPath(ROOT, "node_modules/vitest/vitest.mjs");
  const only = [
    "contract-tests/contract/contract.test.ts",
    "-t",
    `${operation} (statuses|${limited.subject.source.table.split(",")[0]}):`,
  ];
  const env = { ...process.env, SPEC, NO_COLOR: "1" };
  const options = { cwd: ROOT, env, maxBuffer: 2 ** 26 };
  return promisify(execFile)(process.execPath, [vitest, "run", ...only], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}
