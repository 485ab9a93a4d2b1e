// Compiled, never run: what a result says once its error has been looked at.

import {
  type ApiError,
  createDewTagsClient,
  type ErrorCode,
  type Result,
  TransportError,
  type TransportErrorKind,
  token,
  unwrap,
} from "huaweicloud-dew-tags";

declare const result: Result<{ readonly tags: readonly string[] }>;

// @ts-expect-error: the call may have failed
result.data.tags;
// @ts-expect-error: the call may have succeeded
result.error.status;

if (result.error) {
  const error: ApiError = result.error;
  error.status.toFixed();
  const nothing: undefined = result.data;
  // @ts-expect-error: a failed call has no data
  result.data.tags;
  void nothing;
} else {
  result.data.tags.length.toFixed();
  const nothing: undefined = result.error;
  // @ts-expect-error: a call that succeeded has no error
  result.error.status;
  void nothing;
}

const { data, error, response } = result;
if (error === undefined) data.tags.length.toFixed();
// @ts-expect-error: without an error there are data, with one there are none
else data.tags;
const status: number = response.status;
const { tags } = unwrap(result);
void [status, tags];

declare const failure: ApiError;
const known: ErrorCode = "KMS.0207";
// @ts-expect-error: not a code whose meaning is known
const unknown: ErrorCode = "KMS.9999";
// The service may answer other codes than those.
const comparable: boolean = failure.code === known || failure.code === "KMS.9999";
// @ts-expect-error: the server may have sent none
const code: string = failure.code;
// @ts-expect-error: it is what the server said
failure.status = 200;
void [unknown, comparable, code];

declare const thrown: unknown;
if (thrown instanceof TransportError) {
  const kind: TransportErrorKind = thrown.kind;
  // @ts-expect-error: there is no such kind
  const isLost: boolean = thrown.kind === "lost";
  void [kind, isLost];
}

// @ts-expect-error: a credential is needed
createDewTagsClient({ region: "cn-north-4" });
const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
// @ts-expect-error: redirects are never followed
createDewTagsClient({ region: "cn-north-4", auth: token("t"), redirect: "follow" });
// @ts-expect-error: the methods are the client's own
dew.batchCreateKmsTags = undefined;
void dew;
