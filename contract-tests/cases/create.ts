/** A body that adds tags. */
export const create = (tags: unknown): { action: string; tags: unknown } => ({
  action: "create",
  tags,
});
