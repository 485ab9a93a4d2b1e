/** The median of a sample and its middle half, which an odd slow round does not move. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Rounds {
  /** Measured and thrown away: the engine still compiles, connections open. */
  readonly warmUps: number;
  readonly rounds: number;
}

/** Measures once, and says what one of what it measures takes. */
export type Sample = () => number | Promise<number>;

/**
 * Samples each contender once a round. Whoever comes first and who comes after whom changes from
 * round to round, so that a drift of the machine, or rubbish that one leaves, falls on all alike.
 */
export async function interleave<Id extends string>(
  contenders: Readonly<Record<Id, Sample>>,
  { warmUps, rounds }: Rounds,
): Promise<Record<Id, number[]>> {
  const ids = Object.keys(contenders) as Id[];
  const samples = Object.fromEntries(ids.map((id) => [id, []])) as unknown as Record<Id, number[]>;
  for (let round = -warmUps; round < rounds; round++) {
    const first = Math.abs(round) % ids.length;
    const order = [...ids.slice(first), ...ids.slice(0, first)];
    if (round % 2 !== 0) order.reverse();
    for (const id of order) {
      const sample = await contenders[id]();
      if (round >= 0) samples[id].push(sample);
    }
  }
  return samples;
}

export function spread(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), low: at(sorted, 0.25), high: at(sorted, 0.75) };
}

/** Compares two contenders round by round: what slowed a round down slowed both. */
export function compare(
  samples: readonly number[],
  others: readonly number[],
  by: (sample: number, other: number) => number,
): Spread {
  return spread(samples.map((sample, round) => by(sample, others[round] as number)));
}

/** @returns the value below which that part of a sorted sample lies, interpolated */
function at(sorted: readonly number[], part: number): number {
  const index = part * (sorted.length - 1);
  const below = sorted[Math.floor(index)] ?? Number.NaN;
  const above = sorted[Math.ceil(index)] ?? below;
  return below + (above - below) * (index % 1);
}

/** How much is measured: all, or just enough to see where it goes. */
export interface Effort {
  readonly quick: boolean;
}

export function rounds({ quick }: Effort, { warmUps, rounds }: Rounds): Rounds {
  const part = quick ? 5 : 1;
  return { warmUps: Math.ceil(warmUps / part), rounds: Math.ceil(rounds / part) };
}
