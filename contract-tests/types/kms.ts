// Compiled, never run: what the type system tells of a request to KMS. Where an
// error is expected, the comment names the case that says the same at run time.

import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import type { BatchCreateKmsTagsRequest, CsmsTag } from "huaweicloud-dew-tags/types";

const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
const path = { project_id: "p", key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f" };
const csmsPath = { project_id: "p", secret_id: "s" };
const tags = [{ key: "env", value: "prod" }];
const csmsTags: CsmsTag[] = [{ key: "env" }];
const body: BatchCreateKmsTagsRequest = { action: "create", tags };

function send(body: BatchCreateKmsTagsRequest): void {
  dew.batchCreateKmsTags({ params: { path }, body });
}

// What the contract allows.

send({ action: "create", tags: [{ key: "env", value: "prod" }] });
send({ action: "delete", tags: [{ key: "env" }, { key: "team", value: "" }] });
send({ action: "create", tags, sequence: "919c82d4-8046-4722-9094-35c3c6524cff" });
// The tags of the two services differ only in what no type can tell.
send({ action: "create", tags: csmsTags });

// What no type can tell is for the validator: kms-tags-0, kms-key-0, kms-key-id-alias.

send({ action: "create", tags: [] });
send({ action: "create", tags: [{ key: "" }] });
dew.batchCreateKmsTags({ params: { path: { project_id: "p", key_id: "alias/env" } }, body });

// Tags.

// @ts-expect-error kms-key-absent
send({ action: "create", tags: [{ value: "prod" }] });
// @ts-expect-error kms-key-number
send({ action: "create", tags: [{ key: 1 }] });
// @ts-expect-error kms-value-null
send({ action: "create", tags: [{ key: "env", value: null }] });
// @ts-expect-error kms-value-number
send({ action: "create", tags: [{ key: "env", value: 1 }] });
// @ts-expect-error kms-tag-empty-object
send({ action: "create", tags: [{}] });
// @ts-expect-error kms-tag-string
send({ action: "create", tags: ["env"] });
// @ts-expect-error kms-tag-unknown-ascii
send({ action: "create", tags: [{ key: "env", value: "prod", note: "x" }] });
// @ts-expect-error kms-tag-unknown-of-the-body
send({ action: "create", tags: [{ key: "env", value: "prod", action: "create" }] });
// @ts-expect-error kms-tags-absent
send({ action: "create" });
// @ts-expect-error kms-tags-object
send({ action: "create", tags: { key: "env", value: "prod" } });

// The body.

// @ts-expect-error kms-action-absent
send({ tags });
// @ts-expect-error kms-action-empty
send({ action: "", tags });
// @ts-expect-error kms-action-other
send({ action: "update", tags });
// @ts-expect-error kms-action-both
send({ action: "create,delete", tags });
// @ts-expect-error kms-sequence-number
send({ action: "create", tags, sequence: 1 });
// @ts-expect-error kms-unknown-ascii
send({ action: "create", tags, note: "x" });
// @ts-expect-error kms-unknown-of-a-tag
send({ action: "create", tags, key: "env" });
// @ts-expect-error kms-body-null
send(null);
// @ts-expect-error kms-body-absent
dew.batchCreateKmsTags({ params: { path } });

// The path. No case can lack a parameter: a URL always has something in its place.

// @ts-expect-error: key_id is missing
dew.batchCreateKmsTags({ params: { path: { project_id: "p" } }, body });
// @ts-expect-error: of the other operation
dew.batchCreateKmsTags({ params: { path: csmsPath }, body });
// @ts-expect-error: an id is a text
dew.batchCreateKmsTags({ params: { path: { ...path, key_id: 1 } }, body });
