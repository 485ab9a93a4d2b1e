import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMock, type MockResponse } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, expect, it } from "vitest";

const HEADERS = { "content-type": "application/json" };
let folder: string;
let server: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-documents-"));
  server = createServer((_, response) => {
    asked++;
    response.end('{"type":"string"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`;
  await mkdir(join(folder, "spec/parts"), { recursive: true });
  await writeFile(join(folder, "secret.json"), '{"type":"string","description":"secret"}');
  await symlink(join(folder, "secret.json"), join(folder, "spec/link.json"));
  await writeFile(join(folder, "spec/parts/name.json"), '{"type":"string","maxLength":3}');
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

it("reads the files beside the document and below it", async () => {
  const path = await write({ $ref: "parts/name.json" });
  for (const spec of [path, pathToFileURL(path), pathToFileURL(path).href]) {
    const mock = await createMock({ spec });
    expect((await mock.handle(post("abc"))).status).toBe(201);
    expect(rules(await mock.handle(post("abcd")))).toEqual(["/body maxLength"]);
  }
});

it("reads no file elsewhere, also by way of a link", async () => {
  for (const $ref of ["../secret.json", "link.json", join(folder, "secret.json")]) {
    await expect(createMock({ spec: await write({ $ref }) })).rejects.toThrow(
      /^cannot read the OpenAPI document .*is outside .*, the folder of the document/s,
    );
  }
});

it("reads no YAML that unfolds beyond measure, and nothing that is not a regular file", async () => {
  const path = join(folder, "spec/bomb.yaml");
  // Over a million values: enough to be refused, and few enough to fail without harm.
  const levels = [1, 2, 3, 4, 5, 6, 7].map(
    (i) => `x-${i}: &a${i} [${Array(8).fill(`*a${i - 1}`)}]`,
  );
  await writeFile(path, ["openapi: 3.1.0", "x-0: &a0 [x]", ...levels].join("\n"));
  await expect(createMock({ spec: path })).rejects.toThrow(/bomb\.yaml: .*unfold to more than/);
  await expect(createMock({ spec: await write({ $ref: "bomb.yaml" }) })).rejects.toThrow(/unfold/);
  const shared = levels.reduce<unknown>((inner) => Array(8).fill(inner), []);
  await expect(createMock({ spec: document({ shared }) })).rejects.toThrow(/unfold/);
  const spec = await write({ $ref: "parts" });
  await expect(createMock({ spec })).rejects.toThrow(/is not a regular file/);
});

it("takes a body as text or bytes only, and says so", async () => {
  const mock = await createMock({ spec: document({}) });
  for (const body of [{ a: 1 }, 5, null]) {
    const { status, body: answer } = await mock.handle({ ...post({}), body: body as never });
    expect([status, answer]).toMatchObject([400, { error: { code: "MOCK.InvalidBody" } }]);
  }
});

it("asks nothing of the network, wherever the reference stands", async () => {
  const inExample = { type: "object", example: { $ref: url } };
  const inExtension = { type: "object", "x-more": { $ref: url } };
  for (const schema of [{ $ref: url }, inExample, inExtension]) {
    await expect(createMock({ spec: await write(schema) })).rejects.toThrow(/is not a file/);
    await expect(createMock({ spec: document(schema) })).rejects.toThrow(/cannot refer to/);
  }
  for (const spec of [url, new URL(url)]) {
    await expect(createMock({ spec })).rejects.toThrow(/reads nothing over the network/);
  }
  expect(asked).toBe(0);
});

it("takes a property that is readOnly for one that requests do not have", async () => {
  const Id = { type: "string", readOnly: true };
  const schema = {
    type: "object",
    required: ["id", "ref", "name"],
    properties: {
      id: Id,
      ref: { $ref: "#/components/schemas/Id" },
      name: { type: "string" },
      // A schema that only the readOnly property defines.
      also: { type: "array", items: { $ref: "#/components/schemas/Other/properties/id" } },
    },
    additionalProperties: false,
  };
  const Other = { type: "object", properties: { id: Id } };
  const spec = { ...document(schema), components: { schemas: { Id, Other } } };
  const mock = await createMock({ spec });
  expect((await mock.handle(post({ name: "a", also: ["x"] }))).status).toBe(201);
  expect(rules(await mock.handle(post({ id: "1", also: [1] })))).toEqual([
    "/body additionalProperties",
    "/body required",
    "/body/also/0 type",
  ]);
});

it("passes on a body that is not JSON, where the document allows its type", async () => {
  const spec = document({ type: "object" });
  const { content } = spec.paths["/things"].post.requestBody;
  Object.assign(content, { "text/*": { schema: { type: "object" } } });
  const mock = await createMock({ spec });
  const as = (type: string) => mock.handle({ ...post("a"), headers: { "content-type": type } });
  expect((await as("text/csv")).status).toBe(201);
  expect(rules(await as("application/json"))).toEqual(["/body type"]);
  expect(rules(await as("application/xml"))).toEqual([" 415"]);
});

it("forces 429 and 503 also where the document does not list them, and says so", async () => {
  const mock = await createMock({ spec: document({}) });
  for (const [status, code] of [
    [429, "MOCK.TooManyRequests"],
    [503, "MOCK.ServiceUnavailable"],
  ] as const) {
    const headers = { ...HEADERS, prefer: `code=${status}` };
    const answer = await mock.handle({ ...post({}), headers });
    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }]);
  }
});

async function write(schema: object): Promise<string> {
  const path = join(folder, "spec/openapi.json");
  await writeFile(path, JSON.stringify(document(schema)));
  return path;
}

function document(schema: object) {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        post: {
          operationId: "add",
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { 201: { description: "" } },
        },
      },
    },
  };
}

function post(body: unknown) {
  return { method: "POST", path: "/things", headers: HEADERS, body: JSON.stringify(body) };
}

function rules({ violations }: MockResponse): string[] {
  return violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`).sort();
}
