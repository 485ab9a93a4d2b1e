/**
 * What each operation is on the wire, by operationId. Written by hand from the vendor's pages and
 * derived from nothing, so that no change of the spec can bend it unseen.
 */
export interface Pin {
  readonly method: string;
  /** With the path parameters in braces. */
  readonly template: string;
  /** Answered to a request that the contract allows. */
  readonly success: number;
  /** Answered to one that it does not. */
  readonly refusal: number;
  /** A request, and the very text that it is. */
  readonly sample: {
    readonly path: Readonly<Record<string, string>>;
    readonly body: unknown;
    /** The path on the request line. */
    readonly target: string;
    readonly text: string;
  };
}

/** Where both services of a region answer. */
export function originIn(region: string): string {
  return `https://kms.${region}.myhuaweicloud.com`;
}

/** The region that the document names by default. */
export const DEFAULT_REGION = "cn-north-4";

/** Each of these alone must do. */
export const CREDENTIALS: readonly Readonly<Record<string, string>>[] = [
  { "X-Auth-Token": "token" },
  { Authorization: "SDK-HMAC-SHA256 Access=ak, SignedHeaders=host, Signature=00" },
];

/** Answered where there is none of them. */
export const UNAUTHORIZED = 401;

export const MEDIA_TYPE = "application/json";

export const pins: Readonly<Record<string, Pin>> = {
  batchCreateOrDeleteTags: {
    method: "POST",
    template: "/v1/{project_id}/csms/{secret_id}/tags/action",
    success: 204,
    refusal: 400,
    sample: {
      path: {
        project_id: "0123456789abcdef0123456789abcdef",
        secret_id: "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e",
      },
      body: {
        action: "create",
        tags: [
          { key: "key1", value: "value1" },
          { key: "密钥", value: "" },
        ],
        sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
      },
      target:
        "/v1/0123456789abcdef0123456789abcdef/csms/bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e/tags/action",
      text: '{"action":"create","tags":[{"key":"key1","value":"value1"},{"key":"密钥","value":""}],"sequence":"919c82d4-8046-4722-9094-35c3c6524cff"}',
    },
  },
  batchCreateKmsTags: {
    method: "POST",
    template: "/v1.0/{project_id}/kms/{key_id}/tags/action",
    success: 204,
    refusal: 400,
    sample: {
      path: {
        project_id: "0123456789abcdef0123456789abcdef",
        key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
      },
      body: {
        action: "delete",
        tags: [{ key: "key1", value: "value1" }, { key: "🔑" }],
      },
      target:
        "/v1.0/0123456789abcdef0123456789abcdef/kms/0d0466b0-e727-4d9c-b35d-f84bb474a37f/tags/action",
      text: '{"action":"delete","tags":[{"key":"key1","value":"value1"},{"key":"🔑"}]}',
    },
  },
};

/** @throws Error where an operation is not pinned */
export function pinOf(operation: string): Pin {
  const pin = pins[operation];
  if (pin === undefined) throw new Error(`contract-tests/kit/wire.ts lacks ${operation}`);
  return pin;
}

/** Fills the path of an operation, percent-encoded. */
export function targetOf(operation: string, path: Readonly<Record<string, string>>): string {
  return pinOf(operation).template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ""),
  );
}
