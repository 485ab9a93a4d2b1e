import { createMask } from "../../text/mask.js";
import type { AuthHeaders } from "../auth/auth.js";

export type Mask = (text: string) => string;

/** Of those that a server refused, which it may still repeat. */
const MAX_REFUSED = 8;

/** Knows what must not be seen of the credentials that a client uses. */
export interface Secrets {
  maskOf(credential: AuthHeaders): Mask;
  /** Goes on masking a credential although the next requests carry another one. */
  remember(credential: AuthHeaders): void;
}

export function createSecrets(): Secrets {
  let refused: readonly string[] = [];
  let known: AuthHeaders | undefined;
  let mask: Mask = (text) => text;
  return {
    maskOf(credential) {
      if (credential !== known) {
        known = credential;
        mask = createMask([...secretsOf(credential), ...refused]);
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
