/** What the body of an error response says, whichever of the known forms it has. */
export interface ErrorBody {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
}

/**
 * Reads the forms that are met in the wild: the documented `{error: {error_code, error_msg}}`,
 * the gateway's flat `{error_code, error_msg, request_id}`, IAM's `{error: {code, message}}`,
 * problem+json, HTML and text. JSON is read as text, because it may have been cut off.
 * @param body parsed JSON, or text where it is not JSON
 */
export function readErrorBody(body: unknown): ErrorBody {
  const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
  const find = (...names: string[]) => {
    for (const name of names) {
      const value = member(text, name);
      if (value) return value;
    }
    return undefined;
  };
  return {
    code: find("error_code", "code"),
    message:
      find("error_msg", "message", "detail", "title", "error") ??
      (typeof body === "string" ? lead(body) : undefined),
    requestId: find("request_id"),
  };
}

/** The value of a string or number member, whole or as far as it goes. */
function member(json: string, name: string): string | undefined {
  const [, text, number] =
    new RegExp(`"${name}"\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)|(\\d+))`).exec(json) ?? [];
  if (text === undefined) return number;
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return text;
  }
}

/** The title of HTML, or text as far as no markup begins. */
function lead(text: string): string | undefined {
  return (/<title>([^<]*)/i.exec(text)?.[1] ?? /^[^<{[]*/.exec(text)?.[0])?.trim() || undefined;
}
