import type { Document } from "./load.js";
import { type Located, locate, objectAt } from "./locate.js";
import { METHODS } from "./places.js";
import { isObject, type JsonObject, join } from "./pointer.js";

const JSON_TYPE = "application/json";

export type Examples = readonly (readonly [name: string, value: unknown])[];

/** The body of a request or of a response. */
export class Body implements Located {
  readonly pointer: string;
  readonly value: JsonObject;

  constructor({ pointer, value }: Located) {
    this.pointer = pointer;
    this.value = value;
  }

  /** None where a response has no body. */
  mediaTypes(): string[] {
    return Object.keys(objectAt(this.value, "content") ?? {});
  }

  /** The media type that counts: JSON, or else the first. */
  usualMediaType(): string | undefined {
    const types = this.mediaTypes();
    return types.find((type) => type === JSON_TYPE) ?? types[0];
  }

  at(mediaType: string = JSON_TYPE): string {
    return join(this.pointer, "content", mediaType);
  }

  /** Pointer to the schema of JSON; undefined where nothing is said of it. */
  schema(): string | undefined {
    const schema = objectAt(this.value, "content", JSON_TYPE, "schema");
    return schema && join(this.at(), "schema");
  }

  /** In order. */
  examples(mediaType: string = JSON_TYPE): Examples {
    const examples = objectAt(this.value, "content", mediaType, "examples") ?? {};
    return Object.entries(examples).map(([name, example]) => [
      name,
      isObject(example) ? example.value : undefined,
    ]);
  }
}

export class Operation implements Located {
  readonly #document: Document;
  readonly pointer: string;
  readonly value: JsonObject;
  /** The path item. */
  readonly item: Located;
  /** In capitals. */
  readonly method: string;
  readonly template: string;

  constructor(document: Document, template: string, item: Located, method: string) {
    this.#document = document;
    this.template = template;
    this.item = item;
    this.method = method.toUpperCase();
    const { pointer, value } = locate(document, join(item.pointer, method));
    this.pointer = pointer;
    this.value = value;
  }

  /** @param value of every variable of the server. Default: its own default */
  address(value?: string): string {
    const servers = this.value.servers ?? this.item.value.servers ?? this.#document.servers;
    const [server] = (servers ?? []) as unknown[];
    const origin = String(objectAt(server)?.url).replace(/\{([^{}]+)\}/g, (_, name: string) =>
      String(value ?? objectAt(server, "variables", name)?.default),
    );
    return origin + this.template;
  }

  /** Those of its own hide those of its path. */
  parameters(): Located[] {
    const all = [this.item, this].flatMap(({ pointer, value }) =>
      (Array.isArray(value.parameters) ? value.parameters : []).map((_, index) =>
        locate(this.#document, join(pointer, "parameters", index)),
      ),
    );
    return [...new Map(all.map((one) => [`${one.value.in} ${one.value.name}`, one])).values()];
  }

  parameter(location: string, name: string): Located | undefined {
    return this.parameters().find(({ value }) => value.in === location && value.name === name);
  }

  /** The examples of the parameters by location and name, in a fixed order. */
  parameterExamples(): Examples {
    return this.parameters()
      .map(({ value }) => [`${value.in} ${value.name}`, value.example] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Undefined where a request has none. */
  body(): Body | undefined {
    if (this.value.requestBody === undefined) return undefined;
    return new Body(locate(this.#document, join(this.pointer, "requestBody")));
  }

  statuses(): string[] {
    return Object.keys(objectAt(this.value, "responses") ?? {}).sort();
  }

  responseAt(status: string | number): string {
    return join(this.pointer, "responses", status);
  }

  /** @throws Error where the document lacks it */
  response(status: string | number): Body {
    if (!this.statuses().includes(String(status))) {
      throw new Error(`the document has no response ${status} of ${this.value.operationId}`);
    }
    return new Body(locate(this.#document, this.responseAt(status)));
  }

  /** What the mock answers: the first example named after the operation's service, or the first. */
  usualExample(status: string | number, mediaType?: string): unknown {
    const [service] = (this.value.tags ?? []) as string[];
    const examples = this.response(status).examples(mediaType);
    const isOfService = ([name]: readonly [string, unknown]): boolean =>
      name.toLowerCase().startsWith(String(service).toLowerCase());
    return (examples.find(isOfService) ?? examples[0])?.[1];
  }
}

/** Every operation of the document, by operationId. */
export function operationsOf(document: Document): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const template of Object.keys(document.paths ?? {})) {
    const item = locate(document, join("/paths", template));
    for (const method of METHODS.filter((name) => isObject(item.value[name]))) {
      const operation = new Operation(document, template, item, method);
      found.set(String(operation.value.operationId), operation);
    }
  }
  return found;
}

/** @throws Error where the document lacks it */
export function operationOf(document: Document, operationId: string): Operation {
  const operation = operationsOf(document).get(operationId);
  if (operation === undefined) throw new Error(`the document has no operation ${operationId}`);
  return operation;
}
