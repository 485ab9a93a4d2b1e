import { timePerCall } from "./calls.js";
import { type Contender, makeOpenapiFetch, makeOurs, PlainRequest } from "./clients.js";
import { compare, type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

// Many short samples: where the machine turns to something else, it spoils few of them.
const LOAD = { calls: 100, concurrency: 1 };
const ROUNDS = { warmUps: 50, rounds: 200 };
const BASE_URL = "http://127.0.0.1:1";

/** What a call costs besides the network: `fetch` is a stub that answers at once. */
export async function measureOverhead(effort: Effort): Promise<Table[]> {
  const answer = new Response(null, { status: 204 });
  const fetch = async () => answer;
  const contenders: Contender[] = [
    await makeOurs("token", { baseUrl: BASE_URL, fetch }),
    {
      ...(await makeOurs("token", { baseUrl: BASE_URL, fetch, validate: false })),
      id: "unvalidated",
      name: "  validate: false",
    },
    await makeOurs("aksk", { baseUrl: BASE_URL, fetch }),
    makeOpenapiFetch(BASE_URL, { fetch }),
    {
      ...makeOpenapiFetch(BASE_URL, { fetch, Request: PlainRequest as unknown as typeof Request }),
      id: "floor",
      name: "openapi-fetch, no Request made",
    },
  ];
  const samples: Record<string, number[]> = await interleave(
    Object.fromEntries(
      contenders.map((contender) => [contender.id, () => timePerCall(contender, LOAD)]),
    ),
    rounds(effort, ROUNDS),
  );
  const over = (id: string, other: string) =>
    compare(samples[id] ?? [], samples[other] ?? [], (own, base) => own - base);
  return [
    {
      id: "overhead",
      title: "A call with a stub for fetch: what the client itself takes, µs",
      columns: [
        { id: "time", heading: "in all", unit: "µs" },
        { id: "over-openapi-fetch", heading: "over openapi-fetch", unit: "µs" },
        { id: "over-floor", heading: "over its floor", unit: "µs" },
      ],
      rows: contenders.map(({ id, name }) => ({
        id,
        name,
        figures: {
          time: spread(samples[id] ?? []),
          ...(id !== "openapi-fetch" &&
            id !== "floor" && {
              "over-openapi-fetch": over(id, "openapi-fetch"),
              "over-floor": over(id, "floor"),
            }),
        },
      })),
      note:
        "openapi-fetch makes a Request for each call. Its floor is what it takes where a plain " +
        "object stands in, as it does in this package.",
    },
  ];
}
