// Compiled, never run: what the type system tells of a request to CSMS. Where an
// error is expected, the comment names the case that says the same at run time.

import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import type { BatchCreateOrDeleteTagsRequest, KmsTag } from "huaweicloud-dew-tags/types";

const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
const path = { project_id: "p", secret_id: "s" };
const kmsPath = { project_id: "p", key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f" };
const tags = [{ key: "env", value: "prod" }];
const kmsTags: KmsTag[] = [{ key: "env" }];
const body: BatchCreateOrDeleteTagsRequest = { action: "create", tags };

function send(body: BatchCreateOrDeleteTagsRequest): void {
  dew.batchCreateOrDeleteTags({ params: { path }, body });
}

// What the contract allows.

send({ action: "create", tags: [{ key: "env", value: "prod" }] });
send({ action: "delete", tags: [{ key: "env" }, { key: "team", value: "" }] });
send({ action: "create", tags, sequence: "919c82d4-8046-4722-9094-35c3c6524cff" });
// The tags of the two services differ only in what no type can tell.
send({ action: "create", tags: kmsTags });

// What no type can tell is for the validator: csms-tags-0, csms-key-0, csms-key-reserved-alone,
// csms-project-id-empty, csms-sequence-35-ascii.

send({ action: "create", tags: [] });
send({ action: "create", tags: [{ key: "" }] });
send({ action: "create", tags: [{ key: "_sys_" }] });
send({ action: "create", tags, sequence: "35" });
dew.batchCreateOrDeleteTags({ params: { path: { project_id: "", secret_id: "" } }, body });

// Tags.

// @ts-expect-error csms-key-absent
send({ action: "create", tags: [{ value: "prod" }] });
// @ts-expect-error csms-key-null
send({ action: "create", tags: [{ key: null }] });
// @ts-expect-error csms-key-number
send({ action: "create", tags: [{ key: 1 }] });
// @ts-expect-error csms-key-array
send({ action: "create", tags: [{ key: ["env"] }] });
// @ts-expect-error csms-value-null
send({ action: "create", tags: [{ key: "env", value: null }] });
// @ts-expect-error csms-value-number
send({ action: "create", tags: [{ key: "env", value: 1 }] });
// @ts-expect-error csms-value-boolean
send({ action: "create", tags: [{ key: "env", value: true }] });
// @ts-expect-error csms-tag-empty-object
send({ action: "create", tags: [{}] });
// @ts-expect-error csms-tag-string
send({ action: "create", tags: ["env"] });
// @ts-expect-error csms-tag-array
send({ action: "create", tags: [["env", "prod"]] });
// @ts-expect-error csms-tag-unknown-ascii
send({ action: "create", tags: [{ key: "env", value: "prod", note: "x" }] });
// @ts-expect-error csms-tag-unknown-capitalized
send({ action: "create", tags: [{ key: "env", value: "prod", Key: "env" }] });
// @ts-expect-error csms-tag-unknown-plural
send({ action: "create", tags: [{ key: "env", value: "prod", values: ["prod"] }] });
// @ts-expect-error csms-tags-absent
send({ action: "create" });
// @ts-expect-error csms-tags-string
send({ action: "create", tags: "env" });
// @ts-expect-error csms-tags-object
send({ action: "create", tags: { key: "env", value: "prod" } });

// The body.

// @ts-expect-error csms-action-absent
send({ tags });
// @ts-expect-error csms-action-null
send({ action: null, tags });
// @ts-expect-error csms-action-other
send({ action: "update", tags });
// @ts-expect-error csms-action-capitals
send({ action: "DELETE", tags });
// @ts-expect-error csms-sequence-number
send({ action: "create", tags, sequence: 1 });
// @ts-expect-error csms-sequence-null
send({ action: "create", tags, sequence: null });
// @ts-expect-error csms-unknown-ascii
send({ action: "create", tags, note: "x" });
// @ts-expect-error csms-unknown-singular
send({ action: "create", tags, tag: { key: "env" } });
// @ts-expect-error csms-body-empty-object
send({});
// @ts-expect-error csms-body-null
send(null);
// @ts-expect-error csms-body-string
send("create");
// @ts-expect-error csms-body-absent
dew.batchCreateOrDeleteTags({ params: { path } });

// The path. No case can lack a parameter: a URL always has something in its place.

// @ts-expect-error: secret_id is missing
dew.batchCreateOrDeleteTags({ params: { path: { project_id: "p" } }, body });
// @ts-expect-error: project_id is missing
dew.batchCreateOrDeleteTags({ params: { path: { secret_id: "s" } }, body });
// @ts-expect-error: of the other operation
dew.batchCreateOrDeleteTags({ params: { path: kmsPath }, body });
// @ts-expect-error: an id is a text
dew.batchCreateOrDeleteTags({ params: { path: { ...path, secret_id: 1 } }, body });
// @ts-expect-error: there is no query
dew.batchCreateOrDeleteTags({ params: { path, query: { limit: 1 } }, body });
// @ts-expect-error: there are no parameters at all
dew.batchCreateOrDeleteTags({ body });
// @ts-expect-error: nothing is sent
dew.batchCreateOrDeleteTags();
