/** Mutants that nothing can tell from the contract, and why. */
export interface Equivalents {
  /** A name of operators/index.ts. */
  readonly operator: string;
  readonly reason: string;
  /** Pointer and change; without `(for … alone)` an entry is for all operations and each alone. */
  readonly mutants: readonly string[];
}

/** An entry that is no longer made, or that is killed, fails the run. */
export const equivalents: readonly Equivalents[] = [
  {
    operator: "types",
    reason:
      "A path holds text: a value of another type never arrives, whether it is allowed or not.",
    mutants: ["ProjectId", "SecretId", "KeyId"].flatMap((name) =>
      [
        '"string" dropped',
        '"string" → ["string","array"]',
        '"string" → ["string","boolean"]',
        '"string" → ["string","null"]',
        '"string" → ["string","number"]',
        '"string" → ["string","object"]',
      ].map((change) => `/components/parameters/${name}/schema/type ${change}`),
    ),
  },
  {
    operator: "mediaTypes",
    reason: "Prism takes every media type that ends in +json for JSON, documented or not.",
    mutants: [
      '/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action/post/requestBody/content/application~1merge-patch+json {"schema":{"$ref":"#/components/schemas/BatchCreateOrDelete… added',
      '/paths/~1v1.0~1{project_id}~1kms~1{key_id}~1tags~1action/post/requestBody/content/application~1merge-patch+json {"schema":{"$ref":"#/components/schemas/BatchCreateKmsTagsR… added',
    ],
  },
];
