import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { createDigests } from "../../src/client/auth/digests.js";

afterEach(() => vi.restoreAllMocks());

it("WebCrypto, where there is no Node, gives the same digests", async () => {
  const text = fc.string({ unit: "binary", maxLength: 80 });
  const secretKey = fc.string({ minLength: 1, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(secretKey, text, async (key, value) => {
      const node = createDigests(key);
      const absent = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined as never);
      const web = createDigests(key);
      absent.mockRestore();
      expect(web.hash(value)).toBeInstanceOf(Promise);
      expect(await web.hash(value)).toBe(node.hash(value));
      expect(await web.hmac(value)).toBe(node.hmac(value));
    }),
    { seed: 1, numRuns: 200 },
  );
});
