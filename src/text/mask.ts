/** What stands where a secret was. */
const MASK = "***";

/** Shorter ones are placeholders such as `any`, and would take half of a text with them. */
const SHORTEST_SECRET = 8;

/** Makes what removes secrets from a text, also where they are percent-encoded or JSON. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    // Of two of which one holds the other, the longer one first.
    .sort((a, b) => b.length - a.length);
  return (text) =>
    spellings
      .reduce((rest, spelling) => rest.replaceAll(spelling, MASK), text)
      // Another one for each request, so that nobody can list them.
      .replace(/\b(Signature=)[0-9a-f]{64}\b/gi, `$1${MASK}`);
}
