import type { Wire } from "../case.js";
import { type Groups, groupsOf } from "../group.js";

export const operation = "batchCreateKmsTags";

export const wire: Wire = {
  method: "POST",
  template: "/v1.0/{project_id}/kms/{key_id}/tags/action",
  success: 204,
  refusal: 400,
  sample: {
    path: {
      project_id: "0123456789abcdef0123456789abcdef",
      key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    },
    body: { action: "delete", tags: [{ key: "key1", value: "value1" }, { key: "🔑" }] },
    target:
      "/v1.0/0123456789abcdef0123456789abcdef/kms/0d0466b0-e727-4d9c-b35d-f84bb474a37f/tags/action",
    text: '{"action":"delete","tags":[{"key":"key1","value":"value1"},{"key":"🔑"}]}',
  },
};

const groups = groupsOf(operation, wire.sample.path);
export const request: Groups["request"] = groups.request;
export const inBody: Groups["inBody"] = groups.inBody;
export const response: Groups["response"] = groups.response;
