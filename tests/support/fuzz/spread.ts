/** Inputs shorter than this are not compared: what a call costs whatever it is given is most of their time. */
const SHORTEST = 64;
const SAMPLE = 1000;
const SLOWEST = 15;
const TIMES = 12;

interface Slow {
  readonly text: string;
  readonly per: number;
}

interface Bucket {
  seen: number;
  /** Milliseconds a character of some inputs. */
  readonly sample: number[];
  readonly slowest: Slow[];
}

/** How much longer the worst input takes than the median one, by character, among inputs of comparable size. */
export interface Spread {
  readonly ratio: number;
  /** The input that takes longest for its size. */
  readonly worst: string;
}

/** Remembers what inputs take by size, and in the end measures the slowest again, for a first time may be the collector's. */
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
      remember(bucket, { text, per: milliseconds / text.length });
    },
    measure: async () => {
      let spread: Spread = { ratio: 1, worst: '' };
      for (const bucket of buckets.values()) {
        const own = await spreadIn(bucket, check);
        if (own.ratio > spread.ratio) spread = own;
      }
      return spread;
    },
  };
}

async function spreadIn({ sample, slowest }: Bucket, check: (text: string) => unknown): Promise<Spread> {
  const median = sample.sort((a, b) => a - b)[sample.length >> 1] ?? 1;
  let spread: Spread = { ratio: 1, worst: '' };
  for (const { text, per } of sample.length < 50 ? [] : slowest) {
    if (per / median <= spread.ratio) continue;
    const ratio = Math.min(per, await leastPer(text, check)) / median;
    if (ratio > spread.ratio) spread = { ratio, worst: text };
  }
  return spread;
}

function remember(bucket: Bucket, slow: Slow): void {
  bucket.seen += 1;
  if (bucket.sample.length < SAMPLE) bucket.sample.push(slow.per);
  else bucket.sample[bucket.seen % SAMPLE] = slow.per;
  const least = bucket.slowest.at(-1);
  if (bucket.slowest.length >= SLOWEST && least && least.per >= slow.per) return;
  bucket.slowest.push(slow);
  bucket.slowest.sort((a, b) => b.per - a.per);
  bucket.slowest.length = Math.min(bucket.slowest.length, SLOWEST);
}

/** Milliseconds a character at best. Paragraphs end in another number each time: what was read before is remembered. */
async function leastPer(text: string, check: (text: string) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TIMES; i++) {
    const varied = text.replaceAll(/(?=\n\n|\r\r|\r\n\r\n)|$/g, String(i));
    const start = performance.now();
    try {
      await check(varied);
    } catch {
      // Only the time counts here.
    }
    least = Math.min(least, (performance.now() - start) / varied.length);
  }
  return least;
}
