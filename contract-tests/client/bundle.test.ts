import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";

const CONTENTS = `
  import { createDewTagsClient, token } from "huaweicloud-dew-tags";
  export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`;

/** The sources of each file of a bundle. */
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
  const files = Object.values(metafile.outputs).map(({ inputs }) => Object.keys(inputs));
  return { files, text: outputFiles.map(({ text }) => text).join("") };
}

it.each([
  ["a browser has nothing of", "browser", 0],
  ["Node has", "node", 3],
] as const)("a bundle for %s Node's transport", async (_, platform, modules) => {
  const { files, text } = await bundle(platform);
  const inputs = files.flat();
  const own = /^node:|transport\/(node|decode|light-response)\.ts$/;
  expect(inputs).toContain("src/client/transport/fetch.ts");
  expect(inputs.filter((input) => own.test(input))).toHaveLength(modules);
  expect(/node:(https?|zlib|stream)/.test(text)).toBe(modules > 0);
});

it("keeps openapi-fetch apart from what is loaded at first", async () => {
  const { files } = await bundle("browser");
  const packages = files.map((inputs) => inputs.filter((input) => /node_modules/.test(input)));
  expect(packages.flat()).toEqual([expect.stringContaining("/openapi-fetch/")]);
  expect(files.filter((inputs) => inputs.includes("<stdin>"))).toEqual([
    expect.not.arrayContaining(packages.flat()),
  ]);
});
