import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Where a schema does not compile, nothing that Prism accepts proves anything. */
class CompilableFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFirst = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith("/contract/compilable.test.ts");
    return (await super.sort(files)).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  }
}

const config: ViteUserConfig = defineConfig({
  resolve: {
    // Tests import what users import: tsconfig.json maps the package's own names to the sources.
    tsconfigPaths: true,
    alias: {
      // There TypeScript wants the declarations, and a runtime the code beside them.
      "huaweicloud-dew-tags/validators": fileURLToPath(
        new URL("generated/validators.js", import.meta.url),
      ),
    },
  },
  test: {
    // Another document is held against the contract; the rest is about this repository.
    include: [
      process.env.SPEC ? "contract-tests/contract/**/*.test.ts" : "contract-tests/**/*.test.ts",
    ],
    sequence: { sequencer: CompilableFirst },
    reporters: [
      "default",
      ...(process.env.GITHUB_ACTIONS ? ["github-actions"] : []),
      "./contract-tests/kit/coverage/reporter.ts",
    ],
    // Each file starts processes of its own, and some wait: all cores pay.
    maxWorkers: "100%",
    // Prism and the compilers take a second or more to load: once a process, not once a file.
    isolate: false,
    // So no file may leave anything to the next.
    setupFiles: "contract-tests/support/clean-up.ts",
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

export default config;
