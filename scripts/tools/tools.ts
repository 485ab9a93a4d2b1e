import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { operations } from "../../generated/operations.js";
import { assertAgrees, type BodyCase, isBeyondUtf16 } from "./cases.js";

export interface Tool {
  readonly name: string;
  /** What its users must know; also in the README. */
  readonly hint?: string;
  /** Versions of OpenAPI whose document it cannot take, and how it says so. */
  readonly refuses?: Readonly<Record<string, RegExp>>;
  /**
   * @param document path of the document
   * @param out an empty folder below scripts/tools, for what the tool writes
   */
  run(document: string, out: string): Promise<void>;
}

const HERE = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

export const tools: readonly Tool[] = [
  {
    name: "hey-api",
    async run(document, out) {
      const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch", "zod"];
      bin("openapi-ts", ["-i", document, "-o", out, "--silent", "-p", ...plugins]);
      compile(out, ["index.ts", "zod.gen.ts"]);
      await zodAgrees(join(out, "zod.gen.ts"), (operationId) => `z${pascal(operationId)}Body`);
    },
  },
  {
    name: "orval",
    hint: "version 8; version 7 drops the flag `u` of patterns",
    async run(document, out) {
      bin("orval", ["-i", document, "-o", join(out, "zod.ts"), "--client", "zod", "--quiet"]);
      bin("orval", ["-i", document, "-o", join(out, "fetch.ts"), "--client", "fetch", "--quiet"]);
      compile(out, ["zod.ts", "fetch.ts"]);
      await zodAgrees(join(out, "zod.ts"), (operationId) => `${pascal(operationId)}Body`);
    },
  },
  {
    name: "openapi-zod-client",
    hint: "zod 3 counts UTF-16 units: it refuses long texts with characters beyond U+FFFF",
    async run(document, out) {
      const file = join(out, "schemas.ts");
      const template = "node_modules/openapi-zod-client/src/templates/schemas-only.hbs";
      bin("openapi-zod-client", [document, "-o", file, "-t", template, "--export-schemas"]);
      writeFileSync(file, readFileSync(file, "utf8").replace('from "zod"', 'from "zod-3"'));
      compile(out, ["schemas.ts"]);
      const { schemas } = (await load(file)) as { schemas: Record<string, ZodSchema> };
      const names = bodySchemaNames(document);
      await assertAgrees(
        ({ operationId, body }) => parses(schemas[names[operationId] ?? ""], operationId, body),
        isBeyondUtf16,
      );
    },
  },
  {
    name: "swagger-typescript-api",
    async run(document, out) {
      bin("swagger-typescript-api", [
        "generate",
        "-p",
        document,
        "-o",
        out,
        "-n",
        "api.ts",
        "--silent",
      ]);
      compile(out, ["api.ts"]);
    },
  },
  {
    name: "Spectral",
    hint: "reads patterns without the flag `u`: one error for each example that has such a pattern",
    async run(document, out) {
      const ruleset = join(out, "ruleset.yaml");
      writeFileSync(ruleset, 'extends: ["spectral:oas"]\n');
      const output = bin(
        "spectral",
        ["lint", document, "-r", ruleset, "-f", "json", "--quiet"],
        [0, 1],
      );
      const findings = (JSON.parse(output || "[]") as { code: string; message: string }[]).filter(
        ({ message }) => !/must match pattern .*\\p\{/.test(message),
      );
      if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("; "));
    },
  },
  {
    name: "openapi-backend",
    hint: "`quick: true` for 3.1, because its own check of the document is for 3.0",
    async run(document) {
      const { OpenAPIBackend } = require("openapi-backend");
      const backend = new OpenAPIBackend({
        definition: JSON.parse(readFileSync(document, "utf8")),
        quick: true,
        ajvOpts: { unicodeRegExp: true, strict: false },
      });
      await backend.init();
      await assertAgrees(({ operationId, method, target, body }) => {
        const headers = { "content-type": "application/json", "x-auth-token": "any" };
        const request = { method, path: target, headers, body };
        return !backend.validateRequest(request, operationId).errors?.length;
      });
    },
  },
  {
    name: "express-openapi-validator",
    async run(document) {
      const express = require("express");
      const { middleware } = require("express-openapi-validator");
      const app = express();
      app.use(express.json());
      // The document's servers are the vendor's; here the paths begin at the root.
      const apiSpec = { ...JSON.parse(readFileSync(document, "utf8")), servers: [{ url: "/" }] };
      app.use(middleware({ apiSpec, validateSecurity: false }));
      app.use((_: unknown, response: ExpressResponse) => response.status(204).end());
      app.use((error: { status?: number }, _: unknown, response: ExpressResponse, __: unknown) =>
        response.status(error.status ?? 500).end(),
      );
      const server = createServer(app);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        await assertAgrees(async ({ method, target, body }) => {
          const headers = { "Content-Type": "application/json", "X-Auth-Token": "any" };
          const init = { method, headers, body: JSON.stringify(body) };
          return (await fetch(origin + target, init)).status === 204;
        });
      } finally {
        server.close();
      }
    },
  },
  {
    name: "jest-openapi",
    hint: "takes `openapi-3.0.json` only",
    refuses: { "3.1": /version|invalid|openapi/i },
    async run(document) {
      // It extends the global `expect` of a test runner; all that it needs of it is this.
      let matchers: Record<string, (response: unknown) => { pass: boolean; message(): string }> =
        {};
      Object.assign(globalThis, {
        expect: {
          extend(added: typeof matchers) {
            matchers = { ...matchers, ...added };
          },
        },
      });
      require("jest-openapi").default(document);
      for (const { method, path, responses } of Object.values(operations)) {
        for (const [status, { examples }] of Object.entries(responses)) {
          const [body] = Object.values(examples);
          const answers = (body: unknown) => ({
            status: Number(status),
            req: { method, path: path.replace(/[{}]/g, "") },
            body,
          });
          if (!matchers.toSatisfyApiSpec?.(answers(body)).pass)
            throw new Error(`refuses ${status}`);
          if (body !== undefined && matchers.toSatisfyApiSpec?.(answers({ error: 1 })).pass) {
            throw new Error(`accepts a wrong body of ${status}`);
          }
        }
      }
    },
  },
];

interface ExpressResponse {
  status(code: number): ExpressResponse;
  end(): void;
}

interface ZodSchema {
  safeParse(value: unknown): { readonly success: boolean };
}

/** Runs the command of an installed tool. @returns what it prints */
function bin(name: string, args: readonly string[], codes: readonly number[] = [0]): string {
  try {
    return execFileSync(join(HERE, "node_modules/.bin", name), args, {
      cwd: HERE,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (codes.includes(status)) return stdout;
    throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
  }
}

function compile(out: string, files: readonly string[]): void {
  const options = "--noEmit --strict --target es2022 --module esnext --moduleResolution bundler";
  const flags = [...options.split(" "), "--skipLibCheck", "--lib", "es2022,dom,dom.iterable"];
  bin("tsc", [...flags, ...files.map((file) => join(out, file))]);
}

function load(file: string): Promise<unknown> {
  return import(pathToFileURL(file).href);
}

async function zodAgrees(file: string, name: (operationId: string) => string): Promise<void> {
  const schemas = (await load(file)) as Record<string, ZodSchema>;
  await assertAgrees(({ operationId, body }: BodyCase) =>
    parses(schemas[name(operationId)], operationId, body),
  );
}

function parses(schema: ZodSchema | undefined, operationId: string, body: unknown): boolean {
  if (schema === undefined) throw new Error(`no schema for the body of ${operationId}`);
  return schema.safeParse(body).success;
}

function pascal(text: string): string {
  return text[0]?.toUpperCase() + text.slice(1);
}

/** Names of the components that are request bodies, by operationId. */
function bodySchemaNames(document: string): Readonly<Record<string, string>> {
  const { paths } = JSON.parse(readFileSync(document, "utf8"));
  return Object.fromEntries(
    Object.values<Record<string, { operationId?: string; requestBody?: unknown }>>(paths)
      .flatMap((item) => Object.values(item))
      .filter(({ operationId }) => operationId !== undefined)
      .map(({ operationId, requestBody }) => [
        operationId,
        /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(requestBody) ?? "")?.[1] ?? "",
      ]),
  );
}
