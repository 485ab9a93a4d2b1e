import type { Sample } from "./sample.js";

export interface Expectation {
  readonly outcome: string;
  /** How often the server may be asked; undefined where it is not asked at all. */
  readonly requests: number;
  /** What a runtime may say that does not tell why a connection failed. */
  readonly vague?: readonly Omit<Expectation, "vague">[];
}

/** What a call comes to, by the behaviour of the server. */
export function expectations({ keyword, error }: Sample): Readonly<Record<string, Expectation>> {
  // Deno and Chromium send a request again by themselves, once, after a reset.
  const networkAndAgain = { outcome: "TransportError, network", requests: 3 };
  const network = { outcome: "TransportError, network", requests: 1 };
  const networkAgain = { outcome: "TransportError, network", requests: 2 };
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
    "is-not-there": {
      outcome: "TransportError, refused",
      requests: 0,
      vague: [{ outcome: "TransportError, network", requests: 0 }],
    },
    "never-answers": { outcome: "TransportError, timeout", requests: 2 },
    "never-answers-until-aborted": { outcome: "TransportError, aborted", requests: 1 },
    "never-ends-the-body": { outcome: "TransportError, timeout", requests: 1 },
    redirects: { outcome: "TransportError, redirected", requests: 1 },
    "resets-the-connection": {
      outcome: "TransportError, reset",
      requests: 2,
      vague: [networkAgain, networkAndAgain],
    },
    "sends-half-a-body": { outcome: "TransportError, reset", requests: 1, vague: [network] },
    "sends-garbage": {
      outcome: "TransportError, malformed",
      requests: 1,
      vague: [networkAgain],
    },
    "sends-gzip-that-is-none": {
      outcome: "TransportError, malformed",
      requests: 1,
      vague: [network],
    },
    "validates-by-itself": { outcome: `violation of ${keyword}`, requests: 0 },
  };
}
