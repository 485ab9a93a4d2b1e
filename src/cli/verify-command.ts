import { writeFile } from "node:fs/promises";
import { createRedact } from "../text/mask.js";
import { loadContract } from "../verify/contract.js";
import { type PlanOptions, plan, type Step } from "../verify/plan.js";
import { renderReport } from "../verify/reports/index.js";
import { count } from "../verify/reports/summary.js";
import { renderTerminal } from "../verify/reports/terminal.js";
import { type VerifyOptions, verify } from "../verify/verify.js";
import { announce } from "./announce.js";
import { verifyHelp } from "./help.js";
import { Interruption } from "./interruption.js";
import type { Io } from "./io.js";
import { Progress } from "./progress.js";
import { UsageError } from "./usage-error.js";
import { readVerifySettings, type VerifySettings } from "./verify-options.js";

/** `verify --base-url URL …`: holds a running provider against the contract. */
export async function runVerify(args: readonly string[], io: Io): Promise<number> {
  const settings = readVerifySettings(args, io);
  if (settings === undefined) {
    io.stdout.write(verifyHelp());
    return 0;
  }
  const contract = await loadContract();
  const names = new Set(
    [...contract.operations.values()].flatMap(({ parameters }) => [...parameters.keys()]),
  );
  const usual = Object.entries(settings.usualPath).filter(([name]) => names.has(name));
  const steps = planOrRefuse(contract, {
    ...settings,
    path: { ...Object.fromEntries(usual), ...settings.path },
    real: !settings.isLoopback,
  });
  // The last line of defence: whatever is printed or written goes through it.
  const redact = createRedact(settings.credential.secrets);
  const print = (text: string): unknown => io.stdout.write(redact(text));

  print(`${announce(contract, steps, settings)}\n`);
  if (!settings.isLoopback && !settings.yes) await confirm(io);

  const interruption = new Interruption(io);
  const progress = new Progress(io.stderr, steps.length);
  try {
    const report = await verify(contract, steps, {
      ...verifyOptionsOf(settings),
      signal: interruption.signal,
      onResult: (result) => progress.show(result),
      onCleanUp: (held) => {
        progress.clear();
        const keys = held.reduce((sum, each) => sum + each.keys.length, 0);
        io.stderr.write(`Removing ${count(keys, "tag")} still there, or maybe.\n`);
      },
    });
    progress.clear();
    print(renderTerminal(report));
    let isWritten = true;
    for (const { file, format } of settings.reports) {
      try {
        await writeFile(file, redact(renderReport(report, format)));
        print(`Report written to ${file}\n`);
      } catch (error) {
        isWritten = false;
        io.stderr.write(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}\n`);
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
    const reason =
      first?.skip === undefined ? "" : `: ${first.id} is skipped, because ${first.skip}`;
    throw new UsageError(`there is nothing to send${reason}`);
  }
  return steps;
}

/** @throws UsageError where nobody says yes */
async function confirm(io: Io): Promise<void> {
  if (io.ask === undefined) {
    throw new UsageError("nothing was sent: this is no loopback address; confirm with --yes");
  }
  const answer = await io.ask("Go on? [y/N] ");
  if (!/^y(es)?$/i.test(answer?.trim() ?? "")) throw new UsageError("nothing was sent");
}
