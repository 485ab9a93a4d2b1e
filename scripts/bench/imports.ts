import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENTRY } from "./ours.js";
import { installPeers, VENDOR_SDK } from "./peers.js";
import { compare, type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

const ROUNDS = { warmUps: 2, rounds: 20 };

/** What an import adds to the start of a process that does nothing else. */
export async function measureImports(effort: Effort): Promise<Table[]> {
  installPeers();
  const contenders = [
    { id: "empty", name: "empty Node", urls: [] },
    { id: "this", name: "this package", urls: [pathToFileURL(ENTRY).href] },
    ...["openapi-fetch", "axios", "ky", "zod"].map((name) => ({
      id: name,
      name,
      urls: [import.meta.resolve(name)],
    })),
    {
      id: "sdk",
      name: "vendor's SDK core",
      urls: [VENDOR_SDK, `${VENDOR_SDK}/ClientBuilder.js`].map((name) => import.meta.resolve(name)),
    },
  ];
  const folder = await mkdtemp(join(tmpdir(), "dew-tags-bench-"));
  try {
    for (const { id, urls } of contenders) {
      const lines = urls.map((url) => `import ${JSON.stringify(url)};\n`);
      await writeFile(join(folder, `${id}.mjs`), lines.join(""));
    }
    const samples: Record<string, number[]> = await interleave(
      Object.fromEntries(contenders.map(({ id }) => [id, () => timeProcess(folder, `${id}.mjs`)])),
      rounds(effort, ROUNDS),
    );
    return [
      {
        id: "import",
        title: "Import in a fresh process: from spawn to exit, ms",
        columns: [
          { id: "process", heading: "process", unit: "ms" },
          { id: "over-empty", heading: "over empty Node", unit: "ms" },
        ],
        rows: contenders.map(({ id, name }) => ({
          id,
          name,
          figures: {
            process: spread(samples[id] ?? []),
            ...(id !== "empty" && {
              "over-empty": compare(samples[id] ?? [], samples.empty ?? [], (own, no) => own - no),
            }),
          },
        })),
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function timeProcess(cwd: string, file: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: "utf8" });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`);
  return time;
}
