import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** Bytes of a bundle for a browser. */
export interface Weight {
  /** What a page loads at first, minified. */
  readonly minified: number;
  /** The same, compressed by brotli. */
  readonly brotli: number;
  /** What it loads when it is needed, compressed by brotli. */
  readonly later: number;
}

/** Bundles as for a page: what `import()` loads comes apart. */
export async function weigh(options: BuildOptions): Promise<Weight> {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    splitting: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    outdir: ".",
    write: false,
    metafile: true,
  });
  const { outputs } = metafile;
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const first = new Set(Object.keys(outputs).filter((name) => !imported.includes(name)));
  // Grows as it is walked.
  for (const name of first) {
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === "import-statement" && path in outputs) first.add(path);
    }
  }
  const weight = { minified: 0, brotli: 0, later: 0 };
  for (const { path, contents } of outputFiles) {
    const brotli = brotliCompressSync(contents).length;
    if ([...first].some((name) => resolve(name) === path)) {
      weight.minified += contents.length;
      weight.brotli += brotli;
    } else weight.later += brotli;
  }
  return weight;
}
