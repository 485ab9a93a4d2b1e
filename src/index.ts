export { errorCodes } from "../generated/client.js";
export { errorCodesZhCN } from "../generated/error-codes.zh-CN.js";
export { limits } from "../generated/limits.js";
export type * from "../generated/types.js";
export { type AkSkCredential, akSk } from "./client/auth/ak-sk.js";
export type { Auth, AuthHeaders, OutgoingRequest } from "./client/auth/auth.js";
export { token } from "./client/auth/token.js";
export {
  createDewTagsClient,
  type DewTagsClient,
  type DewTagsOperations,
} from "./client/client.js";
export { ApiError, type ErrorCode } from "./client/errors/api-error.js";
export { DewTagsError } from "./client/errors/dew-tags-error.js";
export {
  RequestValidationError,
  type Violation,
} from "./client/errors/request-validation-error.js";
export { TransportError, type TransportErrorKind } from "./client/errors/transport-error.js";
export type {
  Attempt,
  CallOptions,
  DewTagsClientOptions,
  RetryOptions,
} from "./client/options.js";
export { type Result, unwrap } from "./client/result.js";
export { splitTags } from "./client/split-tags.js";
export type { Agent } from "./client/transport/wire.js";
