import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import type { Sample } from "./sample.js";

export interface TestServer {
  readonly origin: string;
  /** How often a behaviour was asked for within a run. */
  count(run: string, behaviour: string): number;
  /** Answers GET /<path> with this content: a page of the same origin as the API. */
  serve(path: string, type: string, content: string): void;
  close(): void;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  /** 1 for the first request of a run. */
  readonly nth: number;
  readonly sample: Sample;
}

const end =
  (status: number, headers: Record<string, string> = {}, body = "") =>
  ({ response }: Exchange) => {
    response.writeHead(status, headers).end(body);
  };
const json = { "Content-Type": "application/json" };
const answerError = ({ response, sample }: Exchange) => {
  response.writeHead(sample.error.status, json).end(JSON.stringify(sample.error.body));
};

/** What the server does, by the second segment of the path. */
const behaviours: Readonly<Record<string, (exchange: Exchange) => void>> = {
  "answers-204": end(204),
  "answers-200": end(200, json, "{}"),
  "compares-the-body": (exchange) => {
    const isSame = exchange.body === JSON.stringify(exchange.sample.unicode.body);
    end(isSame ? 204 : 400)(exchange);
  },
  "answers-an-error": answerError,
  "answers-an-error-unwrapped": answerError,
  "answers-html": end(404, { "Content-Type": "text/html" }, "<h1>Not here</h1>"),
  "answers-503": end(503),
  "answers-503-once": (exchange) => end(exchange.nth === 1 ? 503 : 204)(exchange),
  "refuses-the-first-token": (exchange) => {
    if (Object.values(exchange.request.headers).includes("token-2")) end(204)(exchange);
    else end(401)(exchange);
  },
  "checks-the-signature": (exchange) => end(isSigned(exchange) ? 204 : 403)(exchange),
  "is-not-asked": end(204),
  "never-answers": () => {},
  "never-answers-until-aborted": () => {},
  "never-ends-the-body": ({ response }) => {
    response.writeHead(200, json).write("{");
  },
  redirects: end(307, { Location: "http://localhost:9/elsewhere" }),
  "resets-the-connection": ({ request }) => request.socket.resetAndDestroy(),
  "sends-half-a-body": ({ response }) => {
    response.writeHead(200, { ...json, "Content-Length": "100" }).write("{");
    setTimeout(() => response.destroy(), 20);
  },
  "sends-garbage": ({ request }) => request.socket.end("this is not HTTP\r\n\r\n"),
  "sends-gzip-that-is-none": end(200, { ...json, "Content-Encoding": "gzip" }, "{}"),
};

/** Whether the vendor's own signer comes to the same signature. */
function isSigned({ request, body, sample }: Exchange): boolean {
  const { host = "", "x-sdk-date": date = "", "content-type": type = "" } = request.headers;
  const { Authorization } = AKSKSigner.sign(
    {
      method: request.method ?? "",
      endpoint: `http://${host}${request.url}`,
      queryParams: {},
      data: JSON.parse(body),
      headers: { "X-Sdk-Date": String(date), "content-type": type },
    },
    new BasicCredentials().withAk(sample.accessKey).withSk(sample.secretKey),
  ) as { Authorization?: string };
  return Authorization === request.headers.authorization;
}

/** Serves /<run>/<behaviour>/… on loopback, whatever the method. */
export function startServer(sample: Sample): Promise<TestServer> {
  const counts = new Map<string, number>();
  const pages = new Map<string, { type: string; content: string }>();
  const server = createServer(async (request, response) => {
    const [, run = "", behaviour = ""] = request.url?.split("/") ?? [];
    const page = pages.get(run);
    if (request.method === "GET" && page !== undefined && behaviour === "") {
      response.writeHead(200, { "Content-Type": page.type }).end(page.content);
      return;
    }
    const key = `${run}/${behaviour}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const behave = behaviours[behaviour] ?? end(500);
    behave({ request, response, body, nth, sample });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        count: (run, behaviour) => counts.get(`${run}/${behaviour}`) ?? 0,
        serve: (path, type, content) => pages.set(path, { type, content }),
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
