// Compiled, never run: what the type system tells of responses. Where an
// error is expected, the comment names the case that says the same at run time.

import type { ErrorResponse, operations, ResponseNoContent } from "huaweicloud-dew-tags/types";

function read(body: ErrorResponse): string {
  return body.error.error_code + body.error.error_msg;
}

read({ error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." } });
// A response may hold more than is documented: csms-400-extra-in-error.
const more = { error: { error_code: "C", error_msg: "M", details: [] }, request_id: "r" };
read(more);

// @ts-expect-error csms-400-error-absent
read({});
// @ts-expect-error csms-400-error-null
read({ error: null });
// @ts-expect-error csms-400-error-string
read({ error: "Invalid parameter." });
// @ts-expect-error csms-400-code-absent
read({ error: { error_msg: "Invalid parameter." } });
// @ts-expect-error csms-400-code-number
read({ error: { error_code: 2, error_msg: "Invalid parameter." } });
// @ts-expect-error csms-400-msg-absent
read({ error: { error_code: "CSMS.0002" } });
// @ts-expect-error csms-400-msg-null
read({ error: { error_code: "CSMS.0002", error_msg: null } });
// @ts-expect-error csms-400-string
read("<html>Bad Request</html>");

// A success has no body: csms-204-no-body, csms-204-empty-object.
type Body<T extends { content?: unknown }> = T["content"];
const none: Body<ResponseNoContent> = undefined as never;
export const isNever: undefined = none;

type Responses = operations["batchCreateKmsTags"]["responses"];
type Json = Responses[404]["content"]["application/json"];
export const readDocumented = (body: Json): string => read(body);
// @ts-expect-error: a status that nobody documents
export type Teapot = Responses[418];
// @ts-expect-error: a media type that nobody documents
export type Html = Responses[404]["content"]["text/html"];
