import type { RequestCase, ResponseCase, Source } from "../case.js";
import { type Cases, requestGroup, responseGroup } from "../group.js";

/** What every request case of this folder is sent to, unless the path is its subject. */
export const operation = "batchCreateOrDeleteTags";

const path: Readonly<Record<string, string>> = {
  project_id: "0123456789abcdef0123456789abcdef",
  secret_id: "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e",
};

/** A body that adds tags. */
export const create = (tags: unknown): { action: string; tags: unknown } => ({
  action: "create",
  tags,
});

export const request = (
  source: Source,
  at: string,
  withValue: (value: never) => RequestCase["request"],
): Cases<RequestCase> =>
  requestGroup({
    operation,
    source,
    at,
    with: withValue as (value: unknown) => RequestCase["request"],
  });

/** Cases of the body; an absent body where the value is undefined. */
export const inBody = (
  source: Source,
  at: string,
  body: (value: unknown) => unknown,
): Cases<RequestCase> =>
  request(source, at, (value) => (value === undefined ? { path } : { path, body: body(value) }));

export const response = (
  status: string,
  source: Source,
  at = "",
  body: (value: unknown) => unknown = (value) => value,
): Cases<ResponseCase> => responseGroup({ operation, status, source, at, with: body });
