import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { yearOf } from '../changes.ts';
import { isSingle, meant, over } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { type Statement, statementsOf } from '../statements.ts';
import { plain } from '../wording.ts';
import { isYearlyRate } from '../yearly-rate.ts';

/** 「2024年の100億ドルから2030年に500億ドルへ、CAGR 25%」: two years' values and a yearly growth that do not go together. */
export const growthRate: Relation = {
  id: 'growth-rate',
  severity: 'error',
  description: {
    ja: '2つの年の値と、年平均成長率が合わない。',
    en: 'The values of two years do not go with the stated yearly growth.',
  },
  find,
};

interface Dated {
  readonly figure: Figure;
  readonly year: number;
}

/** Between the two years' values, and up to the rate: a turn to another subject. */
const TURN = /(?:うち|その中でも|中でも|特に|一方|また、|さらに|別の|他方|対し)/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  const statements = statementsOf(figures);
  for (const [i, statement] of statements.entries()) {
    const rates = statement.figures.filter(isYearlyRate);
    const found = rates.flatMap((claim) => problemIn(statement, claim) ?? []);
    yield* found;
    const previous = statements[i - 1];
    if (rates.length !== 1 || found.length > 0 || !previous || !goesOn(previous, statement)) continue;
    const both = joined(previous, statement);
    yield* both.figures.filter(isYearlyRate).flatMap((claim) => problemIn(both, claim) ?? []);
  }
}

function problemIn(statement: Statement, claim: Figure): Problem | undefined {
  const pair = spannedPair(claim, statement) ?? pairFor(claim, statement);
  return pair && !hasOwnSpan(claim, pair, statement) ? check(claim, pair) : undefined;
}

/** 「市場は2024年に80億円。2030年には…」「…に広がる。この間の年平均成長率は…」: the next sentence keeps the subject. */
function goesOn(first: Statement, second: Statement): boolean {
  const [a, b] = [first.figures[0]?.place, second.figures[0]?.place];
  if (!a || !b || a.kind === 'front-matter' || b.kind === 'front-matter' || a.block !== b.block) return false;
  const isNext = a.sentence && b.sentence && b.sentence.start - a.sentence.end <= 2;
  return isNext === true && GOES_ON.test(second.text);
}

/** A year at once followed by its value or the rate, so that no other subject comes between. */
const GOES_ON =
  /^\s*(?:(?:それが|これが|そして)?、?20[0-9]{2}年(?:度|頃|ごろ)?(?:まで)?(?:には|に|は)?、?(?:約|およそ|[0-9]|[^がはも、。0-9]{0,12}?(?:年率|年平均|CAGR))|(?:この|その)(?:間|期間))/;

/** Two sentences as one. */
function joined(first: Statement, second: Statement): Statement {
  const text = first.text + second.text;
  const moved = (figure: Figure, by: number): Figure => ({
    ...figure,
    text,
    at: [figure.at[0] + by, figure.at[1] + by],
  });
  const figures = [
    ...first.figures.map((it) => moved(it, 0)),
    ...second.figures.map((it) => moved(it, first.text.length)),
  ];
  return { text, figures, rangeOf: second.rangeOf };
}

/** 「2025年から2030年にかけてCAGR 39%で成長し、10億ドルから52億ドルに」: years before, values behind the rate. */
function spannedPair(claim: Figure, { figures }: Statement): readonly [Dated, Dated] | undefined {
  const index = figures.indexOf(claim);
  const [years, from, to] = [figures[index - 1], figures[index + 1], figures[index + 2]];
  const { date, until } = years?.quantity ?? {};
  if (!years || !from || !to || date?.year === undefined || until?.year === undefined) return undefined;
  const isNear = /^[^。0-9]{0,24}$/.test(textOf(years, claim)) && /^[^。0-9]{0,24}$/.test(textOf(claim, from));
  const isChange = /^から、?(?:約)?$/.test(textOf(from, to)) && from.quantity.unit === to.quantity.unit;
  if (!isNear || !isChange || !isLevel(from.quantity) || !isLevel(to.quantity)) return undefined;
  return date.year < until.year
    ? [
        { figure: from, year: date.year },
        { figure: to, year: until.year },
      ]
    : undefined;
}

/** The values that the rate leads from and to: the last two before it, or the ones on both sides of it. */
function pairFor(claim: Figure, statement: Statement): readonly [Dated, Dated] | undefined {
  const values = statement.figures.filter(({ quantity }) => isLevel(quantity));
  const earlier = values.filter((it) => it.at[1] <= claim.at[0]);
  const later = values.find((it) => it.at[0] >= claim.at[1]);
  const last = earlier.at(-1);
  if (
    last &&
    later?.quantity.unit === last.quantity.unit &&
    /^[^、。0-9]{0,24}(?:、[^、。]{0,24})?$/.test(textOf(claim, later))
  )
    return datedPair([last, later], claim, statement);
  // The amounts in brackets are conversions, and their years stand before the others.
  for (const unit of new Set(earlier.map((it) => it.quantity.unit))) {
    const ofUnit = earlier.filter((it) => it.quantity.unit === unit).slice(-2);
    const pair = datedPair(ofUnit, claim, statement);
    if (pair) return pair;
  }
  return undefined;
}

function datedPair(
  [from, to]: readonly Figure[],
  claim: Figure,
  statement: Statement,
): readonly [Dated, Dated] | undefined {
  if (!from || !to || from.quantity.unit !== to.quantity.unit) return undefined;
  const [start, end] = [yearOf(from, statement), yearOf(to, statement)];
  if (start === undefined || end === undefined || start >= end) return undefined;
  const stop = Math.max(to.at[0], claim.at[0]);
  if (stop - from.at[1] > 200) return undefined;
  const words = statement.text.slice(from.at[1], stop);
  // A second rate is one of something else: 「8270億ドル（CAGR 28%）に達し、AIエージェント市場もCAGR 46%で」.
  const isSecond = statement.figures.some(
    (it) => it.quantity.dimension === 'ratio' && it.at[0] > from.at[1] && it.at[1] < claim.at[0],
  );
  if (isSecond || TURN.test(words) || stop - Math.min(to.at[1], claim.at[1]) > 60) return undefined;
  return [
    { figure: from, year: start },
    { figure: to, year: end },
  ];
}

function textOf(first: Figure, second: Figure): string {
  return first.text.slice(first.at[1], second.at[0]);
}

function isLevel(quantity: Figure['quantity']): boolean {
  return (
    (quantity.dimension === 'money' ||
      quantity.dimension === 'count' ||
      quantity.dimension === 'mass' ||
      quantity.dimension === 'energy') &&
    isSingle(quantity) &&
    // 1ドル is one side of a rate.
    quantity.stated.lower !== 1 &&
    quantity.role === 'cardinal'
  );
}

/** 「2025年から2034年のCAGR」 names years of its own. */
function hasOwnSpan(claim: Figure, [from, to]: readonly [Dated, Dated], { figures }: Statement): boolean {
  return figures.some(({ quantity, at }) => {
    if (!quantity.date || at[1] > claim.at[0] || at[0] < from.figure.at[1]) return false;
    if (quantity.until) return quantity.date.year !== from.year || quantity.until.year !== to.year;
    return at[0] > to.figure.at[1] && quantity.date.year !== to.year;
  });
}

function check(claim: Figure, [from, to]: readonly [Dated, Dated]): Problem | undefined {
  const years = to.year - from.year;
  const ratio = over(meant(to.figure.quantity), meant(from.figure.quantity));
  if (!(ratio.lower > 0) || !Number.isFinite(ratio.upper)) return undefined;
  const rate = claim.quantity.stated.lower;
  const slack = Math.max(1.5, rate * 0.06, claim.quantity.modifiers.length > 0 ? 3 : 0);
  if (within(rate, yearly(ratio, years), slack)) return undefined;
  // Forecasts often count from the year before, or up to the year after.
  const exact = to.figure.quantity.stated.lower / from.figure.quantity.stated.lower;
  const around = yearlyExact(exact, [years - 1, years + 1]);
  if (around.some((it) => Math.abs(it - rate) <= Math.max(0.3, claim.quantity.printed / 2))) return undefined;
  return problemOf(claim, from, to);
}

function yearly(ratio: Interval, years: number): Interval {
  return { lower: (ratio.lower ** (1 / years) - 1) * 100, upper: (ratio.upper ** (1 / years) - 1) * 100 };
}

function yearlyExact(ratio: number, years: readonly number[]): readonly number[] {
  return years.filter((n) => n > 0).map((n) => (ratio ** (1 / n) - 1) * 100);
}

function within(rate: number, { lower, upper }: Interval, slack: number): boolean {
  return rate >= lower - slack && rate <= upper + slack;
}

function problemOf(claim: Figure, from: Dated, to: Dated): Problem {
  const years = to.year - from.year;
  const ratio = to.figure.quantity.stated.lower / from.figure.quantity.stated.lower;
  const rate = plain((ratio ** (1 / years) - 1) * 100);
  return {
    range: claim.range,
    message: {
      ja: `${from.year}年の「${from.figure.quantity.surface}」から${to.year}年の「${to.figure.quantity.surface}」へは${years}年で${plain(ratio)}倍、年率${rate}%で、「${claim.quantity.surface}」と合いません。どれかを直してください。`,
      en: `From "${from.figure.quantity.surface}" in ${from.year} to "${to.figure.quantity.surface}" in ${to.year} is ${plain(ratio)} times as much in ${years} years, ${rate}% a year, which does not go with "${claim.quantity.surface}". Correct one of them.`,
    },
    related: [
      { range: from.figure.range, message: { ja: '最初の年の値です。', en: 'The value of the first year.' } },
      { range: to.figure.range, message: { ja: '最後の年の値です。', en: 'The value of the last year.' } },
    ],
  };
}
