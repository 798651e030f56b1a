import type { Figure } from '../../src/figures/figure.ts';
import type { Interval, Quantity } from '../../src/figures/quantity.ts';
import { isSingle, loosened, meant, over, rounded } from './interval.ts';
import { after, between, type Statement } from './statements.ts';

/** An amount of money, and the same amount in another currency. */
export interface Conversion {
  readonly statement: Statement;
  readonly from: Figure;
  readonly to: Figure;
  /** Units of `to` for one unit of `from` that the printed amounts allow; of a range, one interval for each end. */
  readonly rates: readonly Interval[];
}

export interface DeclaredRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Interval;
}

const YEN =
  '(?:日本円|円|邦貨|米ドル|ドル)(?:で(?:は)?|に(?:して|すると|なおすと|直すと)?|だと|換算(?:で(?:は)?|すると|して)?)、?';
/** What joins an amount to its conversion. */
const JOINT = new RegExp(
  `^(?:[ 　]?(?:相当|規模|超|以上)?[ 　]?[（(][ 　]?(?:${YEN})?[ 　]?|(?:です(?:よ|ね)?|だ)?[、。，][ 　]?(?:${YEN})|(?:は|で)?[、，]?(?:日本円(?:で(?:は)?|に(?:して|すると)|だと)|円(?:換算で|に(?:して|すると|直すと)))、?|、?(?:つまり|すなわち|言い換えれば|換算すると)、?(?:${YEN})?(?:およそ|ざっと)?|[ 　]?[＝=≒≈][ 　]?)$`,
);
const OPENING = new RegExp(`^(?:これは|つまり)?、?${YEN}$`);
/** What may follow the conversion inside its brackets: the bracket, a hedge, a note on the rate. */
const BEHIND =
  /^(?:[ 　]?[)）、。,，!！?？※・;；/／@＠~〜～…]|相当|規模|程度|[超強弱余前近ほ以分]|も|換算|という|の|に|[ 　]?(?:1|１|一)(?:米)?ドル|$)/;

/** The conversions of an article, in order. */
export function* conversionsIn(statements: readonly Statement[]): Generator<Conversion> {
  for (const [i, statement] of statements.entries()) {
    for (const [k, from] of statement.figures.entries()) {
      const to = statement.figures[k + 1];
      const found = to ? inSentence(from, to) : acrossSentences(from, statements[i + 1]);
      const rates = found && ratesOf(from.quantity, found.quantity);
      if (rates && rates.length > 0 && rates.every(isRate)) yield { statement, from, to: found, rates };
    }
  }
}

function inSentence(from: Figure, to: Figure): Figure | undefined {
  return isPair(from, to) && JOINT.test(between(from, to)) && BEHIND.test(after(to, 6)) ? to : undefined;
}

/** 「5億ドルを調達した。日本円で約750億円だ。」 */
function acrossSentences(from: Figure, next: Statement | undefined): Figure | undefined {
  const to = next?.figures[0];
  if (!to || !isPair(from, to) || blockOf(from) === undefined || blockOf(from) !== blockOf(to)) return undefined;
  const isNear = from.text.length - from.at[1] <= 20;
  return isNear && OPENING.test(to.text.slice(0, to.at[0])) ? to : undefined;
}

function blockOf({ place }: Figure): unknown {
  return place.kind === 'front-matter' ? undefined : place.block;
}

/** Rates that an article states: 「1ドル150円換算」. */
export function declaredRates(statements: readonly Statement[]): readonly DeclaredRate[] {
  return statements.flatMap(({ figures }) =>
    figures.flatMap((from, i) => {
      const to = figures[i + 1];
      if (!to || !isRateItself(from) || from.quantity.unit === to.quantity.unit || to.quantity.dimension !== 'money')
        return [];
      if (!/^[=＝≒ 　はが、]*(?:あたり|当たり)?$/.test(between(from, to))) return [];
      const { lower, upper } = rounded(to.quantity, 0.02);
      return [{ from: from.quantity.unit, to: to.quantity.unit, rate: { lower: lower * 0.95, upper: upper * 1.05 } }];
    }),
  );
}

/** 1ドル, 1ユーロ: the left side of a rate. */
function isRateItself({ quantity }: Figure): boolean {
  return quantity.dimension === 'money' && quantity.stated.lower === 1 && quantity.stated.upper === 1;
}

function isPair(from: Figure, to: Figure): boolean {
  const [a, b] = [from.quantity, to.quantity];
  if (a.dimension !== 'money' || b.dimension !== 'money' || a.unit === b.unit || isRateItself(from)) return false;
  // 「年額240ドル（月3,000円）」 changes the period as well.
  return b.per.length === 0 || (a.per.length === b.per.length && a.per[0]?.unit === b.per[0]?.unit);
}

function ratesOf(a: Quantity, b: Quantity): readonly Interval[] {
  if (isSingle(a) && isSingle(b)) return [over(spread(b, a), spread(a, b))];
  if (a.kind !== 'range' || b.kind !== 'range') return [];
  return [over(end(b, 'lower'), end(a, 'lower')), over(end(b, 'upper'), end(a, 'upper'))];
}

/** Bounds on both sides speak of the same border: 「100億ドル以上（1.5兆円以上）」. */
function spread(quantity: Quantity, other: Quantity): Interval {
  const both = quantity.kind === 'bound' && other.kind === 'bound';
  const { lower, upper } = both ? rounded(quantity, 0.02) : meant(quantity);
  const own = rounded(quantity, 0.1);
  return { lower: Math.min(lower, own.lower), upper: Math.max(upper, own.upper) };
}

function end(quantity: Quantity, side: 'lower' | 'upper'): Interval {
  const value = quantity.stated[side];
  return loosened({ lower: value, upper: value }, 0.1);
}

function isRate(rate: Interval): boolean {
  return rate.lower > 0 && Number.isFinite(rate.upper);
}
