/** What every request case of this folder is sent to, unless the path is its subject. */
export const operation = "batchCreateOrDeleteTags";

export const path: Readonly<Record<string, string>> = {
  project_id: "0123456789abcdef0123456789abcdef",
  secret_id: "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e",
};
