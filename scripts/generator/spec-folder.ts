import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import {
  BaseResolver,
  type Config,
  type Document,
  isAbsoluteUrl,
  ResolveError,
  type Source,
  YamlParseError,
} from "@redocly/openapi-core";

/** Far more than a contract has, and still walked in a moment. */
const MAX_NODES = 1_000_000;
const MAX_DEPTH = 500;

/** Reads the files of a spec: only those of its own folder, and none that unfolds beyond measure. */
export class SpecFolder extends BaseResolver {
  readonly #folder: string;

  constructor(root: string, config: Config["resolve"]) {
    super(config);
    this.#folder = realpathSync(dirname(root));
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isAbsoluteUrl(absoluteRef)) {
      throw refusal("it is on the network, and a spec is read from its own folder alone: copy it");
    }
    // Where it really lies: a link may lead out of the folder.
    if (!existsSync(absoluteRef)) return super.loadExternalRef(absoluteRef);
    const fromFolder = relative(this.#folder, realpathSync(absoluteRef));
    if (isAbsolute(fromFolder) || fromFolder.split(sep)[0] === "..") {
      throw refusal("it lies outside the folder of the spec: move it into the folder");
    }
    // To read a pipe or a device may take forever.
    if (!statSync(absoluteRef).isFile()) throw refusal("it is no regular file: name one");
    return super.loadExternalRef(absoluteRef);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = super.parseDocument(source, isRoot);
    const problem = measure(document.parsed);
    if (problem !== undefined) throw new YamlParseError(new Error(problem), source);
    return document;
  }
}

function refusal(reason: string): ResolveError {
  return new ResolveError(new Error(reason));
}

/** @returns what is wrong with what the aliases of a document unfold to */
function measure(root: unknown): string | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const sizeOf = (node: unknown, depth: number): number => {
    if (typeof node !== "object" || node === null) return 1;
    if (open.has(node)) throw new Error("an alias stands within its own anchor: write it out");
    if (depth > MAX_DEPTH) throw new Error(`it is nested more than ${MAX_DEPTH} deep`);
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    let size = 1;
    for (const child of Object.values(node)) size += sizeOf(child, depth + 1);
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  try {
    const size = sizeOf(root, 0);
    if (size > MAX_NODES) return `its aliases unfold to more than ${MAX_NODES} values`;
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
