import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";

const CONTENTS = `
  import { createDewTagsClient, token } from "huaweicloud-dew-tags";
  export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`;

/** The smallest use, bundled as for a page or a server. */
async function bundle(platform: "browser" | "node") {
  const { metafile, outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: ROOT },
    tsconfig: join(ROOT, "tsconfig.json"),
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    outdir: ".",
    format: "esm",
    platform,
    write: false,
    metafile: true,
  });
  return { metafile, text: outputFiles.map(({ text }) => text).join("") };
}

it.each([
  ["a browser has nothing of", "browser", 0],
  ["Node has", "node", 4],
] as const)("a bundle for %s Node's transport", async (_, platform, modules) => {
  const { metafile, text } = await bundle(platform);
  const inputs = Object.keys(metafile.inputs);
  const own = /^node:|transport\/(node|decode|failure|light-response)\.ts$/;
  expect(inputs).toContain("src/client/transport/send-by-fetch.ts");
  expect(inputs.filter((input) => own.test(input))).toHaveLength(modules);
  expect(/node:(https?|zlib|stream)/.test(text)).toBe(modules > 0);
});

it("leaves openapi-fetch to import()", async () => {
  const { outputs } = (await bundle("browser")).metafile;
  const isItsFile = ({ path }: { path: string }) =>
    Object.keys(outputs[path]?.inputs ?? {}).some((input) => input.includes("/openapi-fetch/"));
  const imports = Object.values(outputs).flatMap(({ imports }) => imports.filter(isItsFile));
  expect(imports.map(({ kind }) => kind)).toEqual(Array(3).fill("dynamic-import"));
});
