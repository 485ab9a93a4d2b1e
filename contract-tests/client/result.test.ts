import fc from "fast-check";
import { unwrap } from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { clientOf, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const resultOf = (...parts: Parameters<typeof status>) =>
  call(clientOf({ fetch: stubFetch(status(...parts)), retry: false }), operation);

describe("the result of a call", () => {
  it("has an error, which is truthy, exactly when the call failed", async () => {
    const codes = [200, 201, 202, 204, 300, 304, 400, 401, 404, 429, 500, 503, 599];
    const bodies = fc.oneof(
      fc.constantFrom(null, "", " ", "null", "0", "false", '""', "{}", "<html>", "{", "\ufeff{}"),
      fc.json(),
      fc.string({ unit: "binary" }),
    );
    const property = async (code: number, text: string | null, withLength: boolean) => {
      const body = [204, 304].includes(code) ? null : text;
      const length = String(Buffer.byteLength(body ?? ""));
      const result = await resultOf(code, body, withLength ? { "content-length": length } : {});
      const succeeded = code < 300 && (!body || isJson(body));
      expect(result.error === undefined, "no error").toBe(succeeded);
      expect(Boolean(result.error), "an error that is truthy").toBe(!succeeded);
      expect("error" in result, "a property error").toBe(!succeeded);
      expect(result.response.status).toBe(code);
      if (succeeded) expect(unwrap(result)).toBe(result.data);
      else {
        expect(result.data).toBeUndefined();
        expect(() => unwrap(result)).toThrow(result.error);
      }
    };
    await fc.assert(fc.asyncProperty(fc.constantFrom(...codes), bodies, fc.boolean(), property), {
      seed: 20260102,
      numRuns: 300,
    });
  });

  it.each([
    [204, null, undefined],
    [200, null, undefined],
    [200, "", undefined],
    [200, "{}", {}],
    [200, '{"tags":[]}', { tags: [] }],
    [200, "\ufeff{}", {}],
  ])("to a %i with the body %j has the data %j", async (code, body, data) => {
    expect((await resultOf(code, body)).data).toEqual(data);
  });

  it("has the response: URL, status and headers", async () => {
    const answered = status(400, "{}", { "x-request-id": "r1" })();
    Object.defineProperty(answered, "url", { value: "https://a.example/b" });
    const { response } = await call(clientOf({ fetch: stubFetch(() => answered) }), operation);
    expect(response).toMatchObject({ url: "https://a.example/b", status: 400 });
    expect(response.headers.get("x-request-id")).toBe("r1");
  });

  it("to a success that is not JSON has an error with what was sent instead", async () => {
    const page = `<title>Log in</title>${"x".repeat(1e6)}`;
    const { error } = await resultOf(200, page);
    expect(error).toMatchObject({ status: 200, serverMessage: "Log in" });
    expect(error?.body).toBe(page.slice(0, 64 * 1024));
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}
