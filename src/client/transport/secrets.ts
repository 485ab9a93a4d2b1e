import { createMask } from "../../text/mask.js";
import type { AuthHeaders } from "../auth/auth.js";

export type Mask = (text: string) => string;

/** Of secrets that a server refused, which it may still repeat. */
const MAX_REFUSED = 16;

/** Knows what must not be seen of the credentials that a client uses. */
export interface Secrets {
  /** Masks all that one call has sent, and what was refused lately. */
  maskOf(sent: ReadonlySet<AuthHeaders>): Mask;
  /** Goes on masking a credential although later calls carry another one. */
  remember(credential: AuthHeaders): void;
}

export function createSecrets(): Secrets {
  let refused: readonly string[] = [];
  let known: AuthHeaders | undefined;
  let mask: Mask = (text) => text;
  return {
    maskOf(sent) {
      const [only] = sent.size > 1 ? [] : sent;
      if (only === undefined || only !== known) {
        known = only;
        mask = createMask([...[...sent].flatMap(secretsOf), ...refused]);
      }
      return mask;
    },
    remember(credential) {
      const all = new Set([...secretsOf(credential), ...refused]);
      refused = [...all].slice(0, MAX_REFUSED);
      known = undefined;
    },
  };
}

/** Tokens, and of a signature the access key and the signature itself. */
function secretsOf(credential: AuthHeaders): string[] {
  return Object.entries(credential).flatMap(([name, value]) => {
    if (/token/i.test(name)) return value;
    if (!/authorization/i.test(name)) return [];
    const parts = [...value.matchAll(/\b(?:Access|Signature)=([^,\s]+)/g)];
    return parts.length > 0 ? parts.map(([, part]) => part as string) : value;
  });
}
