import type { Preference } from "../preference.js";
import type {
  PrismConfig,
  PrismDiagnostic,
  PrismInput,
  PrismInstance,
  PrismOperation,
  PrismOutput,
  PrismProblem,
} from "./types.js";

export interface Verdict {
  readonly diagnostics: readonly PrismDiagnostic[];
  /** A problem where the document has no fitting response. */
  readonly output: PrismOutput | PrismProblem;
}

/** Has Prism judge and answer one request. */
export async function askPrism(
  prism: PrismInstance,
  operation: PrismOperation,
  input: PrismInput,
  config: Partial<PrismConfig>,
  preference: Preference,
): Promise<Verdict> {
  const outcome = await prism.request(input, [operation], {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    isProxy: false,
    ...config,
    mock: { dynamic: false, ...preference },
  })();
  if (outcome._tag === "Right") {
    const { output, validations } = outcome.right;
    return { diagnostics: validations.input, output };
  }
  return { diagnostics: diagnosticsOf(outcome.left), output: outcome.left };
}

function diagnosticsOf({ status, message, detail, additional }: PrismProblem): PrismDiagnostic[] {
  if (status === 401 || status === 415) {
    return [{ code: status, message: detail || message, severity: 0 }];
  }
  return (additional?.validation ?? []).map(({ location, ...diagnostic }) => ({
    ...diagnostic,
    ...(location && { path: location }),
    severity: 0,
  }));
}

export function isProblem(output: PrismOutput | PrismProblem): output is PrismProblem {
  // Not by class: a test runner may load Prism in another realm, with an Error of its own.
  return !("statusCode" in output);
}
