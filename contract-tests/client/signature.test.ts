import { parse } from "node:url";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import fc from "fast-check";
import { type AkSkCredential, akSk } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDigests } from "../../src/client/auth/digests.js";
import { clientOf, run, type Stub, status, stubFetch } from "./support/client.js";
import { call, operation, operations } from "./support/operations.js";

const RUNS = 1000;
const ORIGIN = "https://kms.cn-north-4.myhuaweicloud.com";

interface Input {
  readonly method: string;
  readonly origin: string;
  /** Segments, not encoded. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly data: object | undefined;
  readonly credential: AkSkCredential;
}

/** How often the vendor's signer was asked, by way of `sign` as it is, and with the path given. */
const compared = { asItIs: 0, withPath: 0 };

/**
 * The vendor's signer takes an endpoint that is not encoded, and has `url.parse` read it. That
 * encodes a blank, quotes, `<>{}|^` and a backtick itself, so that they would be encoded twice; it
 * ends the path at `?` and `#`, and takes `\` for `/`. No such path could be called at all. For
 * these, the canonical URI is made, by the vendor's own function, from the path before all that.
 */
class PathSigner extends AKSKSigner {
  static path: string;

  protected static override CanonicalURI(): string | undefined {
    return AKSKSigner.CanonicalURI(PathSigner.path);
  }
}

/** The headers that the vendor's signer adds to a request at this moment. */
function signByVendor({ method, origin, path, query, data, credential }: Input) {
  const { accessKey, secretKey, projectId, securityToken } = credential;
  PathSigner.path = `/${path.join("/")}`;
  const endpoint = origin + PathSigner.path;
  const isRead = parse(endpoint).pathname === PathSigner.path;
  compared[isRead ? "asItIs" : "withPath"]++;
  const {
    host,
    "content-type": _,
    ...added
  }: Record<string, string> = (isRead ? AKSKSigner : PathSigner).sign(
    {
      method,
      endpoint,
      queryParams: query,
      data,
      headers: {
        ...(data && { "content-type": "application/json" }),
        ...(projectId && { "X-Project-Id": projectId }),
        ...(securityToken && { "X-Security-Token": securityToken }),
      },
    },
    new BasicCredentials().withAk(accessKey).withSk(secretKey),
  );
  expect(host).toBe(new URL(origin).host);
  return added;
}

/** What `akSk` adds to the same request. */
function sign({ method, origin, path, query, data, credential }: Input) {
  const search = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one].map(encodeURIComponent)))
    .map((pair) => pair.join("="))
    .join("&");
  return akSk(credential).authorize({
    method,
    url: `${origin}/${path.map(encodeURIComponent).join("/")}${search && `?${search}`}`,
    headers: data ? { "content-type": "application/json" } : {},
    body: data && JSON.stringify(data),
  });
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."%2e2F/?#;&=+:@!$'()*,~-._ \\\"<>{}|^`[]中文密钥é😀") }),
);
// No URL has a dot or two for a segment, and no path that is not encoded has a slash in one.
const segment = text
  .map((one) => one.replaceAll("/", ""))
  .filter((one) => one !== "." && one !== "..");
const header = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});

const input: fc.Arbitrary<Input> = fc.record({
  method: fc.constantFrom("POST", "GET", "PUT", "DELETE"),
  origin: fc.constantFrom(ORIGIN, "http://127.0.0.1:4010", "https://a.example:8443"),
  path: fc.array(segment, { maxLength: 6 }),
  query: fc.dictionary(text, fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }))),
  data: fc.option(fc.dictionary(text, fc.jsonValue({ stringUnit: "binary" })), { nil: undefined }),
  credential: fc.record(
    { accessKey: header, secretKey: header, securityToken: header, projectId: header },
    { requiredKeys: ["accessKey", "secretKey"] },
  ),
});
const date = fc.date({
  min: new Date("2000-01-01T00:00:00Z"),
  max: new Date("2099-12-31T23:59:59Z"),
  noInvalidDate: true,
});

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

describe("akSk signs as the vendor's own signer does", () => {
  it(`${RUNS} generated requests, each at a date of its own`, async ({ annotate }) => {
    await fc.assert(
      fc.asyncProperty(input, date, async (request, now) => {
        vi.setSystemTime(now);
        // Its own sorting would otherwise reach the query of what it is compared with.
        expect(await sign(request)).toEqual(signByVendor(structuredClone(request)));
      }),
      { seed: 20260102, numRuns: RUNS },
    );
    const { asItIs, withPath } = compared;
    await annotate(`${asItIs + withPath} signatures compared, ${withPath} with the path given`);
    expect(asItIs + withPath).toBe(RUNS);
    expect(asItIs, "with the vendor's signer as it is").toBeGreaterThan(RUNS / 4);
  });

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "what the client sends for %s",
    async (_, operation) => {
      vi.setSystemTime("2026-01-02T03:04:05Z");
      const credential = { accessKey: "AK", secretKey: "SK", securityToken: "T", projectId: "p" };
      const fetch = stubFetch(status(204));
      await call(clientOf({ auth: akSk(credential), fetch }), operation);
      const [{ url = "", headers = {} } = {}] = fetch.sent;
      const expected = signByVendor({
        method: operation.method,
        origin: ORIGIN,
        path: new URL(url).pathname.slice(1).split("/").map(decodeURIComponent),
        query: {},
        data: operation.body as object,
        credential,
      });
      const names = new Headers({ ...expected, "content-type": "application/json" });
      expect(headers).toEqual(Object.fromEntries(names));
    },
  );
});

it("WebCrypto, where there is no Node, gives the same digests", async () => {
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

describe("akSk", () => {
  const auth = () => akSk({ accessKey: "AK", secretKey: "SK" });

  it("sends the date in UTC, the access key and a signature, never the secret key", async () => {
    vi.setSystemTime("2026-01-02T03:04:05.678Z");
    const { sent } = await run([status(204)], { auth: auth() });
    expect(sent[0]?.headers).toEqual({
      "content-type": "application/json",
      "x-sdk-date": "20260102T030405Z",
      authorization: expect.stringMatching(
        /^SDK-HMAC-SHA256 Access=AK, SignedHeaders=content-type;host;x-sdk-date, Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it.each(["accessKey", "secretKey", "securityToken", "projectId"])(
    "refuses a %s that is empty, or that no header can hold, without quoting it",
    (name) => {
      const credential = { accessKey: "AK", secretKey: "SK" };
      for (const value of ["", "se cret", "secret\n", "secrét", 1, null]) {
        const create = () => akSk({ ...credential, [name]: value });
        expect(create).toThrow(TypeError);
        expect(create).toThrow(new RegExp(`^${name} (?!.*secr)`));
      }
    },
  );

  it("must be there, and may come with more", () => {
    expect(() => akSk(undefined as never)).toThrow(/^accessKey must be/);
    const keys = { accessKey: "AK", secretKey: "SK", expiresAt: "2026-01-02T03:04:05Z" };
    expect(() => akSk(keys)).not.toThrow();
  });

  const NOW = "20260102T0304";
  const OTHER = "Tue, 24 Nov 2026 12:00:00 GMT";
  const refusal = status(401, null, { date: OTHER });

  it.each<[string, string, Stub, number, string[]]>([
    ["is set by the date of a 401, and stays right", OTHER, status(204), 204, ["20261124T1200"]],
    ["is set by 6 minutes", "Fri, 02 Jan 2026 03:10:05 GMT", status(204), 204, ["20260102T0310"]],
    ["is set only once by a server that refuses", OTHER, refusal, 401, ["20261124T1200"]],
    ["is not set by less than 5 minutes", "Fri, 02 Jan 2026 03:08:00 GMT", status(204), 401, []],
    ["is not set where there is no date", "soon", status(204), 401, []],
    ["is not set to a year of 6 digits", "Sat, 13 Sep 275760 00:00:00 GMT", status(204), 401, []],
    ["is not set to the end of 9999", "Fri, 31 Dec 9999 00:00:00 GMT", status(204), 401, []],
    ["is not set to 1970", "Thu, 01 Jan 1970 00:00:00 GMT", status(204), 401, []],
  ])("has a clock that %s", async (_, date, then, code, renewed) => {
    vi.setSystemTime("2026-01-02T03:04:05Z");
    const fetch = stubFetch(status(401, null, { date }), then);
    const dew = clientOf({ fetch, auth: auth(), retry: false });
    const { error, response } = await call(dew, operation);
    expect(response.status).toBe(code);
    if (error) expect(error.attempts).toBe(1 + renewed.length);
    vi.advanceTimersByTime(1000);
    await call(dew, operation);
    const dates = fetch.sent.map(({ headers }) => headers["x-sdk-date"]?.slice(0, NOW.length));
    expect(dates).toEqual([NOW, ...renewed, renewed[0] ?? NOW]);
  });
});
