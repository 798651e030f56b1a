/** Inputs shorter than this are not compared: what a call costs whatever it is given is most of their time. */
const SHORTEST = 64;
const SAMPLE = 150;
const SLOWEST = 15;
const TIMES = 5;

interface Bucket {
  seen: number;
  readonly sample: string[];
  readonly slowest: { readonly text: string; readonly per: number }[];
}

/** How much longer the worst input takes than the median one, by character, among inputs of comparable size. */
export interface Spread {
  readonly ratio: number;
  /** The input that takes longest for its size. */
  readonly worst: string;
}

/** Remembers inputs by size, some of them and the slowest, and in the end measures those again, for a first time may be the collector's. */
export function spreadMeter(check: (text: string) => unknown): {
  readonly seen: (text: string, milliseconds: number) => void;
  readonly measure: () => Promise<Spread>;
} {
  const buckets = new Map<number, Bucket>();
  return {
    seen: (text, milliseconds) => {
      if (text.length < SHORTEST) return;
      const size = Math.floor(Math.log2(text.length));
      const bucket = buckets.get(size) ?? { seen: 0, sample: [], slowest: [] };
      buckets.set(size, bucket);
      remember(bucket, text, milliseconds / text.length);
    },
    measure: async () => {
      let spread: Spread = { ratio: 1, worst: '' };
      for (const { sample, slowest } of buckets.values()) {
        if (sample.length < 50) continue;
        const usual = await times(sample, check);
        const slow = await times(
          slowest.map(({ text }) => text),
          check,
        );
        const median = usual.map(({ per }) => per).sort((a, b) => a - b)[usual.length >> 1] ?? 1;
        const worst = [...usual, ...slow].reduce((a, b) => (b.per > a.per ? b : a));
        // Once more, and longer: a busy machine makes anything slow.
        const per = Math.min(worst.per, (await leastTime(worst.text, 10 * TIMES, check)) / worst.text.length);
        if (per / median > spread.ratio) spread = { ratio: per / median, worst: worst.text };
      }
      return spread;
    },
  };
}

function remember(bucket: Bucket, text: string, per: number): void {
  bucket.seen += 1;
  if (bucket.sample.length < SAMPLE) bucket.sample.push(text);
  else if (bucket.seen % 7 === 0) bucket.sample[bucket.seen % SAMPLE] = text;
  const least = bucket.slowest.at(-1);
  if (bucket.slowest.length >= SLOWEST && least && least.per >= per) return;
  bucket.slowest.push({ text, per });
  bucket.slowest.sort((a, b) => b.per - a.per);
  bucket.slowest.length = Math.min(bucket.slowest.length, SLOWEST);
}

async function times(
  texts: readonly string[],
  check: (text: string) => unknown,
): Promise<{ readonly text: string; readonly per: number }[]> {
  const measured: { readonly text: string; readonly per: number }[] = [];
  for (const text of texts) {
    measured.push({ text, per: (await leastTime(text, TIMES, check)) / text.length });
  }
  return measured;
}

async function leastTime(text: string, times: number, check: (text: string) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await check(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
