import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

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
  test: { include: ["contract-tests/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 30_000 },
});

export default config;
