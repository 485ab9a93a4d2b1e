/**
 * A small contract of the client, run by every runtime from the installed package: what a call
 * comes to, in words. Plain JavaScript, because it runs as it is.
 *
 * @import { Sample } from "./sample.js"
 */

import { akSk, createDewTagsClient, TransportError, token, unwrap } from "huaweicloud-dew-tags";
import { requestValidators } from "huaweicloud-dew-tags/validators";

const TOKEN = "a-token-that-nobody-may-see";

/**
 * @param {string} origin The test server's, with a path of this run; the next segment is a behaviour.
 * @param {string} closed A URL where nothing listens.
 * @param {Sample} sample
 * @returns {Promise<Record<string, string>>} outcomes by the behaviour of the server
 */
export async function run(origin, closed, sample) {
  const { operationId, valid, unicode, invalid, accessKey, secretKey } = sample;
  const retry = { maxAttempts: 2, initialDelay: 1, maxDelay: 1 };
  const call = (baseUrl, options, init = valid) =>
    createDewTagsClient({ baseUrl, auth: token(TOKEN), retry, ...options })[operationId](init);
  let tokens = 0;

  /** By the behaviour of the server. @type {Record<string, () => Promise<unknown>>} */
  const checks = {
    "answers-204": (url) => call(url),
    "answers-200": (url) => call(url),
    "compares-the-body": (url) => call(url, {}, unicode),
    "answers-an-error": (url) => call(url),
    "answers-an-error-unwrapped": async (url) => unwrap(await call(url)),
    "answers-html": (url) => call(url),
    "answers-503": (url) => call(url),
    "answers-503-once": (url) => call(url),
    "refuses-the-first-token": (url) => call(url, { auth: token(() => `token-${++tokens}`) }),
    "checks-the-signature": (url) => call(url, { auth: akSk({ accessKey, secretKey }) }),
    "is-not-asked": (url) => call(url, {}, invalid),
    "is-not-there": () => call(closed),
    "never-answers": (url) => call(url, { timeout: 200 }),
    "never-answers-until-aborted": (url) =>
      call(url, {}, { ...valid, signal: AbortSignal.timeout(200) }),
    "never-ends-the-body": (url) => call(url, { timeout: 200 }),
    redirects: (url) => call(url),
    "resets-the-connection": (url) => call(url),
    "sends-half-a-body": (url) => call(url),
    "sends-garbage": (url) => call(url),
    "sends-gzip-that-is-none": (url) => call(url),
    "validates-by-itself": async () => {
      const { params, body } = invalid;
      const [violation] = requestValidators[operationId]({ ...params, body });
      return { violation };
    },
  };

  /** @type {Record<string, string>} */
  const outcomes = {};
  for (const [behaviour, check] of Object.entries(checks)) {
    outcomes[behaviour] = await check(`${origin}/${behaviour}`).then(describeResult, describeError);
  }
  return outcomes;
}

function describeResult({ error, response, violation }) {
  if (violation !== undefined) return `violation of ${violation.keyword}`;
  return error === undefined ? `succeeds, ${response.status}` : describeError(error);
}

function describeError(error) {
  if (!(error instanceof Error)) return `throws ${typeof error}`;
  const text = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n");
  if (text.includes(TOKEN)) return "shows the token";
  if (error instanceof TransportError) {
    return `TransportError, ${error.kind}, attempts: ${error.attempts}`;
  }
  if (error.name === "ApiError") return `ApiError, ${error.status} ${error.code ?? ""}`.trim();
  if (error.name === "RequestValidationError")
    return `RequestValidationError, ${error.violations[0]?.keyword}`;
  return `${error.name}: ${error.message}`;
}
