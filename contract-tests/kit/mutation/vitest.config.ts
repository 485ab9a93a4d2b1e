import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import shared from "../../../vitest.config.js";
import { MutationReporter } from "./reporter.js";

const config: ViteUserConfig = mergeConfig(
  { ...shared, test: {} },
  defineConfig({
    root: fileURLToPath(new URL("../../../", import.meta.url)),
    test: {
      include: ["contract-tests/kit/mutation/suites/*.mutation.ts"],
      // What survives has been through every case.
      testTimeout: 180_000,
      // Prism takes a second or more to load: once a process, not once a file.
      pool: "forks",
      isolate: false,
      maxWorkers: availableParallelism(),
      reporters: [new MutationReporter()],
    },
  }),
);

export default config;
