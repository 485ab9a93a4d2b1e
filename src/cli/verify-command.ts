import { count, createStyle } from "../text/terminal.js";
import { visible } from "../text/visible.js";
import { loadContract } from "../verify/contract.js";
import { createReportMask } from "../verify/mask.js";
import { type PlanOptions, plan, type Step } from "../verify/plan.js";
import { renderReport } from "../verify/reports/index.js";
import { renderTerminal } from "../verify/reports/terminal.js";
import { type VerifyOptions, verify } from "../verify/verify.js";
import { announce } from "./announce.js";
import { Interruption } from "./interruption.js";
import type { Io } from "./io.js";
import { Progress } from "./progress.js";
import { writeReportFile } from "./report-file.js";
import { UsageError } from "./usage-error.js";
import { readVerifySettings, type VerifySettings } from "./verify-options.js";

/** `verify --base-url URL …`: checks a running provider against the contract. */
export async function runVerify(args: readonly string[], io: Io): Promise<number> {
  const settings = readVerifySettings(args, io);
  const contract = await loadContract();
  const names = new Set(
    [...contract.operations.values()].flatMap(({ pathExamples }) => [...pathExamples.keys()]),
  );
  const defaults = Object.entries(settings.defaultPath).filter(([name]) => names.has(name));
  const steps = planOrRefuse(contract, {
    ...settings,
    path: { ...Object.fromEntries(defaults), ...settings.path },
    real: !settings.isLoopback,
  });
  // The last line of defense: whatever is printed or written passes through it.
  const mask = createReportMask(settings.credential.secrets);
  const print = (text: string): unknown => io.stdout.write(mask(text));

  print(`${announce(contract, steps, settings)}\n`);
  if (!settings.isLoopback && !settings.yes) await confirm(io);

  const interruption = new Interruption(io);
  const progress = new Progress(io.stderr, steps.length);
  try {
    const report = await verify(contract, steps, {
      ...verifyOptionsOf(settings),
      fetch: io.fetch,
      signal: interruption.signal,
      onResult: (result) => progress.show(result),
      onCleanUp: (pending) => {
        progress.clear();
        const keys = pending.reduce((sum, each) => sum + each.keys.length, 0);
        io.stderr.write(`Removing ${count(keys, "tag")} that may still exist.\n`);
      },
    });
    progress.clear();
    print(renderTerminal(report, createStyle(io.stdout, io.env)));
    let isWritten = true;
    for (const one of settings.reports) {
      const { file, format } = one;
      try {
        await writeReportFile(one, mask(renderReport(report, format)));
        print(`Report written to ${visible(file)}\n`);
      } catch (error) {
        isWritten = false;
        const { code } = error as NodeJS.ErrnoException;
        io.stderr.write(mask(`${visible(file)} cannot be written: ${code}\n`));
      }
    }
    if (interruption.exitCode !== undefined) return interruption.exitCode;
    return report.outcome === "passed" && isWritten ? 0 : 1;
  } finally {
    progress.clear();
    interruption.release();
  }
}

function verifyOptionsOf(settings: VerifySettings): VerifyOptions {
  const { credential, ...options } = settings;
  const { auth, secrets, placeholder } = credential;
  return { ...options, auth, secrets, tokenText: placeholder };
}

/** @throws UsageError */
function planOrRefuse(
  contract: Awaited<ReturnType<typeof loadContract>>,
  options: PlanOptions,
): Step[] {
  let steps: Step[];
  try {
    steps = plan(contract, options);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
  const [first] = steps;
  if (steps.every(({ skip }) => skip !== undefined)) {
    const reason = first?.skip === undefined ? "" : `: ${first.id} is skipped, as ${first.skip}`;
    throw new UsageError(`there is nothing to send${reason}`);
  }
  return steps;
}

/** @throws UsageError unless somebody agrees */
async function confirm(io: Io): Promise<void> {
  if (io.ask === undefined) {
    throw new UsageError("nothing was sent: the URL is not a loopback address; confirm with --yes");
  }
  const answer = await io.ask("Continue? [y/N] ");
  if (!/^y(es)?$/i.test(answer?.trim() ?? "")) throw new UsageError("nothing was sent");
}
