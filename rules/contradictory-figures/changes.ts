import type { Figure } from '../../src/figures/figure.ts';
import type { Quantity } from '../../src/figures/quantity.ts';
import { secondsOf } from '../../src/figures/units.ts';
import { isSingle } from './interval.ts';
import { after, before, between, type Statement } from './statements.ts';

/** A stated change from one value to another. */
export interface Change {
  readonly from: Figure;
  readonly to: Figure;
  /** Figures after (or before) the pair which may say how large the change is, nearest first. */
  readonly claims: readonly Figure[];
  readonly statement: Statement;
}

const LINK = '(?:から|→|⇒|➡|-&gt;|->|だったのが、?|だったものが、?|だったところ、?)';
/** Between the two values, dates and brackets left out. */
const FROM_TO = new RegExp(
  `^(?:規模|程度|以上|超|前後|ほど)?(?:だった)?${LINK}[、に はへの約現在今年昨年後時点度末期平均わずか]{0,8}(?:(?<=[→➡⇒>][ 　]?)[^、。0-9]{0,10})?$`,
);
/** 「月40時間かかっていた検品が10時間になり」 */
const TOOK = /^も?(?:かかって|要して|費やして)い?た[^。0-9]{0,20}[がをは、]$/;
/** Behind the second value: what makes of 「50から100」 a change and not everything between. */
const BECOMES =
  /^(?:規模|程度|以上|超|前後|近く|ほど)?(?:（[^）]{0,20}）|\([^)]{0,20}\))?[ 　]?(?:へ|に|と|まで|[（(）)、。:：]|$|も?[増減伸拡縮上下改向])/;

/** Every change from one single value to another of the same unit, in order. */
export function* changesIn(statements: readonly Statement[]): Generator<Change> {
  for (const statement of statements) {
    const values = statement.figures.filter(({ quantity }) => isValue(quantity));
    for (const [i, from] of values.entries()) {
      const [to, skipped] = nextOfUnit(values, i);
      if (!to || !isSingle(from.quantity) || !isSingle(to.quantity) || !samePeriod(from.quantity, to.quantity))
        continue;
      const gap = bareGap(from, to, statement);
      const isLinked = FROM_TO.test(gap) || TOOK.test(gap) || isDatedPair(from, to, statement);
      if (!isLinked || !BECOMES.test(after(to, 30))) continue;
      const later = values.slice(i + 2 + skipped, i + 5 + skipped);
      const earlier = values[i - 1];
      yield { from, to, statement, claims: earlier ? [...later, earlier] : later };
    }
  }
}

/** 「前年の90億円から20%増の108億円」: the rate stands between the values. */
export function* raisedIn(statements: readonly Statement[]): Generator<Change> {
  for (const statement of statements) {
    for (const i of statement.figures.keys()) {
      const [from, claim, to] = statement.figures.slice(i, i + 3);
      if (from && claim && to && isRaised(from, claim, to)) yield { from, to, claims: [claim], statement };
    }
  }
}

function isRaised(from: Figure, claim: Figure, to: Figure): boolean {
  const [a, b] = [from.quantity, to.quantity];
  if (claim.quantity.dimension !== 'ratio' || a.unit !== b.unit || a.dimension === 'ratio' || !isValue(a)) return false;
  if (![from, claim, to].every((it) => isSingle(it.quantity)) || !samePeriod(a, b)) return false;
  return /^から、?(?:約)?$/.test(between(from, claim)) && RAISED.test(between(claim, to));
}

const RAISED = /^(?:増|減|アップ|ダウン|増加|減少|伸び|増え|減り)(?:(?:して|した|し|て|た)?(?:、|の)?)(?:約)?$/;

function isValue({ dimension, role }: Quantity): boolean {
  return role === 'cardinal' && dimension !== 'date' && dimension !== 'clock';
}

/** The next value; past one conversion in brackets: 「2440億ドル（約36兆円）から8270億ドル」. */
function nextOfUnit(values: readonly Figure[], i: number): readonly [Figure | undefined, number] {
  const own = values[i]?.quantity;
  const [first, second] = [values[i + 1], values[i + 2]];
  if (first?.quantity.unit === own?.unit || (own && first && areClockTimes(own, first.quantity))) return [first, 0];
  const isConversion =
    first !== undefined && /[（(][^）)]{0,8}$/.test(before(first, 9)) && first.quantity.dimension === 'money';
  return isConversion && second?.quantity.unit === own?.unit ? [second, 1] : [undefined, 0];
}

/** 「3時間 → 30分」; a day may be one of work, and is left alone. */
function areClockTimes(a: Quantity, b: Quantity): boolean {
  return CLOCK.includes(a.unit) && CLOCK.includes(b.unit);
}

const CLOCK: readonly string[] = ['hour', 'minute', 'second'];

/** How many of `b`'s units one of `a`'s is: 1 unless both are times. */
export function factorBetween(a: Quantity, b: Quantity): number {
  return a.unit === b.unit ? 1 : (secondsOf(a.unit) ?? 1) / (secondsOf(b.unit) ?? 1);
}

/** 月50時間から10時間 is fine, 年間100万円から月10万円 is not. */
function samePeriod(a: Quantity, b: Quantity): boolean {
  return a.per.length === 0 || b.per.length === 0 || a.per[0]?.unit === b.per[0]?.unit;
}

/** 「2024年に40万個、2030年には60万個」 */
function isDatedPair(from: Figure, to: Figure, statement: Statement): boolean {
  const [start, end] = [yearOf(from, statement), yearOf(to, statement)];
  if (start === undefined || end === undefined || start >= end) return false;
  return /^(?:規模|程度|以上|超)?(?:(?:だった|であった|であり|で|に達し|となり)(?:もの)?[がの、]{0,2}|[、，])(?:には|に|は)?$/.test(
    bareGap(from, to, statement),
  );
}

/** The year that a value is said of: right before it (2030年には60万個), or in brackets behind it. */
export function yearOf(value: Figure, { figures }: Statement): number | undefined {
  const index = figures.indexOf(value);
  const next = figures[index + 1];
  const lead = leadingYear(figures, index);
  if (lead !== undefined) return lead;
  const isBehind =
    next &&
    isYear(next.quantity) &&
    /^[（(]$/.test(between(value, next)) &&
    /^(?:時点|度|予測|見込み?)?[）)]/.test(after(next, 6));
  return isBehind ? next.quantity.date?.year : undefined;
}

/** Past a rate too: 「2030年には年率28%で8270億ドル」. */
function leadingYear(figures: readonly Figure[], index: number): number | undefined {
  const [value, previous, beforeIt] = [figures[index], figures[index - 1], figures[index - 2]];
  if (!value || !previous) return undefined;
  if (isYear(previous.quantity))
    return /^[^、。0-9]{0,12}(?:、[^、。0-9]{0,16})?$/.test(between(previous, value))
      ? previous.quantity.date?.year
      : undefined;
  if (previous.quantity.dimension !== 'ratio' || !beforeIt || !isYear(beforeIt.quantity)) return undefined;
  return /^[^、。]{0,40}$/.test(between(beforeIt, value)) ? beforeIt.quantity.date?.year : undefined;
}

function isYear({ date, until }: Quantity): boolean {
  return date?.year !== undefined && until === undefined && !date.relative;
}

/** The text between two figures without brackets, dates and lengths of time. */
export function bareGap(first: Figure, second: Figure, { figures }: Statement): string {
  let gap = between(first, second);
  for (const { quantity, at } of figures)
    if (
      (quantity.dimension === 'date' || quantity.dimension === 'time') &&
      at[0] >= first.at[1] &&
      at[1] <= second.at[0]
    )
      gap = gap.replace(quantity.surface, '');
  return gap.replaceAll(/（[^（）]*）|\([^()]*\)|[ 　]/g, '');
}

/** 1: up, -1: down, 0: either; undefined where the words behind a figure speak of no change. */
export function directionAfter(figure: Figure): 1 | -1 | 0 | undefined {
  const found = DIRECTION.exec(after(figure, 14)) ?? RATE_OF.exec(before(figure, 14));
  if (!found) return undefined;
  if (found[1]) return 1;
  return found[2] ? -1 : 0;
}

/** 「減少率は59%」 */
const RATE_OF =
  /(?:(増加|成長|上昇|伸び|拡大)|(削減|減少|短縮|低下|縮小|圧縮)|(改善|向上))(?:率|幅)?(?:は|が|で|：|:)?[ 　]?(?:約|実に)?$/;
const DIRECTION =
  /^(?:程度|前後|ほど|近く|以上|超)?(?:も|もの|の|まで|くらい|ぐらい)?(?:、)?(?:大幅な?|急|純)?(?:(増|アップ|UP|成長|上昇|伸び|伸長|拡大|飛躍|躍進|値上|引き上げ|引上げ|高く|プラス)|(減|削|短縮|低下|低減|下落|ダウン|節約|カット|圧縮|縮小|値下|引き下げ|引下げ|安く|抑制|抑え|マイナス)|(改善|向上|効率化|高速化|速く))/;
