import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";

it.each([
  ["a browser has nothing of", "browser", 0],
  ["Node has", "node", 3],
] as const)("a bundle for %s Node's transport", async (_, platform, modules) => {
  const contents = `
    import { createDewTagsClient, token } from "huaweicloud-dew-tags";
    export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`;
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    tsconfig: join(ROOT, "tsconfig.json"),
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    platform,
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  const own = /^node:|transport\/(node|decode|light-response)\.ts$/;
  expect(inputs).toContain("src/client/transport/fetch.ts");
  expect(inputs.filter((input) => own.test(input))).toHaveLength(modules);
  expect(/node:(https?|zlib|stream)/.test(outputFiles[0]?.text ?? "")).toBe(modules > 0);
});
