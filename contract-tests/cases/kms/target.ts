/** What every request case of this folder is sent to, unless the path is its subject. */
export const operation = "batchCreateKmsTags";

export const path: Readonly<Record<string, string>> = {
  project_id: "0123456789abcdef0123456789abcdef",
  key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
};
