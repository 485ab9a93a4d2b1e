import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock, type Mock } from "huaweicloud-dew-tags/mock";
import { onTestFinished } from "vitest";

/** A request as it has arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly body: TagBody | undefined;
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
}

export interface TagBody {
  readonly action?: unknown;
  readonly tags?: readonly { readonly key?: unknown; readonly value?: unknown }[];
  readonly [name: string]: unknown;
}

/** What goes back. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export type Exchange = Received & {
  /** What the contract has the provider answer. */
  readonly right: Reply & { readonly violations: readonly { pointer: string; keyword: string }[] };
};

/** Bytes as they are, and some a moment later, then the connection closes; or nothing, ever. */
export type Wire = { readonly raw: string; readonly late?: string } | "silence";

type Altered = Reply | Wire | undefined;
/** Says what goes back instead; undefined: what is right. */
export type Alter = (exchange: Exchange) => Altered | Promise<Altered>;

export interface Provider {
  /** Its origin, on the loopback. */
  readonly url: string;
  readonly received: readonly Received[];
  /** Those that did not get what is right. */
  readonly altered: ReadonlySet<Received>;
  /** Tags by path, where it keeps them. */
  readonly tags: Map<string, Map<string, unknown>>;
  /** All tags that it keeps. */
  readonly left: () => number;
}

export interface ProviderOptions {
  readonly alter?: Alter;
  /** Whether it keeps tags: then it refuses to add one that is there, or to remove one that is not. */
  readonly keepsTags?: boolean;
}

let mock: Promise<Mock> | undefined;

/** A provider that keeps to the contract but for what it is told to get wrong, for one test. */
export async function startProvider({
  alter = () => undefined,
  keepsTags = false,
}: ProviderOptions = {}): Promise<Provider> {
  mock ??= createMock();
  const { handle } = await mock;
  const received: Received[] = [];
  const altered = new Set<Received>();
  const tags: Provider["tags"] = new Map();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = await receive(request);
    received.push(one);
    const { method, path, headers, text } = one;
    const right = await handle({ method, path, headers, body: text });
    const other = await alter({ ...one, right });
    if (other !== undefined) altered.add(one);
    const reply = other ?? right;
    if (reply === "silence") return;
    if ("raw" in reply) {
      const { raw, late } = reply;
      if (late === undefined) response.socket?.end(raw);
      else response.socket?.write(raw, () => setTimeout(() => response.socket?.end(late), 20));
      return;
    }
    send(response, (keepsTags && reply.status < 300 && keep(tags, one)) || reply);
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const left = (): number => [...tags.values()].reduce((sum, own) => sum + own.size, 0);
  return { url: `http://127.0.0.1:${port}`, received, altered, tags, left };
}

export const JSON_TYPE: Readonly<Record<string, string>> = { "content-type": "application/json" };

/** Replies otherwise to some requests. */
export const when =
  (test: (exchange: Exchange) => boolean, reply: Reply | Wire): Alter =>
  (exchange) =>
    test(exchange) ? reply : undefined;
export const isRight = ({ right }: Exchange): boolean => right.status < 300;
export const isWrong = ({ right }: Exchange): boolean => right.status === 400;
export const isAdding = ({ body }: Exchange): boolean => body?.action === "create";
export const isRemoving = ({ body }: Exchange): boolean => body?.action === "delete";
export const hasWrongPath = ({ right }: Exchange): boolean =>
  right.violations.some(({ pointer }) => pointer.startsWith("/path"));

/** A documented refusal. */
export function refusal(status: number, code = "KMS.0308", message = "Invalid field."): Reply {
  return { status, headers: JSON_TYPE, body: { error: { error_code: code, error_msg: message } } };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const at = performance.now();
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  const { method = "", url = "", headers } = request;
  let body: TagBody | undefined;
  try {
    body = JSON.parse(text);
  } catch {
    // There need not be one.
  }
  return { method, path: url, headers: headers as Received["headers"], text, body, at };
}

function keep(all: Provider["tags"], { path, body }: Received): Reply | undefined {
  const tags = all.get(path) ?? new Map<string, unknown>();
  all.set(path, tags);
  const given = new Map(
    (Array.isArray(body?.tags) ? body.tags : [])
      .filter((tag) => ["string", "number", "boolean"].includes(typeof tag?.key))
      .map((tag) => [String(tag.key), tag.value]),
  );
  const isRemoval = body?.action === "delete";
  const clash = [...given.keys()].find((key) => tags.has(key) !== isRemoval);
  if (clash !== undefined) {
    return isRemoval ? refusal(404, "KMS.0416", "no tag") : refusal(400, "KMS.0406", "is there");
  }
  for (const [key, value] of given) {
    if (isRemoval) tags.delete(key);
    else tags.set(key, value);
  }
  return undefined;
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  response.writeHead(status, { ...headers });
  response.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
}
