import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import { describe, expect, it, vi } from "vitest";
import { clientOf, run, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const auth = token("t");
const create = (options: object) => () => createDewTagsClient({ auth, ...options } as never);

const urlAt = async (options: object) => (await run([status(204)], options)).sent[0]?.url;

describe("region", () => {
  it("is the host's, which is reached over https", async () => {
    expect(await urlAt({ region: "ap-southeast-1" })).toBe(
      `https://kms.ap-southeast-1.myhuaweicloud.com${operation.path}`,
    );
  });

  it.each(["", "a.evil.example", "a/b", "a@b", "a#", "CN-NORTH-4", "a b", "-a", "a-", "a:1", null])(
    "cannot be %j",
    (region) => {
      expect(create({ region })).toThrow(TypeError);
      expect(create({ region })).toThrow("region must be an id such as cn-north-4");
    },
  );

  it("or baseUrl is needed, and not both", () => {
    expect(create({})).toThrow(TypeError);
    expect(create({ region: "r", baseUrl: "https://a.example" })).toThrow("give either region");
  });
});

describe("baseUrl", () => {
  it.each([
    ["https://kms.example", "https://kms.example"],
    ["https://kms.example/", "https://kms.example"],
    ["https://kms.example/dew//", "https://kms.example/dew"],
    ["https://kms.example/a/../dew/", "https://kms.example/dew"],
    ["https://kms.example/{x}", "https://kms.example/%7Bx%7D"],
    ["HTTPS://KMS.EXAMPLE", "https://kms.example"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://127.1.2.3", "http://127.1.2.3"],
    ["http://[::1]:4010/", "http://[::1]:4010"],
  ])("%s is where the operations are", async (baseUrl, expected) => {
    expect(await urlAt({ baseUrl })).toBe(expected + operation.path);
  });

  it.each([
    "http://kms.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://10.0.0.1",
    "http://[::2]",
    "ftp://localhost",
    "file:///etc/passwd",
  ])("%s is refused: only https, or http on the loopback, keeps a credential safe", (baseUrl) => {
    expect(create({ baseUrl })).toThrow("baseUrl must be https; http is for loopback");
  });

  it.each([
    "https://user:secret@kms.example",
    "https://:secret@kms.example",
    "https://kms.example/?token=secret",
    "https://kms.example/#secret",
    "https://kms.example/?",
    "http://secret.example",
    "secret",
    "https://secret.example:99999",
    "https://secret.example/a%zz",
    "https://",
    "",
    null,
  ])("%s is refused without being quoted", (baseUrl) => {
    expect(create({ baseUrl })).toThrow(TypeError);
    expect(create({ baseUrl })).toThrow(/^baseUrl must (?!.*secret)/);
  });
});

describe("the other options", () => {
  it.each<[object, string]>([
    [{ auth: undefined }, "auth must be token(…) or akSk(…)"],
    [{ auth: "t" }, "auth must be token(…) or akSk(…)"],
    [{ timeOut: 5 }, "timeOut is not an option: there are timeout, retry, region"],
    [{ retry: { maxAttempt: 2 } }, "retry.maxAttempt is not an option: there are maxAttempts"],
    [{ __proto__: null, constructor: 1 }, "constructor is not an option"],
    [{ timeout: 0 }, "timeout must be a number from 1 to 1000000000, not 0"],
    [{ timeout: Number.NaN }, "timeout must be"],
    [{ timeout: 2 ** 31 }, "timeout must be"],
    [{ timeout: "8000" }, "timeout must be"],
    [{ retry: true }, "retry must be false or an object, not boolean"],
    [{ retry: null }, "retry must be false or an object, not null"],
    [{ retry: { maxAttempts: 0 } }, "retry.maxAttempts must be a whole number from 1"],
    [{ retry: { maxAttempts: 2.5 } }, "retry.maxAttempts must be a whole number"],
    [{ retry: { initialDelay: -1 } }, "retry.initialDelay must be"],
    [{ retry: { maxDelay: "1" } }, "retry.maxDelay must be"],
    [{ retry: { maxRetryAfter: Infinity } }, "retry.maxRetryAfter must be"],
    [{ retry: { staleConnection: 1 } }, "retry.staleConnection must be a boolean, not 1"],
    [{ fetch: {} }, "fetch must be a function, not object"],
    [{ agent: [] }, "agent must be an object, not array"],
    [{ agent: {} }, "agent must be an Agent of node:https"],
    [{ rate: 0 }, "rate must be a number from 0.001"],
    [{ projectId: "" }, "projectId must be a string, not empty"],
    [{ maxResponseBytes: 1.5 }, "maxResponseBytes must be a whole number"],
    [{ maxResponseBytes: 2 ** 53 - 1 }, "maxResponseBytes must be a whole number from 1 to 6"],
  ])("cannot be %o", (options, message) => {
    expect(create({ region: "r", ...options })).toThrow(TypeError);
    expect(create({ region: "r", ...options })).toThrow(message);
  });

  it("take undefined for what they are by default", () => {
    const options = { fetch: undefined, timeout: undefined, retry: undefined, validate: undefined };
    expect(create({ region: "r", ...options })).not.toThrow();
  });

  it("validate: false sends what the contract refuses", async () => {
    const { sent } = await run([status(204)], { validate: false }, { body: { action: "rubbish" } });
    expect(sent[0]?.body).toBe('{"action":"rubbish"}');
  });

  it("fetch of the platform is not used on Node, unless it is given", async () => {
    const stub = stubFetch(status(204));
    vi.stubGlobal("fetch", stub);
    const closed = { baseUrl: "http://127.0.0.1:9", retry: false } as const;
    await expect(call(clientOf(closed), operation)).rejects.toThrow("refused");
    expect(stub.sent).toHaveLength(0);
    expect((await call(clientOf({ fetch: stub }), operation)).error).toBeUndefined();
    expect(stub.sent).toHaveLength(1);
  });
});
