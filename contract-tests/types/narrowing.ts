// Compiled, never run: what a result says once its error has been looked at.

import type { ApiError, ErrorCode, Result, TransportErrorKind } from "huaweicloud-dew-tags";
import { createDewTagsClient, TransportError, token, unwrap } from "huaweicloud-dew-tags";

declare const result: Result<{ readonly tags: readonly string[] }>;

// @ts-expect-error: the call may have failed
result.data.tags;
// @ts-expect-error: the call may have succeeded
result.error.status;

if (result.error) {
  result.error satisfies ApiError;
  result.data satisfies undefined;
  // @ts-expect-error: a failed call has no data
  result.data.tags;
} else {
  result.data.tags satisfies readonly string[];
  result.error satisfies undefined;
  // @ts-expect-error: a call that succeeded has no error
  result.error.status;
}

const { data, error, response } = result;
if (error === undefined) data.tags satisfies readonly string[];
// @ts-expect-error: without an error there are data, with one there are none
else data.tags;
response.status satisfies number;
unwrap(result).tags satisfies readonly string[];

declare const failure: ApiError;
"KMS.0207" satisfies ErrorCode;
// @ts-expect-error: not a code whose meaning is known
"KMS.9999" satisfies ErrorCode;
// The service may answer other codes than those.
failure.code === "KMS.9999";
// @ts-expect-error: the server may have sent none
failure.code satisfies string;
// @ts-expect-error: it is what the server said
failure.status = 200;

declare const thrown: unknown;
if (thrown instanceof TransportError) {
  thrown.kind satisfies TransportErrorKind;
  // @ts-expect-error: there is no such kind
  thrown.kind === "lost";
}

// @ts-expect-error: a credential is needed
createDewTagsClient({ region: "cn-north-4" });
const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
// @ts-expect-error: redirects are never followed
createDewTagsClient({ region: "cn-north-4", auth: token("t"), redirect: "follow" });
// @ts-expect-error: the methods are the client's own
dew.batchCreateKmsTags = undefined;
