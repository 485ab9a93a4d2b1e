import type { Zod, ZodSchema } from "./peers.js";

/**
 * The document's first operation as one would write it for zod: lengths in code points, keys
 * unique.
 * The measurement begins by making sure that it agrees with the contract cases.
 */
export function zodRequest(z: Zod): ZodSchema {
  const tag = z.strictObject({
    key: z
      .string()
      .min(1)
      .refine(atMost(128), "must have at most 128 characters")
      .regex(/^((?!\s)(?!_sys_)[\p{L}\p{Z}\p{N}_.:=+\-@]*)(?<!\s)$/u),
    value: z
      .string()
      .refine(atMost(255), "must have at most 255 characters")
      .regex(/^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u)
      .optional(),
  });
  return z.object({
    path: z.object({ project_id: z.string().min(1), secret_id: z.string().min(1) }),
    body: z.strictObject({
      action: z.enum(["create", "delete"]),
      tags: z.array(tag).min(1).max(20).refine(areKeysUnique, "must have a key of its own each"),
      sequence: z
        .string()
        .refine((text: string) => codePoints(text) === 36, "must have 36 characters")
        .optional(),
    }),
  });
}

function areKeysUnique(tags: readonly { readonly key: string }[]): boolean {
  return new Set(tags.map(({ key }) => key)).size === tags.length;
}

function atMost(limit: number): (text: string) => boolean {
  return (text) => text.length <= limit || codePoints(text) <= limit;
}

function codePoints(text: string): number {
  return [...text].length;
}
