import type { Sample } from "./sample.js";

export interface Expectation {
  readonly outcome: string;
  /** How often the server is asked. */
  readonly requests: number;
  /**
   * Whether the runtime may repeat the request on its own, as Deno and browsers do when a kept
   * connection is reset: Chromium repeats it once for each connection that it has kept.
   */
  readonly mayRepeat?: boolean;
  /** What a runtime may say that does not tell why a connection failed. */
  readonly vague?: readonly Omit<Expectation, "vague">[];
}

/** What a call comes to, by the behaviour of the server. */
export function expectations({ keyword, error }: Sample): Readonly<Record<string, Expectation>> {
  const failure = (kind: string, attempts: number, requests = attempts) => ({
    outcome: `TransportError, ${kind}, attempts: ${attempts}`,
    requests,
  });
  return {
    "answers-204": { outcome: "succeeds, 204", requests: 1 },
    "answers-200": { outcome: "succeeds, 200", requests: 1 },
    "compares-the-body": { outcome: "succeeds, 204", requests: 1 },
    "answers-an-error": { outcome: `ApiError, ${error.status} ${error.code}`, requests: 1 },
    "answers-an-error-unwrapped": {
      outcome: `ApiError, ${error.status} ${error.code}`,
      requests: 1,
    },
    "answers-html": { outcome: "ApiError, 404", requests: 1 },
    "answers-503": { outcome: "ApiError, 503", requests: 2 },
    "answers-503-once": { outcome: "succeeds, 204", requests: 2 },
    "refuses-the-first-token": { outcome: "succeeds, 204", requests: 2 },
    "checks-the-signature": { outcome: "succeeds, 204", requests: 1 },
    "is-not-asked": { outcome: `RequestValidationError, ${keyword}`, requests: 0 },
    "is-not-there": { ...failure("refused", 2, 0), vague: [failure("network", 2, 0)] },
    "never-answers": failure("timeout", 2),
    "never-answers-until-aborted": failure("aborted", 1),
    "never-ends-the-body": failure("timeout", 1),
    redirects: failure("redirected", 1),
    "resets-the-connection": {
      ...failure("reset", 2),
      vague: ["reset", "network"].map((kind) => ({ ...failure(kind, 2), mayRepeat: true })),
    },
    "sends-half-a-body": { ...failure("reset", 1), vague: [failure("network", 1)] },
    "sends-garbage": { ...failure("malformed", 1), vague: [failure("network", 2)] },
    "sends-gzip-that-is-none": { ...failure("malformed", 1), vague: [failure("network", 1)] },
    "validates-by-itself": { outcome: `violation of ${keyword}`, requests: 0 },
  };
}
