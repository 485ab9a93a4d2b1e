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
import { excessOf } from "../../src/text/excess.js";

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
    const problem = excessOf(document.parsed);
    if (problem !== undefined) throw new YamlParseError(new Error(problem), source);
    return document;
  }
}

function refusal(reason: string): ResolveError {
  return new ResolveError(new Error(reason));
}
