import { count, wrap } from "../text/terminal.js";
import { visible } from "../text/visible.js";
import type { Contract } from "../verify/contract.js";
import { breaksPath, type Step } from "../verify/plan.js";
import { SUFFIX } from "../verify/suffix.js";
import { removes } from "../verify/tags.js";
import type { VerifySettings } from "./verify-options.js";

const WIDTH = 80;

/** Says what will be sent where, and what that changes there. */
export function announce(
  { title, version }: Contract,
  steps: readonly Step[],
  { baseUrl, credential, rate, isLoopback }: VerifySettings,
): string {
  const sent = steps.filter(({ skip }) => skip === undefined);
  const accepted = sent.filter(({ expectation }) => expectation.kind === "accept");
  const changing = accepted.filter(({ operation }) => !operation.isReadOnly);
  // A tag takes one request to add and one to remove.
  const requests = sent.length + changing.filter(({ isIrreversible }) => !isIrreversible).length;
  const limit = Number.isFinite(rate)
    ? `, at most ${rate} a second: ${Math.max(1, Math.round(requests / rate))} s or more`
    : "";
  return [
    `Checks ${baseUrl} against ${title} ${version},`,
    `with ${credential.origin}.`,
    "",
    `Sends about ${count(requests, "request")}${limit}.`,
    ...resourcesOf(sent),
    ...describeAccepted(sent.length, accepted),
    ...describeTags(sent, isLoopback),
    ...describeIrreversible(sent),
    "",
  ]
    .map((line) => wrap(line, WIDTH, /^ */.exec(line)?.[0] ?? ""))
    .join("\n");
}

function describeAccepted(sent: number, accepted: readonly Step[]): string[] {
  if (accepted.length === 0) return ["The provider must refuse every request."];
  const foreign = accepted.filter((step) => isForeign(step)).length;
  const more = foreign === 0 ? "" : `, ${foreign} of them under the ids of other resources`;
  return [`The provider must accept ${accepted.length} of ${count(sent, "request")}${more}.`];
}

/** What happens to tags. */
function describeTags(sent: readonly Step[], isLoopback: boolean): string[] {
  const steps = sent.filter(({ operation }) => operation.changesTags);
  if (steps.length === 0) return [];
  const unsuffixed = [...new Set(steps.flatMap((step) => step.unsuffixed))];
  const removing = steps.filter(
    ({ expectation, request }) => expectation.kind === "accept" && removes(request.body),
  );
  return [
    `Tags that it adds, and tags that an invalid request adds, are removed again at once, and at the end also after a failure or Ctrl-C.${removing.length === 0 ? "" : " It first adds the tags that it is to remove."}`,
    unsuffixed.length === 0
      ? `Every key of a tag contains "${SUFFIX}".`
      : `Every key of a tag contains "${SUFFIX}", except these ${unsuffixed.length}, ${isLoopback ? "" : "sent because of --unsafe-cases, "}which a test needs as they are. If a tag with such a key exists, it may be lost:`,
    ...(unsuffixed.length === 0 ? [] : [`  ${unsuffixed.map(quoted).join(" ")}`]),
  ];
}

/** What verify can only do, not undo. */
function describeIrreversible(sent: readonly Step[]): string[] {
  const steps = sent.filter(({ isIrreversible }) => isIrreversible);
  if (steps.length === 0) return [];
  const ids = [...new Set(steps.map(({ operation }) => operation.id))];
  return [`Not undone: what ${count(steps.length, "request")} of ${ids.join(", ")} may change.`];
}

/** Without spaces, at which lines break. */
function quoted(key: string): string {
  return visible(JSON.stringify(key)).replaceAll(" ", "\\u0020");
}

function isForeign({ expectation }: Step): boolean {
  return expectation.kind === "accept" && expectation.foreign;
}

/** The resources to check; others need not exist. */
function resourcesOf(steps: readonly Step[]): string[] {
  const lines = steps
    .filter((step) => !isForeign(step))
    .filter(
      ({ expectation }) => expectation.kind !== "reject" || !breaksPath(expectation.violations),
    )
    .map(({ operation, request }) => {
      const names = Object.entries(request.path).map(([name, value]) => `${name}=${value}`);
      return `  ${operation.id}: ${visible(names.join(" "))}`;
    });
  return [...new Set(lines)];
}
