/** Digests of a text in UTF-8, in hex. */
export interface Digests {
  /** SHA-256 */
  hash(text: string): string | Promise<string>;
  /** HMAC-SHA256 with the secret key. */
  hmac(text: string): string | Promise<string>;
}

/** Node's own digests come at once; those of WebCrypto wait for a thread each. */
export function createDigests(secretKey: string): Digests {
  const node = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (node === undefined) return createWebDigests(secretKey);
  return {
    hash: (text) => node.hash("sha256", text),
    hmac: (text) => node.createHmac("sha256", secretKey).update(text).digest("hex"),
  };
}

function createWebDigests(secretKey: string): Digests {
  const { subtle } = crypto;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  let key: Promise<CryptoKey> | undefined;
  return {
    hash: async (text) => hex(await subtle.digest("SHA-256", utf8(text))),
    async hmac(text) {
      key ??= subtle.importKey("raw", utf8(secretKey), algorithm, false, ["sign"]);
      return hex(await subtle.sign("HMAC", await key, utf8(text)));
    },
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
