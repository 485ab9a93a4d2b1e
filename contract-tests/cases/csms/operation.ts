import type { Wire } from "../case.js";
import { type Groups, groupsOf } from "../group.js";

export const operation = "batchCreateOrDeleteTags";

export const wire: Wire = {
  method: "POST",
  template: "/v1/{project_id}/csms/{secret_id}/tags/action",
  success: 204,
  refusal: 400,
  sample: {
    path: {
      project_id: "0123456789abcdef0123456789abcdef",
      secret_id: "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e",
    },
    body: {
      action: "create",
      tags: [
        { key: "key1", value: "value1" },
        { key: "密钥", value: "" },
      ],
      sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
    },
    target:
      "/v1/0123456789abcdef0123456789abcdef/csms/bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e/tags/action",
    text: '{"action":"create","tags":[{"key":"key1","value":"value1"},{"key":"密钥","value":""}],"sequence":"919c82d4-8046-4722-9094-35c3c6524cff"}',
  },
};

const groups = groupsOf(operation, wire.sample.path);
export const request: Groups["request"] = groups.request;
export const inBody: Groups["inBody"] = groups.inBody;
export const response: Groups["response"] = groups.response;
