import { wrap } from "../text/terminal.js";
import { visible } from "../text/visible.js";
import type { Contract } from "../verify/contract.js";
import { MARK } from "../verify/mark.js";
import { breaksPath, type Step } from "../verify/plan.js";
import { count } from "../verify/reports/summary.js";
import { adds, removes } from "../verify/tags.js";
import type { VerifySettings } from "./verify-options.js";

const WIDTH = 80;

/** Says what will be sent where, and what it adds and removes there. */
export function announce(
  { title, version }: Contract,
  steps: readonly Step[],
  { baseUrl, credential, rate }: VerifySettings,
): string {
  const sent = steps.filter(({ skip }) => skip === undefined);
  const accepted = sent.filter(({ expectation }) => expectation.kind === "accept");
  // Each of them takes one to add, and one to remove.
  const changing = accepted.filter(({ request }) => adds(request.body) || removes(request.body));
  const requests = sent.length + changing.length;
  const limit = Number.isFinite(rate)
    ? `, at most ${rate} a second: ${Math.max(1, Math.round(requests / rate))} s or more`
    : "";
  const elsewhere = accepted.filter(({ expectation }) => isElsewhere(expectation)).length;
  const unmarked = [...new Set(sent.flatMap((step) => step.unmarked))];
  return [
    `${title} ${version}, held against ${baseUrl}`,
    `with ${credential.origin}.`,
    "",
    `Sends about ${count(requests, "request")}${limit}.`,
    ...resourcesOf(sent),
    changing.length === 0
      ? "All must be refused; what is accepted all the same is removed again at once."
      : `${accepted.length} of ${count(sent.length, "case")} are to be accepted${elsewhere === 0 ? "" : `, ${elsewhere} of them under ids of other resources`}. The tags that these add are removed again at once, and at the end also after a failure or Ctrl-C.`,
    `The keys of its tags carry "${MARK}"${unmarked.length === 0 ? "." : `, but for these ${unmarked.length}, which would be no test then. Whoever has a tag of that name there may lose it:`}`,
    ...(unmarked.length === 0 ? [] : [`  ${unmarked.map(quoted).join(" ")}`]),
    "",
  ]
    .map((line) => wrap(line, WIDTH, /^ */.exec(line)?.[0] ?? ""))
    .join("\n");
}

/** Without blanks, at which lines break. */
function quoted(key: string): string {
  return visible(JSON.stringify(key)).replaceAll(" ", "\\u0020");
}

function isElsewhere(expectation: Step["expectation"]): boolean {
  return expectation.kind === "accept" && expectation.foreign;
}

/** The resources that are meant; the rest need not exist. */
function resourcesOf(steps: readonly Step[]): string[] {
  const lines = steps
    .filter(({ expectation }) => !isElsewhere(expectation))
    .filter(
      ({ expectation }) => expectation.kind !== "reject" || !breaksPath(expectation.violations),
    )
    .map(({ operation, request }) => {
      const names = Object.entries(request.path).map(([name, value]) => `${name}=${value}`);
      return `  ${operation.id}: ${visible(names.join(" "))}`;
    });
  return [...new Set(lines)];
}
