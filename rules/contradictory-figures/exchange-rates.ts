import type { Interval } from '../../src/figures/quantity.ts';

/**
 * Yen for one unit of a currency: lowest and highest rate of each year from FIRST_YEAR on, rounded outwards to two or three digits.
 * Compiled by hand from the commonly published yearly highs and lows, rounded outwards; not taken over from one publication, and
 * not checked against one. The last year is the year before, widened: it was not over when the table was made.
 * These are bands for plausibility, not rates to compute with.
 */
const FIRST_YEAR = 2000;
const BANDS: Readonly<Record<string, string>> = {
  USD: '101-115 113-132 115-136 106-122 101-115 101-122 108-120 107-125 87-112 84-102 80-95 75-86 76-87 86-106 100-122 115-126 99-122 107-119 104-115 104-113 101-113 102-116 113-152 127-152 139-162 139-159 140-165',
  EUR: '88-112 99-118 111-126 123-141 125-142 130-144 137-158 149-169 113-170 112-140 105-135 99-124 94-116 113-146 134-150 126-146 109-133 114-137 124-138 115-128 114-128 125-135 124-149 137-165 154-176 154-185 158-192',
  GBP: '150-181 160-193 176-196 179-200 185-209 189-214 200-236 217-252 128-224 118-164 125-152 116-141 117-142 138-175 162-190 174-196 121-178 135-154 139-157 126-150 123-149 136-159 148-173 154-189 178-209 183-212 190-226',
  CNY: '12-14 13.5-16 13.8-16.4 12.8-14.8 12.2-14 12.3-15.1 13.6-15.4 14.3-16.3 12.5-15.8 12.3-14.9 11.9-14 11.7-13.2 12-13.9 13.7-17.5 16.1-19.7 18.3-20.4 14.7-18.7 15.5-17.5 15.7-17.6 14.6-16.8 14.4-16.1 15.7-18.3 17.8-21 18.7-21.4 19.4-22.4 19.2-22.5 19.8-24.5',
  KRW: '0.088-0.106 0.089-0.107 0.094-0.106 0.088-0.103 0.088-0.108 0.096-0.119 0.113-0.129 0.118-0.136 0.06-0.12 0.056-0.083 0.068-0.084 0.062-0.08 0.066-0.083 0.079-0.101 0.094-0.114 0.098-0.115 0.086-0.106 0.095-0.108 0.095-0.107 0.085-0.104 0.083-0.098 0.092-0.103 0.094-0.11 0.096-0.118 0.103-0.119 0.095-0.112 0.095-0.117',
  AUD: '55-73 55-70 61-76 66-83 72-87 76-92 81-95 85-108 54-105 55-87 71-89 71-91 73-91 85-106 88-104 81-99 71-89 80-92 75-90 69-82 59-81 76-87 79-100 85-99 89-110 85-105 92-117',
  NZD: '43-56 45-57 49-64 60-73 65-78 71-86 67-85 76-98 48-87 43-71 57-69 56-70 58-73 70-88 80-95 72-95 67-84 74-84 70-83 65-77 58-75 72-83 73-89 77-92 82-100 78-93 80-102',
  CAD: '67-78 72-87 73-87 75-89 77-91 81-105 93-108 96-126 67-111 68-93 76-96 71-91 72-89 85-103 90-108 85-103 73-90 79-93 79-92 75-86 72-85 79-94 86-112 93-112 100-119 100-116 100-123',
  SGD: '57-68 63-74 64-75 62-71 59-69 61-74 67-79 71-83 59-81 57-70 60-69 57-67 58-72 69-85 78-93 82-94 70-86 75-86 78-87 74-84 72-81 76-87 83-109 96-114 106-122 105-123 110-130',
  CHF: '58-72 64-78 74-86 81-94 80-94 82-95 85-100 91-104 83-107 74-93 77-91 76-107 77-97 92-120 109-126 113-139 98-120 104-123 106-120 104-117 105-120 113-127 121-152 135-172 162-182 162-201 172-213',
  INR: '2.2-2.7 2.3-2.9 2.3-2.9 2.2-2.7 2.1-2.6 2.2-2.8 2.3-2.8 2.5-3.2 1.7-2.9 1.7-2.2 1.7-2.2 1.4-2 1.3-1.7 1.4-1.8 1.6-2 1.7-2.1 1.4-1.9 1.6-1.9 1.4-1.8 1.4-1.7 1.3-1.6 1.3-1.6 1.4-1.9 1.5-1.9 1.6-2 1.6-1.9 1.5-2',
  TWD: '3.1-3.7 3.3-4 3.3-3.9 3-3.7 2.9-3.5 3.1-3.7 3.2-3.8 3.2-3.9 2.5-3.7 2.5-3.1 2.5-3.1 2.4-2.9 2.5-3 2.9-3.6 3.3-3.9 3.5-4.1 3-3.8 3.4-3.9 3.4-3.9 3.3-3.7 3.4-3.8 3.6-4.2 4-4.8 4.1-4.9 4.4-5.1 4.3-5.1 4.5-5.4',
};

const bands: ReadonlyMap<string, readonly Interval[]> = new Map([
  ...Object.entries(BANDS).map(([currency, text]) => [currency, text.split(' ').map(intervalOf)] as const),
  // Pegged within 7.75 to 7.85 a US dollar since 2005, and close to it before.
  [
    'HKD',
    (BANDS.USD ?? '').split(' ').map((text) => {
      const { lower, upper } = intervalOf(text);
      return { lower: lower / 7.85, upper: upper / 7.75 };
    }),
  ],
]);

/** What a printed rate may lie beyond the band: editors round rates (1元＝20円), and take those of other days and counters. */
const SLACK = 0.06;

/**
 * Returns the plausible rates (units of `to` for one unit of `from`) of the given years, the slack of rounded rates included.
 * Years outside the table are moved to its nearest year; without years, all of the table. Undefined for other currencies.
 */
export function plausibleRates(from: string, to: string, years: readonly number[]): Interval | undefined {
  const base = yenOf(from, years);
  const quote = yenOf(to, years);
  if (!base || !quote) return undefined;
  const slack = from === 'JPY' || to === 'JPY' ? SLACK : SLACK / 2;
  return { lower: (base.lower / quote.upper) * (1 - slack), upper: (base.upper / quote.lower) * (1 + slack) };
}

function yenOf(currency: string, years: readonly number[]): Interval | undefined {
  if (currency === 'JPY') return { lower: 1, upper: 1 };
  const all = bands.get(currency);
  if (!all) return undefined;
  const chosen =
    years.length === 0 ? all : years.flatMap((year) => all[clamp(year - FIRST_YEAR, 0, all.length - 1)] ?? []);
  return { lower: Math.min(...chosen.map((it) => it.lower)), upper: Math.max(...chosen.map((it) => it.upper)) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function intervalOf(text: string): Interval {
  const [lower = 0, upper = 0] = text.split('-').map(Number);
  return { lower, upper };
}
