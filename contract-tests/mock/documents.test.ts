import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPrism } from "../../src/mock/prism/load.js";
import { paint, post } from "./paint.js";
import { rules } from "./requests.js";

// Which documents the mock reads.

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

async function write(schema: object): Promise<string> {
  const path = join(folder, "spec/openapi.json");
  await writeFile(path, JSON.stringify(paint(schema)));
  return path;
}

it("reads the files beside the document and below it", async () => {
  const path = await write({ $ref: "parts/name.json" });
  for (const spec of [path, pathToFileURL(path), pathToFileURL(path).href]) {
    const mock = await createMock({ spec });
    expect((await mock.handle(post("abc"))).status).toBe(201);
    expect(rules(await mock.handle(post("abcd")))).toEqual(["/body maxLength"]);
  }
});

it("reads no file elsewhere, also by way of a link, and no folder", async () => {
  for (const $ref of ["../secret.json", "link.json", join(folder, "secret.json")]) {
    await expect(createMock({ spec: await write({ $ref }) })).rejects.toThrow(
      /^cannot read the OpenAPI document .*is outside .*, the folder of the document/s,
    );
  }
  const spec = await write({ $ref: "parts" });
  await expect(createMock({ spec })).rejects.toThrow(/is not a regular file/);
});

it("reads nothing that unfolds beyond measure", async () => {
  const path = join(folder, "spec/bomb.yaml");
  // Over a million values: enough to be refused, and few enough to fail without harm.
  const lines = [1, 2, 3, 4, 5, 6, 7].map((i) => `x-${i}: &a${i} [${Array(8).fill(`*a${i - 1}`)}]`);
  await writeFile(path, ["openapi: 3.1.0", "x-0: &a0 [x]", ...lines].join("\n"));
  await expect(createMock({ spec: path })).rejects.toThrow(/bomb\.yaml: .*unfold to more than/);
  await expect(createMock({ spec: await write({ $ref: "bomb.yaml" }) })).rejects.toThrow(/unfold/);
  const shared = lines.reduce<unknown>((inner) => Array(8).fill(inner), []);
  await expect(createMock({ spec: paint({ enum: [shared] }) })).rejects.toThrow(/unfold/);
});

it("asks nothing of the network, wherever the reference stands", async () => {
  const inExample = { type: "object", example: { $ref: url } };
  const inExtension = { type: "object", "x-more": { $ref: url } };
  for (const schema of [{ $ref: url }, inExample, inExtension]) {
    await expect(createMock({ spec: await write(schema) })).rejects.toThrow(/is not a file/);
    await expect(createMock({ spec: paint(schema) })).rejects.toThrow(/cannot refer to/);
  }
  for (const spec of [url, new URL(url)]) {
    await expect(createMock({ spec })).rejects.toThrow(/reads nothing over the network/);
  }
  expect(asked).toBe(0);
});

it("takes a parsed document and leaves it as it is", async () => {
  const given = {
    ...paint({ properties: { name: { $ref: "#/components/schemas/Name" } } }),
    components: { schemas: { Name: { type: "string" } } },
  };
  const before = structuredClone(given);
  const mock = await createMock({ spec: given });
  expect((await mock.handle(post({ name: "x" }))).status).toBe(201);
  expect(given).toEqual(before);
});

it("says which document cannot be read, and why", async () => {
  await expect(createMock({ spec: "/nowhere/openapi.yaml" })).rejects.toThrow(
    /^cannot read the OpenAPI document \/nowhere\/openapi\.yaml: .*ENOENT/s,
  );
  await expect(createMock({ spec: {} })).rejects.toThrow(/^cannot read the OpenAPI document: /);
});

it.each([{ pattern: "\\_" }, { type: "strng" }, { minLength: "36" }, { enum: [] }])(
  "refuses a document with the request schema %j, which does not compile",
  async (schema) => {
    await expect(createMock({ spec: paint(schema) })).rejects.toThrow(
      /^cannot validate requests of paint: schema of application\/json: /,
    );
  },
);

it("says how to install Prism where it is absent", () => {
  const advice = "needs @stoplight/prism-cli: npm i -D @stoplight/prism-cli";
  expect(() => loadPrism("file:///nowhere/mock.js")).toThrow(
    new Error(`huaweicloud-dew-tags/mock ${advice}`),
  );
});
