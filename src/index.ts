export type * from "../generated/types.js";
export { type AkSkCredential, akSk } from "./auth/ak-sk.js";
export type { Auth, AuthHeaders, OutgoingRequest } from "./auth/auth.js";
export { token } from "./auth/token.js";
export {
  createDewTagsClient,
  type DewTagsClient,
  type DewTagsOperations,
  type Result,
  unwrap,
} from "./client.js";
export { ApiError, type ErrorCode } from "./errors/api-error.js";
export { RequestValidationError, type Violation } from "./errors/request-validation-error.js";
export { TransportError, type TransportErrorKind } from "./errors/transport-error.js";
export type { DewTagsClientOptions } from "./options.js";
export type { RetryOptions } from "./transport/retry.js";
