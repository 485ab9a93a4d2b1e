import { describe, expect, it } from "vitest";
import { type RequestCase, requestCases } from "../cases/index.js";
import { runCheck } from "./checks/check.js";
import { compare, formatDisagreements } from "./compare.js";
import type { Judgement, Violation } from "./judge.js";

const required: Violation = { pointer: "/body", keyword: "required" };
const type: Violation = { pointer: "", keyword: "type" };
const other: Violation = { pointer: "/x", keyword: "type" };
const drawn: RequestCase = {
  ...(requestCases[0] as RequestCase),
  id: "a",
  verdict: "reject",
  violations: [required, type],
};

const accept: Judgement = { verdict: "accept", violations: [] };
const reject = (...violations: Violation[]): Judgement => ({ verdict: "reject", violations });
const rejectPartly = (...some: Violation[]): Judgement => ({ ...reject(...some), partial: true });

const about = (judge: string) => ({ judge, subject: "t" });

describe("compare", () => {
  it.each<[name: string, opinion: Judgement | Error, dissent: string[]]>([
    ["the same violations", reject(required, type), []],
    ["in any order", reject(type, required), []],
    ["each once or twice", reject(required, type, required, type), []],
    ["but not one less", reject(type), ["reject; type"]],
    ["nor one more", reject(required, type, other), ["reject; /body required; /x type; type"]],
    ["nor another verdict", accept, ["accept"]],
    ["nor none", new Error("e"), ["no verdict: e"]],
    ["of one that leaves some out, one less", rejectPartly(type), []],
    ["or all", rejectPartly(), []],
    ["but none that is wrong", rejectPartly(other), ["reject; /x type"]],
    ["nor another verdict", { ...accept, partial: true }, ["accept"]],
  ])("takes violations for a set: %s", (_name, opinion, dissent) => {
    expect(compare(drawn, about("a"), opinion).map(({ got }) => got)).toEqual(dissent);
  });

  it("names the judges that agree with each other once, with a line to paste", () => {
    const disagreements = ["a", "b", "c"].flatMap((judge) =>
      compare(drawn, about(judge), judge === "b" ? reject(required, type) : accept),
    );
    const lines = formatDisagreements(disagreements).split("\n");
    expect(lines.slice(0, -1)).toEqual([
      `a (${drawn.operation}, t), says a and c:`,
      "  expected reject; /body required; type",
      "  got      accept",
    ]);
    expect(lines.at(-1)).toMatch(/^ {2}curl .* 'http:\/\/127\.0\.0\.1:4010\//);
  });

  it("lists cases without a verdict for one reason together", () => {
    const one = (id: string) => compare({ ...drawn, id }, about("a"), new Error("e"));
    const text = formatDisagreements(["a", "b", "c"].flatMap(one));
    expect(text.match(/no verdict/g)).toHaveLength(1);
    expect(text).toContain("and so b, c");
  });
});

it("runs a check that throws, and says what it threw", async () => {
  const about = { judge: "j", operation: "o", subject: "s" };
  const observing = (observe: () => unknown) =>
    runCheck({ id: "p", expected: { a: 1 }, observe }, about);
  expect(await observing(async () => ({ a: 1 }))).toEqual([]);
  const threw = await observing(() => {
    throw new Error("e");
  });
  expect(threw).toMatchObject([{ id: "p", expected: '{"a":1}', got: "no verdict: e" }]);
});
