/** What the body of an error response says, whichever of the known forms it has. */
export interface ErrorBody {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

/**
 * Reads the forms that are met in the wild: the documented `{error: {error_code, error_msg}}`,
 * the gateway's flat `{error_code, error_msg, request_id}`, IAM's `{error: {code, message}}`,
 * problem+json, HTML, and JSON that was cut off.
 * @param body parsed JSON, or text where it is not JSON
 */
export function readErrorBody(body: unknown): ErrorBody {
  if (typeof body === "string") return readText(body);
  if (!isObject(body)) return {};
  const inner = isObject(body.error) ? body.error : body;
  return compact({
    code: text(inner.error_code ?? inner.code ?? body.error_code),
    message: text(inner.error_msg ?? inner.message ?? inner.detail ?? inner.title),
    requestId: text(body.request_id ?? inner.request_id),
  });
}

/** JSON that was cut off still holds its first members; HTML holds a title. */
function readText(body: string): ErrorBody {
  return compact({
    code: member(body, "error_code") ?? member(body, "code"),
    message:
      member(body, "error_msg") ??
      member(body, "message") ??
      /<title>\s*([^<]*?)\s*<\/title>/i.exec(body)?.[1],
    requestId: member(body, "request_id"),
  });
}

/** The value of a string or number member, whole or as far as it goes. */
function member(json: string, name: string): string | undefined {
  const match = new RegExp(`"${name}"\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"?|(\\d+))`).exec(json);
  const raw = match?.[1];
  if (raw === undefined) return match?.[2];
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function compact(body: { [K in keyof ErrorBody]: string | undefined }): ErrorBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value));
}
