export type * from "../generated/types.js";
export { type AkSkCredential, akSk } from "./client/auth/ak-sk.js";
export type { Auth, AuthHeaders, OutgoingRequest } from "./client/auth/auth.js";
export { token } from "./client/auth/token.js";
export {
  createDewTagsClient,
  type DewTagsClient,
  type DewTagsOperations,
  type Result,
  unwrap,
} from "./client/client.js";
export { ApiError, type ErrorCode } from "./client/errors/api-error.js";
export {
  RequestValidationError,
  type Violation,
} from "./client/errors/request-validation-error.js";
export { TransportError, type TransportErrorKind } from "./client/errors/transport-error.js";
export type { DewTagsClientOptions } from "./client/options.js";
export type { RetryOptions } from "./client/transport/retry.js";
