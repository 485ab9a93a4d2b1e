import type { RequestCase, ResponseCase, Source, Suite, Wire } from "../../cases/case.js";
import { groupsOf } from "../../cases/group.js";

// The cases of listSecretTags, as one writes them who adds an operation.

const operation = "listSecretTags";
const source: Source = { page: "made up", table: "for a test" };

const wire: Wire = {
  method: "GET",
  template: "/v1/{project_id}/csms/{secret_id}/tags",
  success: 200,
  refusal: 400,
  sample: { path: { project_id: "p", secret_id: "s" }, target: "/v1/p/csms/s/tags" },
};

const { request, response } = groupsOf(operation, wire.sample.path);

const projectIds = request(source, "/path/project_id", (project_id) => ({
  path: { project_id, secret_id: "s" },
}));
const secretIds = request(source, "/path/secret_id", (secret_id) => ({
  path: { project_id: "p", secret_id },
}));

const requests: readonly RequestCase[] = [
  projectIds.accepts("list-project-id-1", "p"),
  projectIds.rejects("list-project-id-0", "", "minLength"),
  secretIds.accepts("list-secret-id-1", "s"),
  secretIds.rejects("list-secret-id-0", "", "minLength"),
];

const bodies = response("200", source);
const lists = response("200", source, "/tags", (tags) => ({ tags }));
const tags = response("200", source, "/tags/0", (tag) => ({ tags: [tag] }));
const keys = response("200", source, "/tags/0/key", (key) => ({ tags: [{ key }] }));
const values = response("200", source, "/tags/0/value", (value) => ({
  tags: [{ key: "env", value }],
}));

function errorCases(status: string): ResponseCase[] {
  const body = response(status, source);
  const errors = response(status, source, "/error", (error) => ({ error }));
  const error = { error_code: "A.1", error_msg: "No." };
  return [
    body.accepts(`list-${status}`, { error: { ...error, more: 1 }, more: 1 }),
    body.rejects(`list-${status}-text`, "No.", "type"),
    body.rejects(`list-${status}-empty`, {}, "required"),
    errors.rejects(`list-${status}-error-text`, "No.", "type"),
    errors.rejects(`list-${status}-error-empty`, {}, "required"),
    errors.rejects(`list-${status}-code-1`, { ...error, error_code: 1 }, "type /error/error_code"),
    errors.rejects(`list-${status}-msg-1`, { ...error, error_msg: 1 }, "type /error/error_msg"),
  ];
}

const responses: readonly ResponseCase[] = [
  bodies.accepts("list-tags", { tags: [{ key: "env", value: "prod" }], more: 1 }),
  bodies.rejects("list-text", "env", "type"),
  bodies.rejects("list-without-tags", {}, "required"),
  lists.rejects("list-tags-object", {}, "type"),
  tags.rejects("list-tag-text", "env", "type"),
  tags.rejects("list-tag-keyless", {}, "required"),
  tags.rejects("list-tag-unknown", { key: "env", note: "" }, "additionalProperties"),
  keys.accepts("list-key-1", "k"),
  keys.accepts("list-key-128", "k".repeat(128)),
  keys.rejects("list-key-0", "", "minLength"),
  keys.rejects("list-key-129", "k".repeat(129), "maxLength"),
  keys.rejects("list-key-reserved", "_sys_k", "pattern"),
  keys.rejects("list-key-number", 1, "type"),
  values.accepts("list-value-255", "v".repeat(255)),
  values.rejects("list-value-256", "v".repeat(256), "maxLength"),
  values.rejects("list-value-comma", ",", "pattern"),
  values.rejects("list-value-number", 1, "type"),
  ...["400", "401", "403", "404", "500", "502", "504"].flatMap(errorCases),
];

export const listSecretTags: Suite = { operations: { [operation]: wire }, requests, responses };
