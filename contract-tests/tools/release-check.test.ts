import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { placeholders } from "../../scripts/lib/placeholders.js";

it("finds each placeholder, and no word that only begins like it", () => {
  const found = placeholders("package.json", {
    homepage: "https://github.com/OWNER/x",
    bugs: { "a/b": ["OWNER"] },
    name: "OWNERSHIP of the owner",
    version: 1,
  });
  expect(found.map((problem) => problem.split(":")[0])).toEqual([
    "package.json #/homepage",
    "package.json #/bugs/a~1b/0",
  ]);
});

it("exits 1 exactly where it names a problem", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/release-check.ts"],
    { encoding: "utf8" },
  );
  expect(stderr).toMatch(
    /^((package\.json|spec\/openapi\.yaml) #\/\S+: .* holds the placeholder.*\n)*$/,
  );
  expect(status).toBe(stderr === "" ? 0 : 1);
});
