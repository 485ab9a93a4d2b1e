import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startServer } from "./child.js";
import { ENCODINGS } from "./hostile/encodings.js";
import { callSetup } from "./sample.js";
import type { Column, Row, Table } from "./table.js";

const COUNTS = [1000, 10_000, 100_000];
const MEBIBYTES = [1, 10, 64];
const TIME: Column = { id: "time", heading: "time, ms", unit: "ms" };
const MEMORY: Column = { id: "memory", heading: "more memory at its peak", unit: "B" };

/** What input costs that is made to cost much. Each is one run, in a process of its own. */
export async function measureHostile(): Promise<Table[]> {
  return [await measureProperties(), await measureAnswers(), await measureBombs()];
}

async function measureProperties(): Promise<Table> {
  const rows: Row[] = [];
  for (const count of COUNTS) {
    const figures = await runOnce("properties.js", { ...callSetup(""), count });
    rows.push({ id: `${count}`, name: count.toLocaleString("en"), figures });
  }
  return {
    id: "hostile-properties",
    title: "A verdict on a request with so many properties that are not allowed",
    columns: [TIME, MEMORY],
    rows,
  };
}

async function measureAnswers(): Promise<Table> {
  const rows: Row[] = [];
  for (const mebibytes of MEBIBYTES) {
    const figures = await runOnce("answer.js", { ...callSetup(""), mebibytes });
    rows.push({ id: `${mebibytes}`, name: `${mebibytes} MiB`, figures });
  }
  return {
    id: "hostile-answers",
    title: "A call that is answered with so much JSON full of escapes, the token masked in it",
    columns: [TIME, MEMORY],
    rows,
    note: "64 MiB is the most that the option maxResponseBytes allows; its default is 10 MiB.",
  };
}

async function measureBombs(): Promise<Table> {
  const server = await startServer("./hostile/bomb-server.ts");
  try {
    const rows: Row[] = [];
    for (const encoding of ENCODINGS) {
      const baseUrl = `${server.url}/${encoding}`;
      const { headers } = await fetch(baseUrl, { method: "HEAD" });
      const sent = Number(headers.get("content-length"));
      const figures = await runOnce("call.js", callSetup(baseUrl));
      rows.push({ id: encoding, name: encoding, figures: { sent, ...figures } });
    }
    return {
      id: "hostile-bombs",
      title: "A call that is answered with 1 GB, compressed",
      columns: [{ id: "sent", heading: "on the wire", unit: "B" }, TIME, MEMORY],
      rows,
      note: "The client stops reading at its limit, and the call fails as oversized.",
    };
  } finally {
    await server.stop();
  }
}

/** @returns what a module of hostile/ prints */
async function runOnce(module: string, setup: object): Promise<Row["figures"]> {
  const path = fileURLToPath(new URL(`hostile/${module}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, JSON.stringify(setup)]);
  return JSON.parse(stdout);
}
