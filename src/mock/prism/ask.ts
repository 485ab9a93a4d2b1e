import type { Preference } from "../preference.js";
import type {
  PrismInput,
  PrismInstance,
  PrismOperation,
  PrismOutput,
  PrismProblem,
} from "./types.js";

export interface PrismAnswer {
  /** A problem where the document has no fitting response. */
  readonly output: PrismOutput | PrismProblem;
  /** Why Prism takes the request for unauthorized; undefined where it does not. */
  readonly unauthorized: string | undefined;
}

/**
 * Has Prism check the credentials of a request, and pick the documented answer. Of the rest it
 * judges nothing: it reads queries and formats in its own way, and in quadratic time.
 */
export async function askPrism(
  prism: PrismInstance,
  operation: PrismOperation,
  input: PrismInput,
  { checkSecurity, ...preference }: Preference & { readonly checkSecurity: boolean },
): Promise<PrismAnswer> {
  const outcome = await prism.request(input, [operation], {
    checkSecurity,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    isProxy: false,
    mock: { dynamic: false, ...preference },
  })();
  if (outcome._tag === "Right") {
    const { output, validations } = outcome.right;
    return { output, unauthorized: validations.input.find(({ code }) => code === 401)?.message };
  }
  const { status, message, detail } = outcome.left;
  return { output: outcome.left, unauthorized: status === 401 ? detail || message : undefined };
}

export function isProblem(output: PrismOutput | PrismProblem): output is PrismProblem {
  // Not by class: a test runner may load Prism in another realm, with an Error of its own.
  return !("statusCode" in output);
}
