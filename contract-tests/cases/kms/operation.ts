import type { RequestCase, ResponseCase, Source } from "../case.js";
import { type Cases, requestGroup, responseGroup } from "../group.js";

/** What every request case of this folder is sent to, unless the path is its subject. */
export const operation = "batchCreateKmsTags";

const path: Readonly<Record<string, string>> = {
  project_id: "0123456789abcdef0123456789abcdef",
  key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
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
