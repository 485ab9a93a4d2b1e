/** Stands for the owner of the repository, whom this repository does not know. */
const PLACEHOLDER = "OWNER";

/** Each text of a document that holds the placeholder, as a sentence that says where it is. */
export function placeholders(file: string, node: unknown, pointer = "#"): string[] {
  if (typeof node === "string") {
    if (!new RegExp(`\\b${PLACEHOLDER}\\b`).test(node)) return [];
    return [
      `${file} ${pointer}: ${node} holds the placeholder ${PLACEHOLDER}: put your own there.`,
    ];
  }
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    placeholders(file, value, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}
