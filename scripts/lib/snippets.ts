/** A block of TypeScript in a document. */
export interface Snippet {
  /** A path for it, named after the document and its line there, from 1. */
  readonly file: string;
  readonly code: string;
  /** Whether `<!-- run -->` stands before it. */
  readonly runs: boolean;
}

/** What could be meant as `ts`. */
const ALIASES = /^(|[cm]?[jt]sx?|typescript|javascript)$/;

/** @throws Error where a block could be meant as code, but is not fenced as such */
export function extractSnippets(name: string, markdown: string): Snippet[] {
  const snippets: Snippet[] = [];
  let mark: number | undefined;
  let open: { line: number; language: string; code: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    const line = index + 1;
    if (open !== undefined) {
      if (text !== "```") {
        open.code.push(text);
        continue;
      }
      if (open.language === "ts") {
        const code = `${open.code.join("\n")}\n`;
        const file = `snippets/${name}-line-${open.line + 1}.ts`;
        snippets.push({ file, code, runs: mark !== undefined });
        mark = undefined;
      }
      open = undefined;
      continue;
    }
    const fence = /^(\s*)(```+|~~~+)(.*)$/.exec(text);
    const language = fence?.[3]?.trim() ?? "";
    if (mark !== undefined && text !== "" && language !== "ts") {
      throw new Error(`${name}, line ${mark}: run is not before a block of ts`);
    }
    if (text === "<!-- run -->") mark = line;
    if (fence === null) continue;
    if (fence[1] !== "") throw new Error(`${name}, line ${line}: a block that is indented`);
    if (language !== "ts" && ALIASES.test(language)) {
      throw new Error(
        `${name}, line ${line}: a block of ${language || "no language"}, which is not ts`,
      );
    }
    open = { line, language, code: [] };
  }
  if (open !== undefined) throw new Error(`${name}, line ${open.line}: a block without an end`);
  if (mark !== undefined) throw new Error(`${name}, line ${mark}: run is not before a block of ts`);
  return snippets;
}

/**
 * A module that takes calls of the service to the mock instead, by fetch and by node:https, and
 * lets a program reach nothing but this machine else.
 */
export function redirectTo(mock: string): string {
  return `const isService = (host) => /^kms\\.[a-z0-9-]+\\.myhuaweicloud\\.com$/.test(host);
const mock = new URL(${JSON.stringify(mock)});
const stray = (url) => new Error("a snippet called " + url);

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { origin, hostname, href } = new URL(input instanceof Request ? input.url : input);
  if (!isService(hostname) && hostname !== mock.hostname) throw stray(href);
  return fetch(isService(hostname) ? href.replace(origin, mock.origin) : input, init);
};

const http = process.getBuiltinModule("node:http");
process.getBuiltinModule("node:https").request = (options, answer) => {
  if (!isService(options.host)) throw stray("https://" + options.host + options.path);
  const { hostname: host, port } = mock;
  return http.request({ ...options, protocol: "http:", host, port, agent: undefined }, answer);
};
`;
}
