import createOpenapiFetch from "openapi-fetch";
import type { paths } from "../../generated/types.js";
import type { DewTagsClientOptions } from "../../src/index.js";
import { loadClient } from "./ours.js";
import { loadAxios, loadKy, loadVendorSdk } from "./peers.js";
import { ACCESS_KEY, example, operation, SECRET_KEY, TOKEN } from "./sample.js";

/** Sends the example once. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** @returns the status of the answer */
  call(): Promise<number>;
}

const { body, pathParams, path, method } = example;
const params = { path: pathParams };
const authorization = { "X-Auth-Token": TOKEN };
const headers = { "Content-Type": "application/json", ...authorization };

/** Everyone as they come, with the same body and, but for those that sign, the same headers. */
export async function makeContenders(baseUrl: string): Promise<Contender[]> {
  return [
    makeFetch("fetch", "raw fetch", baseUrl),
    makeFetch("fetch-no-redirect", 'raw fetch, redirect: "error"', baseUrl, { redirect: "error" }),
    makeFetchWithTimeout(baseUrl),
    await makeOurs("token", { baseUrl }),
    await makeOurs("aksk", { baseUrl }),
    makeOpenapiFetch(baseUrl),
    makeLeanOpenapiFetch(baseUrl),
    await makeAxios(baseUrl),
    await makeKy(baseUrl),
    await makeVendorSdk(baseUrl),
  ];
}

function makeFetch(id: string, name: string, baseUrl: string, options: RequestInit = {}) {
  const url = baseUrl + path;
  return {
    id,
    name,
    async call() {
      const init = { method, headers, body: JSON.stringify(body), ...options };
      return (await fetch(url, init)).status;
    },
  };
}

/** As fast as any client can be that uses fetch and gives up after a while. */
function makeFetchWithTimeout(baseUrl: string): Contender {
  const url = baseUrl + path;
  return {
    id: "fetch-timeout",
    name: "  and a timeout",
    async call() {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), 8000);
      try {
        const { signal } = controller;
        const init = { method, headers, body: JSON.stringify(body), signal };
        return (await fetch(url, { ...init, redirect: "error" })).status;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** This package as shipped: validation, timeout, retries and typed errors on. */
export async function makeOurs(
  auth: "token" | "aksk",
  options: Omit<DewTagsClientOptions, "auth">,
): Promise<Contender> {
  const { createDewTagsClient, token, akSk } = await loadClient();
  const credential =
    auth === "token" ? token(TOKEN) : akSk({ accessKey: ACCESS_KEY, secretKey: SECRET_KEY });
  const client = createDewTagsClient({ ...options, auth: credential }) as unknown as Readonly<
    Record<string, (init: unknown) => Promise<{ error?: unknown; response: Response }>>
  >;
  const send = client[example.operationId] as (typeof client)[string];
  return {
    id: auth,
    name: `this package, ${auth === "token" ? "token" : "AK/SK"}`,
    async call() {
      const { error, response } = await send({ params, body });
      if (error) throw error;
      return response.status;
    },
  };
}

/** Client and types alone. */
export function makeOpenapiFetch(
  baseUrl: string,
  options: Parameters<typeof createOpenapiFetch>[0] = {},
): Contender {
  const client = createOpenapiFetch<paths>({ baseUrl, headers: authorization, ...options });
  const send = client.POST as unknown as (
    path: string,
    init: unknown,
  ) => Promise<{ response: Response }>;
  return {
    id: "openapi-fetch",
    name: "openapi-fetch",
    async call() {
      return (await send(operation.path, { params, body })).response.status;
    },
  };
}

/** openapi-fetch at its fastest: no `Request` is made, and nothing is copied for a redirect. */
function makeLeanOpenapiFetch(baseUrl: string): Contender {
  const send = (request: PlainRequest) =>
    fetch(request.url, { ...request, redirect: "error" } as RequestInit);
  const options = { Request: PlainRequest as never, fetch: send as never };
  return {
    ...makeOpenapiFetch(baseUrl, options),
    id: "openapi-fetch-lean",
    name: '  no Request, redirect: "error"',
  };
}

/** The least that openapi-fetch asks of a `Request`. */
export class PlainRequest {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: RequestInit["headers"];
  readonly body: RequestInit["body"];

  constructor(url: string, { method, headers, body }: RequestInit) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

async function makeAxios(baseUrl: string): Promise<Contender> {
  const axios = await loadAxios();
  const url = baseUrl + path;
  return {
    id: "axios",
    name: "axios",
    async call() {
      return (await axios.post(url, body, { headers: authorization })).status;
    },
  };
}

async function makeKy(baseUrl: string): Promise<Contender> {
  const ky = await loadKy();
  const url = baseUrl + path;
  return {
    id: "ky",
    name: "ky",
    async call() {
      return (await ky.post(url, { json: body, headers: authorization })).status;
    },
  };
}

/** As the vendor's generated clients use it: signed with AK/SK. */
async function makeVendorSdk(baseUrl: string): Promise<Contender> {
  const { BasicCredentials, ClientBuilder } = await loadVendorSdk();
  const client = new ClientBuilder((made) => made)
    .withCredential(new BasicCredentials({ ak: ACCESS_KEY, sk: SECRET_KEY }))
    .withEndpoint(baseUrl)
    .build();
  return {
    id: "sdk",
    name: "vendor's SDK core, AK/SK",
    async call() {
      const { httpStatusCode } = await client.sendRequest({
        url: operation.path,
        method,
        contentType: "application/json",
        pathParams,
        queryParams: {},
        headers: {},
        data: body,
      });
      return httpStatusCode;
    },
  };
}
