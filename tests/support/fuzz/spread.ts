/** Inputs shorter than this are not compared: what a call costs whatever it is given is most of their time. */
const SHORTEST_BYTES = 64;
/** Inputs of a size that are kept to find the median among; fewer than `FEWEST` have none. */
const [SAMPLE, FEWEST] = [400, 50];
/** The inputs around the median, and the slowest ones, that are measured again. */
const [MIDDLE, SLOWEST] = [21, 20];
/** The best of so many times counts: the others are the collector's, the compiler's or another process's. */
const TIMES = 12;

interface Timed {
  readonly text: string;
  /** Milliseconds a byte. */
  readonly per: number;
}

interface Bucket {
  seen: number;
  readonly sample: Timed[];
  readonly slowest: Timed[];
}

/** How much longer the worst input takes than the median one, by byte of UTF-8, among inputs of comparable size. */
export interface Spread {
  readonly ratio: number;
  /** The input that takes longest for its size. */
  readonly worst: string;
}

/**
 * Notes what inputs take, by size (from one power of two to the next), and in the end measures those around the median and the
 * slowest of each size again, all in the same way: each several times, so that only the best counts, and with other texts in the
 * paragraphs each time, so that nothing is remembered.
 */
export function spreadMeter(check: (text: string) => unknown): {
  readonly seen: (text: string, milliseconds: number) => void;
  readonly measure: () => Promise<Spread>;
} {
  const buckets = new Map<number, Bucket>();
  return {
    seen: (text, milliseconds) => {
      const bytes = Buffer.byteLength(text);
      if (bytes < SHORTEST_BYTES) return;
      const size = Math.floor(Math.log2(bytes));
      const bucket = buckets.get(size) ?? { seen: 0, sample: [], slowest: [] };
      buckets.set(size, bucket);
      remember(bucket, { text, per: milliseconds / bytes });
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
  let spread: Spread = { ratio: 1, worst: '' };
  if (sample.length < FEWEST) return spread;
  const from = (sample.length - MIDDLE) >> 1;
  const middle: number[] = [];
  for (const { text } of sample.toSorted((a, b) => a.per - b.per).slice(from, from + MIDDLE))
    middle.push(await leastPer(text, check));
  const median = middle.sort((a, b) => a - b)[MIDDLE >> 1] ?? 1;
  for (const { text } of slowest) {
    const ratio = (await leastPer(text, check)) / median;
    if (ratio > spread.ratio) spread = { ratio, worst: text };
  }
  return spread;
}

function remember(bucket: Bucket, timed: Timed): void {
  bucket.seen += 1;
  if (bucket.sample.length < SAMPLE) bucket.sample.push(timed);
  else bucket.sample[bucket.seen % SAMPLE] = timed;
  const least = bucket.slowest.at(-1);
  if (bucket.slowest.length >= SLOWEST && least && least.per >= timed.per) return;
  bucket.slowest.push(timed);
  bucket.slowest.sort((a, b) => b.per - a.per);
  bucket.slowest.length = Math.min(bucket.slowest.length, SLOWEST);
}

/** Milliseconds a byte at best. */
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
    least = Math.min(least, (performance.now() - start) / Buffer.byteLength(varied));
  }
  return least;
}
