import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestCase } from "../cases/index.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";
import { ask } from "./checks/check.js";
import { compare, formatDisagreements } from "./compare.js";
import { type Check, type Disagreement, openContract, runContract } from "./contract.js";
import { loadCommitted, loadDocument, type OpenApiDocument } from "./document/load.js";

// The judges are judged: each must see a document that says something else, and none may crash.

type Tree = Record<string, unknown>;

const CSMS = "/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action";
const KMS = "/paths/~1v1.0~1{project_id}~1kms~1{key_id}~1tags~1action";
const JSON_BODY = "content/application~1json";

describe("a document that is not the contract", () => {
  it.each<[name: string, change: (document: OpenApiDocument) => void, seen: readonly string[]]>([
    [
      "lacks an operation",
      (document) => remove(document, KMS),
      [
        "document: the documented statuses: no verdict: the document has no operation batchCreateKmsTags",
        "ajv: kms-key-absent: no verdict: the document has no operation batchCreateKmsTags",
        "mock: the method and the path: undefined",
        "mock: kms-example-create: no verdict: answers 404",
        "client: kms-example-create: no verdict: answers 404",
        "client without validation: kms-key-absent: no verdict: answers 404",
      ],
    ],
    [
      "lacks a status",
      (document) => remove(document, `${CSMS}/post/responses/404`),
      [
        'document: the documented statuses: ["204","400","401","403","500","502","504"]',
        "ajv: csms-404-documented: no verdict: the document has no response 404",
        'mock: Prefer: code=404: {"status":501',
      ],
    ],
    [
      "has a status that the contract does not",
      (document) => set(document, `${CSMS}/post/responses/429`, { description: "" }),
      ['document: the documented statuses: ["204","400","401","403","404","429"'],
    ],
    [
      "has another path",
      (document) => {
        const paths = document.paths as Tree;
        paths["/v2/{project_id}/kms/{key_id}/tags/action"] = take(document, KMS);
      },
      [
        'mock: the method and the path: {"operationId":"batchCreateKmsTags","method":"POST","path":"/v2/',
        'document: the address in the default region: "https://kms.cn-north-4.myhuaweicloud.com/v2/',
        "client: kms-example-create: no verdict: answers 404",
      ],
    ],
    [
      "has another method",
      (document) => set(document, `${KMS}/put`, take(document, `${KMS}/post`)),
      [
        'mock: the method and the path: {"operationId":"batchCreateKmsTags","method":"PUT"',
        "mock: PUT: ",
      ],
    ],
    [
      "calls a path parameter something else",
      (document) => {
        set(document, "/components/parameters/KeyId/name", "id");
        set(document, "/paths/~1v1.0~1{project_id}~1kms~1{id}~1tags~1action", take(document, KMS));
      },
      [
        "ajv: kms-example-create: reject; /path required",
        "mock: kms-key-id-empty: reject; /path/id",
      ],
    ],
    [
      "allows more",
      (document) => set(document, "/components/schemas/CsmsTag/properties/key/maxLength", 129),
      [
        "ajv: csms-key-129-ascii: accept",
        "mock: csms-key-129-ascii: accept",
        "client without validation: csms-key-129-ascii: accept",
      ],
    ],
    [
      "allows less",
      (document) => set(document, "/components/schemas/CsmsTag/properties/key/maxLength", 127),
      [
        "ajv: csms-key-128-ascii: reject; /body/tags/0/key maxLength",
        "mock: csms-key-128-ascii: reject; /body/tags/0/key maxLength",
        "client: csms-key-128-ascii: reject; /body/tags/0/key maxLength",
        "client without validation: csms-key-128-ascii: reject; /body/tags/0/key maxLength",
      ],
    ],
    [
      "lets a key be given twice",
      (document) =>
        remove(
          document,
          "/components/schemas/BatchCreateKmsTagsRequest/properties/tags/x-unique-item-properties",
        ),
      ["ajv: kms-duplicate-delete: accept", "mock: kms-duplicate-delete: accept"],
    ],
    [
      "lets a body be absent",
      (document) => remove(document, `${CSMS}/post/requestBody/required`),
      ["ajv: csms-body-absent: accept", "mock: csms-body-absent: accept"],
    ],
    [
      "says less of an error",
      (document) => remove(document, "/components/schemas/ErrorResponse/required"),
      ["ajv: csms-400-error-absent: accept"],
    ],
    [
      "has a body where there is none",
      (document) =>
        set(document, "/components/responses/KmsNoContent/content", {
          "application/json": { schema: { type: "object" }, example: {} },
        }),
      [
        "ajv: kms-204-no-body: reject; type",
        'mock: Prefer: code=204: {"status":204,"contentType":"application/json"',
      ],
    ],
    [
      "has a schema that does not compile",
      (document) => set(document, "/components/schemas/KmsTag/properties/value/type", "strng"),
      [
        'document: schemas that do not compile in strict mode: [{"pointer":"/components/schemas/KmsTag/properties/value"',
        "ajv: kms-key-absent: no verdict: ",
        "mock: kms-key-absent: no verdict: cannot validate requests of batchCreateKmsTags",
        "client: csms-key-absent: no verdict: cannot validate requests of batchCreateKmsTags",
      ],
    ],
    [
      "has a reference that leads nowhere",
      (document) =>
        set(document, `${KMS}/post/responses/404/$ref`, "#/components/responses/Nowhere"),
      [
        "ajv: kms-404-documented: no verdict: the document has nothing at /components/responses/Nowhere",
        "mock: csms-key-absent: no verdict: ",
      ],
    ],
    [
      "takes another media type",
      (document) =>
        rename(document, `${KMS}/post/requestBody/content`, "application/json", "text/json"),
      [
        "ajv: kms-key-absent: no verdict: the document has no schema of application/json",
        "client: kms-example-create: reject; 415",
      ],
    ],
    [
      "answers another media type",
      (document) =>
        rename(
          document,
          "/components/responses/KmsNotFound/content",
          "application/json",
          "text/json",
        ),
      ['mock: Prefer: code=404: {"status":404,"contentType":"text/json"'],
    ],
    [
      "wants no credential",
      (document) => set(document, "/security", []),
      ['mock: no credential: {"status":204'],
    ],
    [
      "takes a token alone",
      (document) => set(document, "/security", [{ AuthToken: [] }]),
      ['mock: Authorization alone: {"status":401'],
    ],
    [
      "wants the token elsewhere",
      (document) => set(document, "/components/securitySchemes/AuthToken/in", "cookie"),
      ['mock: X-Auth-Token alone: {"status":401', 'mock: a cookie: {"status":204'],
    ],
    [
      "shows another request",
      (document) =>
        set(
          document,
          `${KMS}/post/requestBody/${JSON_BODY}/examples/create/value/action`,
          "delete",
        ),
      ['document: the examples of the request: [["create",{"action":"delete"'],
    ],
    [
      "shows another parameter",
      (document) => set(document, "/components/parameters/ProjectId/example", "p"),
      ["document: the examples of the parameters: "],
    ],
    [
      "shows another error",
      (document) =>
        set(
          document,
          `/components/responses/KmsNotFound/${JSON_BODY}/examples/kmsKeyNotFound/value/error/error_msg`,
          "?",
        ),
      ["document: the examples of 404: ", "mock: Prefer: code=404, example=kmsKeyNotFound: "],
    ],
    [
      "means something else by a code",
      (document) =>
        set(
          document,
          "/components/schemas/ErrorDetail/properties/error_code/x-error-codes/KMS.0205",
          "?",
        ),
      ["document: the error codes and what they mean: "],
    ],
    [
      "is served elsewhere",
      (document) => set(document, "/servers/0/url", "https://kms.myhuaweicloud.com"),
      ['document: the address in the default region: "https://kms.myhuaweicloud.com/v1/'],
    ],
    [
      "is in another region by default",
      (document) => set(document, "/servers/0/variables/region/default", "eu-west-0"),
      ['document: the address in the default region: "https://kms.eu-west-0.'],
    ],
  ])("is found out: %s", { timeout: 120_000 }, async (_name, change, seen) => {
    const document = await loadCommitted();
    change(document);
    const wanted = new Set(seen.map((line) => line.split(": ")[1]));
    const disagreements = await runContract(document, {
      only: (id) => wanted.has(id.split(": ")[0] as string),
    });
    const lines = disagreements.map(describeShortly);
    for (const start of seen) {
      expect(
        lines.filter((line) => line.startsWith(start)),
        start,
      ).not.toEqual([]);
    }
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
      const few = new Set(["csms-example-create", "kms-404-documented", "the documented statuses"]);
      const disagreements = await runContract(given as unknown as OpenApiDocument, {
        only: (id) => few.has(id),
      });
      const judges = new Set(disagreements.flatMap((one) => one.judges));
      expect([...judges]).toEqual([
        "document",
        "ajv",
        "mock",
        "client",
        "client without validation",
      ]);
    },
  );
});

describe("runContract", () => {
  it("does not give up where nothing can be judged", { timeout: 120_000 }, async () => {
    const nothing = {} as OpenApiDocument;
    const asked = new Set<Check>();
    const disagreements = await runContract(nothing, { onCase: (_id, check) => asked.add(check) });
    const dependent = [...asked].filter(({ judge }) => judge !== "validator");
    const judges = new Set(dependent.map(({ judge }) => judge));
    expect(new Set(disagreements.flatMap((one) => one.judges))).toEqual(judges);
  });

  it("stops at the first disagreement if that is enough", async () => {
    const document = await loadCommitted();
    set(document, "/components/schemas/KmsTag/properties/key/maxLength", 35);
    const asked: string[] = [];
    const disagreements = await runContract(document, {
      bail: true,
      onCase: (id) => asked.push(id),
    });
    expect(disagreements.map(({ id }) => id)).toEqual([asked.at(-1)]);
  });

  it("tells of each case which check it is of", async () => {
    const committed = await loadCommitted();
    const contract = openContract(committed, committed);
    const [check] = contract.checks.filter(({ judge }) => judge === "ajv");
    let told = 0;
    await check?.run({
      onCase: (_id, of) => {
        expect(of).toBe(check);
        told++;
      },
    });
    expect(told).toBe(check?.size);
    await contract.close();
  });
});

describe("compare", () => {
  const drawn: RequestCase = {
    id: "a",
    operation: "batchCreateKmsTags",
    request: { path: { project_id: "p q", key_id: "it's" }, body: { x: "it's" } },
    verdict: "reject",
    violations: [
      { pointer: "/body", keyword: "required" },
      { pointer: "", keyword: "type" },
    ],
    source: { page: "kms", table: "t" },
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

  it("names the judges that agree with each other once, with a line to paste", () => {
    const accept = { verdict: "accept" as const, violations: [] };
    const disagreements = compare(drawn, "t", { a: accept, b: reject(...violations), c: accept });
    expect(formatDisagreements(disagreements)).toBe(
      [
        "a (batchCreateKmsTags, t), says a and c:",
        "  expected reject; /body required; type",
        "  got      accept",
        `  curl -gsS -i -X POST 'http://127.0.0.1:4010/v1.0/p%20q/kms/it'\\''s/tags/action' -H 'Content-Type: application/json' -H 'X-Auth-Token: token' --data-raw '{"x":"it'\\''s"}'`,
      ].join("\n"),
    );
  });

  it("lists cases without a verdict for one reason together", () => {
    const one = (id: string) => compare({ ...drawn, id }, "t", { judge: new Error("e") });
    const text = formatDisagreements([...one("a"), ...one("b"), ...one("c")]);
    expect(text.match(/no verdict/g)).toHaveLength(1);
    expect(text).toContain("and so b, c");
  });
});

it("asks a probe that throws, and says what it threw", async () => {
  const about = { judge: "j", operation: "o", subject: "s" };
  const probe = { id: "p", expected: { a: 1 } };
  expect(await ask({ ...probe, observe: async () => ({ a: 1 }) }, about)).toEqual([]);
  const throwing = () => {
    throw new Error("e");
  };
  expect(await ask({ ...probe, observe: throwing }, about)).toEqual([
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
  const at = (name: string): string => join(workspace.path, name);
  beforeAll(async () => {
    workspace = await createWorkspace("spec");
  });
  afterAll(() => workspace.remove());

  it("is the committed contract where none is named", async () => {
    expect(await loadDocument("")).toEqual(await loadCommitted());
  });

  it("may be YAML of several files", async () => {
    expect(await loadDocument(join(ROOT, "spec/openapi.yaml"))).toEqual(await loadCommitted());
  });

  it("may be broken, as long as it can be read", async () => {
    await workspace.edit("spec/kms/schemas.yaml", "maxLength: 36", 'maxLength: "36"');
    await workspace.edit(
      "spec/csms/schemas.yaml",
      "shared/schemas.yaml#/Sequence",
      "shared/nowhere.yaml",
    );
    const document = await loadDocument(at("spec/openapi.yaml"));
    expect(document.components?.schemas?.KmsTag).toMatchObject({
      properties: { key: { maxLength: "36" } },
    });
    expect((await runContract(document, { bail: true })).map(({ got }) => got)).toEqual([
      expect.stringMatching(/sequence.*nowhere.*KmsTag\/properties\/key.*integer/),
    ]);
  });

  it("is named where it cannot be read", async () => {
    await workspace.write("bad.yaml", "a: [");
    await expect(loadDocument(at("bad.yaml"))).rejects.toThrow(
      /^cannot read the document .*bad\.yaml: /,
    );
    await expect(loadDocument(at("none.yaml"))).rejects.toThrow(
      /^cannot read the document .*none\.yaml: /,
    );
  });

  it("makes the run fail where it disagrees, and only there", { timeout: 120_000 }, async () => {
    const document = await loadCommitted();
    set(document, "/components/schemas/KmsTag/properties/key/maxLength", 35);
    await workspace.write("other.json", JSON.stringify(document));
    const { code, output } = await testWith(at("other.json"));
    expect(code).toBe(1);
    expect(output.match(/(?<= FAIL {2}\S+ > ).*/g)).toEqual([
      expect.stringMatching(/^batchCreateKmsTags > request parameters: /),
    ]);
    expect(output).toMatch(/ Tests {2}1 failed \| [1-9]\d* passed /);
    expect(output).toContain("kms-key-36-ascii (batchCreateKmsTags, ");
    expect(output).toContain("curl -gsS -i -X POST 'http://127.0.0.1:4010/v1.0/");
  });
});

/** Runs the tests of requests by Ajv, the quickest, as `npm run test:contract` does. */
async function testWith(SPEC: string): Promise<{ code: number; output: string }> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const only = ["contract-tests/contract/contract.test.ts", "-t", "the ajv agrees"];
  const env = { ...process.env, SPEC, NO_COLOR: "1" };
  const options = { cwd: ROOT, env, maxBuffer: 2 ** 26 };
  return promisify(execFile)(process.execPath, [vitest, "run", ...only], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

function describeShortly({ judges, id, got }: Disagreement): string {
  return `${judges.join()}: ${id}: ${got}`;
}

// Changes of a document, by JSON pointer.

function parentOf(document: OpenApiDocument, pointer: string): [parent: Tree, key: string] {
  const tokens = pointer.split("/").slice(1);
  const names = tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = names.pop() as string;
  const parent = names.reduce<unknown>((node, name) => (node as Tree)[name], document);
  return [parent as Tree, key];
}

function set(document: OpenApiDocument, pointer: string, value: unknown): void {
  const [parent, key] = parentOf(document, pointer);
  parent[key] = value;
}

function remove(document: OpenApiDocument, pointer: string): void {
  const [parent, key] = parentOf(document, pointer);
  if (!(key in parent)) throw new Error(`there is no ${pointer}`);
  delete parent[key];
}

/** Removes something to put it elsewhere. */
function take(document: OpenApiDocument, pointer: string): unknown {
  const [parent, key] = parentOf(document, pointer);
  const value = parent[key];
  remove(document, pointer);
  return value;
}

function rename(document: OpenApiDocument, pointer: string, from: string, to: string): void {
  const escaped = from.replaceAll("/", "~1");
  set(document, `${pointer}/${to.replaceAll("/", "~1")}`, take(document, `${pointer}/${escaped}`));
}
