// A consumer of the published package: uses each public name once, in the strictest TypeScript.

import {
  type AkSkCredential,
  ApiError,
  type Auth,
  type AuthHeaders,
  akSk,
  type BatchCreateKmsTagsRequest,
  type BatchCreateOrDeleteTagsRequest,
  type CsmsTag,
  createDewTagsClient,
  type DewTagsClient,
  type DewTagsClientOptions,
  type DewTagsOperations,
  type ErrorCode,
  type ErrorResponse,
  type KmsTag,
  type OutgoingRequest,
  RequestValidationError,
  type Result,
  type RetryOptions,
  type TagAction,
  TransportError,
  type TransportErrorKind,
  token,
  unwrap,
  type Violation,
} from "huaweicloud-dew-tags";
import type contractCases from "huaweicloud-dew-tags/contract-cases.json";
import type { components, operations, paths } from "huaweicloud-dew-tags/types";
import type { Validator } from "huaweicloud-dew-tags/validators";
import { requestValidators, responseValidators } from "huaweicloud-dew-tags/validators";

const retry: RetryOptions = { maxAttempts: 2 };
const credential: AkSkCredential = { accessKey: "AK", secretKey: "SK" };
const auth: Auth = akSk(credential);
const options: DewTagsClientOptions = { region: "cn-north-4", auth, retry };
export const dew: DewTagsClient = createDewTagsClient(options);
export const byToken: DewTagsOperations = createDewTagsClient({
  region: "cn-north-4",
  auth: token(() => "t"),
});

export async function tagSecret(tags: CsmsTag[]): Promise<ErrorCode | string | undefined> {
  const action: TagAction = "create";
  const body: BatchCreateOrDeleteTagsRequest = { action, tags };
  const result: Result<undefined> = await dew.batchCreateOrDeleteTags({
    params: { path: { project_id: "p", secret_id: "s" } },
    body,
    signal: AbortSignal.timeout(1000),
  });
  if (result.error) return result.error.code;
  const nothing: undefined = result.data;
  return nothing;
}

export async function tagKey(tag: KmsTag): Promise<void> {
  const body: BatchCreateKmsTagsRequest = { action: "delete", tags: [tag] };
  const params = { path: { project_id: "p", key_id: "k" } };
  try {
    unwrap(await dew.batchCreateKmsTags({ params, body }));
  } catch (error) {
    if (error instanceof RequestValidationError) report(error.violations);
    if (error instanceof TransportError) kinds.push(error.kind);
    if (error instanceof ApiError) statuses.push(error.status);
  }
}

const kinds: TransportErrorKind[] = [];
const statuses: number[] = [];
function report(violations: readonly Violation[]): string[] {
  return violations.map(({ pointer, keyword, message, value }) =>
    [pointer, keyword, message, value].join(" "),
  );
}

const validate: Validator = requestValidators.batchCreateKmsTags;
export const violations: readonly Violation[] = validate({});
export const fits: boolean = responseValidators.batchCreateKmsTags["400"]({}).length === 0;

export type Body = components["schemas"]["CsmsTag"];
export type Operation = operations["batchCreateKmsTags"];
export type Path = keyof paths;
export type Error400 = ErrorResponse["error"]["error_code"];
export const sign = (request: OutgoingRequest): AuthHeaders | Promise<AuthHeaders> =>
  auth.authorize(request);

export const ids = ({ requests }: typeof contractCases): readonly string[] =>
  requests.map(({ id }) => id);
