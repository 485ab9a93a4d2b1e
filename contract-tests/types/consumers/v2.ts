// A caller's code as written for 2.x. It only has to compile: what breaks it breaks callers, also
// where the diff of the spec sees nothing, as in a renamed schema. It may change only in a commit
// that raises the major version of info.version and says so in CHANGELOG.md.

import type {
  BatchCreateKmsTagsRequest,
  BatchCreateOrDeleteTagsRequest,
  CsmsTag,
  components,
  ErrorDetail,
  ErrorResponse,
  KmsTag,
  operations,
  ParameterKeyId,
  ParameterProjectId,
  ParameterSecretId,
  paths,
  ResponseCsmsBadGateway,
  ResponseCsmsBadRequest,
  ResponseCsmsForbidden,
  ResponseCsmsGatewayTimeout,
  ResponseCsmsInternalServerError,
  ResponseCsmsNoContent,
  ResponseCsmsNotFound,
  ResponseCsmsUnauthorized,
  ResponseKmsBadGateway,
  ResponseKmsBadRequest,
  ResponseKmsForbidden,
  ResponseKmsGatewayTimeout,
  ResponseKmsInternalServerError,
  ResponseKmsNoContent,
  ResponseKmsNotFound,
  ResponseKmsUnauthorized,
  Sequence,
  TagAction,
} from "huaweicloud-dew-tags/types";

// What a caller makes.

const projectId: ParameterProjectId = "0123456789abcdef0123456789abcdef";
const secretId: ParameterSecretId = "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e";
const keyId: ParameterKeyId = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
const sequence: Sequence = "919c82d4-8046-4722-9094-35c3c6524cff";
const actions: TagAction[] = ["create", "delete"];

const secretTags: CsmsTag[] = [{ key: "env", value: "prod" }, { key: "reviewed" }];
const keyTags: KmsTag[] = [{ key: "env", value: "prod" }, { key: "reviewed" }];

export const secretRequests: BatchCreateOrDeleteTagsRequest[] = [
  { action: "create", tags: secretTags },
  ...actions.map((action) => ({ action, tags: secretTags, sequence })),
];
export const keyRequests: BatchCreateKmsTagsRequest[] = [
  { action: "create", tags: keyTags },
  ...actions.map((action) => ({ action, tags: keyTags, sequence })),
];

export const secretCall: Pick<operations["batchCreateOrDeleteTags"], "parameters" | "requestBody"> =
  {
    parameters: { path: { project_id: projectId, secret_id: secretId } },
    requestBody: { content: { "application/json": { action: "create", tags: secretTags } } },
  };
export const keyCall: Pick<operations["batchCreateKmsTags"], "parameters" | "requestBody"> = {
  parameters: { path: { project_id: projectId, key_id: keyId } },
  requestBody: { content: { "application/json": { action: "delete", tags: keyTags } } },
};

// What a caller reads.

export function labelOf({ key, value = "" }: CsmsTag | KmsTag): string {
  return `${key}=${value}`;
}

export function plan(request: BatchCreateOrDeleteTagsRequest | BatchCreateKmsTagsRequest): string {
  const id: string = request.sequence ?? "no sequence";
  const action: string = request.action;
  return `${id}: ${action} ${request.tags.map(labelOf).join(", ")}`;
}

type Json<Response extends { content: { "application/json": unknown } }> =
  Response["content"]["application/json"];

export type AnyError =
  | Json<ResponseCsmsBadRequest>
  | Json<ResponseKmsBadRequest>
  | Json<ResponseCsmsUnauthorized>
  | Json<ResponseKmsUnauthorized>
  | Json<ResponseCsmsForbidden>
  | Json<ResponseKmsForbidden>
  | Json<ResponseCsmsNotFound>
  | Json<ResponseKmsNotFound>
  | Json<ResponseCsmsInternalServerError>
  | Json<ResponseKmsInternalServerError>
  | Json<ResponseCsmsBadGateway>
  | Json<ResponseKmsBadGateway>
  | Json<ResponseCsmsGatewayTimeout>
  | Json<ResponseKmsGatewayTimeout>;

export function codeOf(body: AnyError): string {
  const response: ErrorResponse = body;
  const detail: ErrorDetail = response.error;
  const code: string = detail.error_code;
  const text: string = detail.error_msg;
  return `${code}: ${text}`;
}

export function isEmpty(answer: ResponseCsmsNoContent | ResponseKmsNoContent): boolean {
  const body: undefined = answer.content;
  return body === undefined;
}

// The long way to the same types.

type SecretOperation = paths["/v1/{project_id}/csms/{secret_id}/tags/action"]["post"];
type KeyOperation = paths["/v1.0/{project_id}/kms/{key_id}/tags/action"]["post"];
type SecretAnswers = SecretOperation["responses"];
type KeyAnswers = KeyOperation["responses"];

export const statuses: readonly (keyof SecretAnswers & keyof KeyAnswers)[] = [
  204, 400, 401, 403, 404, 500, 502, 504,
];

export function errorOf(answer: SecretAnswers[400] | KeyAnswers[404]): string {
  return codeOf(answer.content["application/json"]);
}

export function sameTypes(
  request: SecretOperation["requestBody"]["content"]["application/json"],
  tag: components["schemas"]["CsmsTag"],
  project: components["parameters"]["ProjectId"],
  refusal: components["responses"]["CsmsBadRequest"],
): [BatchCreateOrDeleteTagsRequest, CsmsTag, ParameterProjectId, ResponseCsmsBadRequest] {
  return [request, tag, project, refusal];
}
