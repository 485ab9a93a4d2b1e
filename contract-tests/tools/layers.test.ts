import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../support/workspace.js";

const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

/** What each folder may import. Everything else in the list is a breach. */
const layers: Record<string, readonly string[]> = {
  "src/text": [],
  "src/client": ["src/text", "generated"],
  "src/mock": ["src/text", "generated"],
  "src/testing": ["src/text", "generated"],
  "src/verify": ["src/client", "src/mock", "src/text", "generated"],
  "src/cli": ["src/verify", "src/client", "src/mock", "src/testing", "src/text", "generated"],
  generated: [],
};

/** Lints `files` under this project's own configuration: "path: rule" for each finding. */
function lint(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "layers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const args = ["lint", "--reporter=json", "--max-diagnostics=none", "--vcs-enabled=false", "."];
  const options = { cwd: folder, encoding: "utf8" } as const;
  const { stdout } = spawnSync(process.execPath, [biome, ...args], options);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  return diagnostics
    .map(({ category, location }) => `${location.path}: ${category.split("/").at(-1)}`)
    .sort();
}

test("every folder of src has a layer", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}`);
  expect(Object.keys(layers)).toEqual(expect.arrayContaining(folders));
});

test("the linter refuses an import that goes up a layer, or across", () => {
  const pairs = Object.keys(layers).flatMap((from) =>
    Object.keys(layers)
      .filter((to) => to !== from)
      .map((to) => ({ from, to, file: `${from}/${to.replace("/", "-")}.ts` })),
  );
  const up = (from: string) => "../".repeat(from.split("/").length);
  const files = pairs.map(({ from, to, file }) => [
    file,
    `export * from "${up(from)}${to}/any.js";\n`,
  ]);
  const breaches = pairs.filter(({ from, to }) => !layers[from]?.includes(to));

  expect(lint(Object.fromEntries(files))).toEqual(
    breaches.map(({ file }) => `${file}: noRestrictedImports`).sort(),
  );
});

test("the linter refuses a circle, also of types alone", () => {
  const found = lint({
    "scripts/a.ts": `import type { B } from "./b.js";\nexport type A = B | 1;\n`,
    "scripts/b.ts": `import type { A } from "./a.js";\nexport type B = A[];\n`,
  });
  expect(found).toEqual(["scripts/a.ts: noImportCycles", "scripts/b.ts: noImportCycles"]);
});
