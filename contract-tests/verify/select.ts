import type { RequestCase } from "../../generated/contract-cases.js";
import { type Contract, loadContract, type Operation } from "../../src/verify/contract.js";
import type { TagBody } from "./provider.js";

// Tests name no case and no limit: they look for cases by what these are about.

export const contract: Contract = await loadContract();

type Test = (one: RequestCase, body: TagBody, operation: Operation) => boolean;

/** The cases that pass a test, at least one. */
export function select(test: Test, what: string = String(test)): RequestCase[] {
  const found = contract.cases.filter((one) =>
    test(one, bodyOf(one), contract.operations.get(one.operation) as Operation),
  );
  if (found.length === 0) throw new Error(`there is no case for the test ${what}`);
  return found;
}

export const idsOf = (cases: readonly { readonly id: string }[]): string[] =>
  cases.map(({ id }) => id);

/** The id of the first case that passes a test. */
export const pick = (test: Test): string => idsOf(select(test))[0] as string;

export function bodyOf({ request }: Pick<RequestCase, "request">): TagBody {
  return (request.body ?? {}) as TagBody;
}

export const isAccepted: Test = ({ verdict }) => verdict === "accept";
export const creates: Test = (_, { action }) => action === "create";
export const deletes: Test = (_, { action }) => action === "delete";

/** At the resource that the document gives as an example. */
export const isUsual: Test = ({ request }, _, { pathExamples }) =>
  Object.entries(request.path).every(([name, value]) => pathExamples.get(name) === value);

/** Whether a case must be refused for one rule alone. */
export function breaks(keyword: string, pointer: RegExp = /./): Test {
  return ({ violations = [] }) =>
    violations.length > 0 &&
    violations.every((one) => one.keyword === keyword && pointer.test(one.pointer));
}

export const keysOf = ({ tags }: TagBody): string[] => textsOf(tags, "key");
export const valuesOf = ({ tags }: TagBody): string[] => textsOf(tags, "value");

function textsOf(tags: unknown, name: "key" | "value"): string[] {
  const texts = Array.isArray(tags) ? tags.map((tag) => tag?.[name]) : [];
  return texts.filter((text) => typeof text === "string");
}

/** The largest that the contract allows, as its cases show. */
export interface Limits {
  readonly tags: number;
  /** In characters. */
  readonly key: number;
  readonly value: number;
}

const limits = new Map<string, Limits>(
  [...contract.operations.keys()].map((id) => {
    const bodies = contract.cases
      .filter(({ operation, verdict }) => operation === id && verdict === "accept")
      .map(bodyOf);
    const longest = (texts: readonly string[]): number =>
      Math.max(0, ...texts.map((text) => [...text].length));
    return [
      id,
      {
        tags: Math.max(0, ...bodies.map(({ tags }) => tags?.length ?? 0)),
        key: longest(bodies.flatMap(keysOf)),
        value: longest(bodies.flatMap(valuesOf)),
      },
    ];
  }),
);

export const limitsOf = (operation: string): Limits => limits.get(operation) as Limits;

/** Whether a body adds as many tags as it may. */
export const isLargest = (operation: string, { action, tags }: TagBody): boolean =>
  action === "create" && Array.isArray(tags) && tags.length === limitsOf(operation).tags;

/** An accepted case of each operation that adds as many tags as it may. */
export const LARGEST: readonly string[] = [...contract.operations.keys()].map((id) =>
  pick((one, body) => one.operation === id && one.verdict === "accept" && isLargest(id, body)),
);

/** The operation that a request is for. */
export function operationOf({ path }: { readonly path: string }): string {
  for (const { id, path: template } of contract.operations.values()) {
    const pattern = template.replace(/\{[^}]+\}/g, "[^/]*");
    if (new RegExp(`^${pattern}(\\?|$)`).test(path)) return id;
  }
  throw new Error(`${path} is no path of the contract`);
}

/** Path parameters other than the document's examples, that the contract allows as well. */
export const OTHER_PATH: Readonly<Record<string, string>> = Object.fromEntries(
  [...contract.operations.values()].flatMap(({ pathExamples }) =>
    [...pathExamples].map(([name, example = ""]) => [name, other(example)]),
  ),
);

/** The same for the command line. */
export const NAMED: readonly string[] = Object.entries(OTHER_PATH).flatMap(([name, value]) => [
  "--path",
  `${name}=${value}`,
]);

/** The path of the resource that the document gives as an example. */
export function usualPathOf({ path, pathExamples }: Operation): string {
  return path.replace(/\{([^}]+)\}/g, (_, name) => pathExamples.get(name) ?? "");
}

function other(example: string): string {
  return example.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
}

/** For the command line. */
export const only = (ids: Iterable<string>): string[] => [...ids].flatMap((id) => ["--only", id]);

/** One case of each kind: of each operation, verdict, action, and set of broken rules. */
export const SAMPLE: readonly string[] = [
  ...[...contract.operations.keys()].map((id) => `${id}-without-credential`),
  ...new Map(
    contract.cases.map((one) => {
      const { operation, verdict, violations = [] } = one;
      const keywords = violations.map(({ keyword, pointer }) => [keyword, pointer.split("/")[1]]);
      const isForeign = !isUsual(one, {}, contract.operations.get(operation) as Operation);
      const kind = [operation, verdict, bodyOf(one).action, keywords, isForeign];
      return [JSON.stringify(kind), one.id] as const;
    }),
  ).values(),
];
