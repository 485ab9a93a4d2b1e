import { describe, expect, it } from "vitest";
import { requestCases, responseCases, wires } from "../cases/index.js";
import { loadCommitted } from "../kit/document/load.js";
import { operationOf, operationsOf } from "../kit/document/operation.js";
import { kindOfCase, kindsOfRules } from "../kit/sources.js";
import { targetOf } from "../kit/wire.js";

// The cases by themselves. That they leave nothing of the spec untried, the coverage says.

const document = await loadCommitted();
const operations = [...operationsOf(document).keys()];

describe("a case", () => {
  it("has an id of its own", () => {
    const ids = [...requestCases, ...responseCases].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("is about an operation and a status of the spec", () => {
    for (const { id, operation } of requestCases) expect(operations, id).toContain(operation);
    for (const { id, operation, status } of responseCases) {
      expect(operationOf(document, operation).statuses(), id).toContain(status);
    }
  });

  it("gives exactly the path parameters of its operation", () => {
    for (const { id, operation, request } of requestCases) {
      const names = operationOf(document, operation)
        .parameters()
        .filter(({ value }) => value.in === "path")
        .map(({ value }) => String(value.name));
      expect(Object.keys(request.path).sort(), id).toEqual(names.sort());
    }
  });

  it("names the source of a rule that it breaks", () => {
    const contradictions = [...requestCases, ...responseCases].flatMap((one) => {
      const kinds = kindsOfRules(document, one);
      const kind = kindOfCase(document, one);
      const isRight = kind === undefined || kinds.size === 0 || kinds.has(kind);
      return isRight ? [] : [`${one.id}: ${one.source.page}, but the spec: ${[...kinds].join()}`];
    });
    expect(contradictions).toEqual([]);
  });

  it("of an example of the page is an example of the spec", () => {
    for (const { id, operation, request, verdict, source } of requestCases) {
      if (verdict !== "accept" || source.table !== "request example") continue;
      const examples = operationOf(document, operation).body()?.examples() ?? [];
      const bodies = examples.map(([, value]) => value);
      expect(bodies, id).toContainEqual(request.body);
    }
  });
});

describe("the wires", () => {
  it("are of each operation, and of no other", () => {
    expect(Object.keys(wires).sort()).toEqual([...operations].sort());
  });

  it.each(Object.entries(wires))("have a sample of %s that says one thing", (operation, wire) => {
    const { target, text, ...request } = wire.sample;
    expect(targetOf(operation, request)).toBe(target);
    expect(text === undefined ? undefined : JSON.parse(text)).toEqual(request.body);
  });
});
