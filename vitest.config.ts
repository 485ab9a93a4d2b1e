import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  // Tests import what users import: tsconfig.json maps the package's own names to the sources.
  resolve: { tsconfigPaths: true },
  test: { include: ["contract-tests/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 30_000 },
});

export default config;
