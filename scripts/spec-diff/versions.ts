import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { SpecDiffError } from "./spec-diff-error.js";

/** The three places that name the version of a release. */
export interface Versions {
  readonly packageJson: string;
  readonly spec: string;
  readonly changelog: string;
}

export async function readVersions(root: string): Promise<Versions> {
  const read = async (name: string, versionOf: (text: string) => string | undefined) => {
    try {
      return versionOf(await readFile(join(root, name), "utf8")) ?? "missing";
    } catch (error) {
      throw new SpecDiffError(`${name} cannot be read: ${(error as Error).message}`);
    }
  };
  const [packageJson, spec, changelog] = await Promise.all([
    read("package.json", (text) => JSON.parse(text).version),
    read("spec/openapi.yaml", (text) => (parseYaml(text) as Spec | undefined)?.info?.version),
    // The first heading with a version: "Unreleased" stands above it.
    read("CHANGELOG.md", (text) => /^## \[?(\d+\.\d+\.\d+[^\]\s]*)/m.exec(text)?.[1]),
  ]);
  return { packageJson, spec, changelog };
}

interface Spec {
  readonly info?: { readonly version?: string };
}
