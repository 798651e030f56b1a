import type { Figure } from '../../../src/figures/figure.ts';

import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, isSingle, meant, plus } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { before, between, type Statement, statementsOf, stretch, testOfText } from '../statements.ts';
import { numberEn, numberJa } from '../wording.ts';

/** 「20時間、12時間、30時間の合計102時間」: parts that do not add up to their total. */
export const total: Relation = {
  id: 'total',
  severity: 'error',
  description: { ja: '内訳の合計が、書かれた合計と合わない。', en: 'Parts do not add up to their stated total.' },
  find,
};

/** Between parts: a list, and nothing that ends a thought. */
const AND = /^[^。0-9]{0,24}?(?:と|、|＋|\+|および|及び|ならびに|に加え|に加えて|・|／|\/)[^。0-9]{0,16}$/;
/** Between the last part and the total behind it. */
const TOGETHER =
  /^[^。0-9、]{0,10}(?:、|の|を|と|で|が)?(?:合わせ(?:て|ると|れば|た)|合計(?:で|すると|して|した|額は|は)?|足し(?:て|合わせ(?:て|ると)|た)|(?:総)?計(?:で)?|総勢|トータルで?|合算(?:して|すると|で)?)[、はで約の]{0,3}$/;
const TOTAL_WORD = /(?:合計|総計|トータル|計|合わせて|総額)(?:額)?(?:で|は|が)?(?:約)?$/;
/** Between the total and the parts behind it. */
const BREAKDOWN = /^[^。0-9]{0,20}?(?:（内訳|\(内訳|内訳は|内訳として|の内訳|、内訳)[^。0-9]{0,16}$/;
/** 「消費税を加え、計」: a part without its amount. */
const ADDED = /.を(?:加え|足し|含め|上乗せ)/;
const OPEN_LIST = /など|等|ほか|主な|ほどの|中心に|さらに|うち/;

const mayTotal = testOfText(/[合計総内足ト残]/);

function* find(figures: readonly Figure[]): Generator<Problem> {
  const statements = statementsOf(figures);
  for (const [index, statement] of statements.entries()) {
    if (!mayTotal(statement)) continue;
    const row = statement.figures.filter(({ quantity }) => isAmount(quantity));
    const announced = announcedTotal(statements[index - 1], statement, row);
    if (announced && row.length >= 2 && !addsUp(row, announced)) yield problemOf(row, announced);
    for (const [i, figure] of row.entries()) {
      const parts = partsBefore(row, i) ?? partsBehind(row, i, statement) ?? partsAndRest(row, i);
      if (parts && parts.length >= 2 && !addsUp(parts, figure)) yield problemOf(parts, figure);
    }
  }
}

/** 「総額100億円の計画だ。内訳は国が60億円、民間が40億円。」: the one amount of the sentence before. */
function announcedTotal(
  previous: Statement | undefined,
  { text }: Statement,
  row: readonly Figure[],
): Figure | undefined {
  const [first] = row;
  if (!previous || !first || !/^(?:その)?内訳は/.test(text) || OPEN_LIST.test(text)) return undefined;
  if (!row.every((it, i) => isSamePart(it, first) && (i === 0 || AND.test(between(row[i - 1] ?? it, it)))))
    return undefined;
  const totals = previous.figures.filter(({ quantity }) => quantity.unit === first.quantity.unit);
  const [whole] = totals;
  return totals.length === 1 && whole && blockOf(whole) === blockOf(first) ? whole : undefined;
}

function blockOf({ place }: Figure): unknown {
  return place.kind === 'front-matter' ? place.key : place.block;
}

/** 「総額100億円で、そのうち60億円は国が、残りの40億円は民間が出す」 */
function partsAndRest(row: readonly Figure[], i: number): readonly Figure[] | undefined {
  const [whole, first, rest] = [row[i], row[i + 1], row[i + 2]];
  if (!whole || !first || !rest || !isSamePart(whole, first) || !isSamePart(first, rest)) return undefined;
  const isPart = /^[^。0-9]{0,40}うち[^。0-9]{0,16}$/.test(between(whole, first));
  const isRest = /^[^。0-9]{0,24}残り(?:の|は|が|、)?(?:約)?$/.test(between(first, rest));
  return isPart && isRest ? [first, rest] : undefined;
}

function isAmount({ dimension, role, kind, unit }: Figure['quantity']): boolean {
  return (
    unit !== 'none' &&
    role === 'cardinal' &&
    kind !== 'range' &&
    !['date', 'clock', 'ratio', 'multiple', 'points', 'digits', 'age'].includes(dimension)
  );
}

/** The parts of a total that stands last: 「AとBを合わせてC」「A、B、合計C」. */
function partsBefore(row: readonly Figure[], i: number): readonly Figure[] | undefined {
  const figure = row[i];
  const last = row[i - 1];
  if (!figure || !last || last.quantity.unit !== figure.quantity.unit) return undefined;
  const gap = between(last, figure);
  const isSummed =
    TOGETHER.test(gap) || (figure.quantity.modifiers.includes('total') && /^[^。0-9]{0,12}[、でのと]$/.test(gap));
  if (!isSummed || ADDED.test(gap)) return undefined;
  const parts = [last];
  for (let k = i - 2; k >= 0; k -= 1) {
    const [part, next] = [row[k], parts[0]];
    if (!part || !next || !isSamePart(part, next) || !AND.test(between(part, next))) break;
    parts.unshift(part);
  }
  return parts.some((it) => OPEN_LIST.test(between(it, figure))) ? undefined : parts;
}

/** The parts of a total that stands first: 「合計C（内訳はA、B）」. */
function partsBehind(row: readonly Figure[], i: number, { text }: Statement): readonly Figure[] | undefined {
  const figure = row[i];
  const first = row[i + 1];
  if (!figure || !first || !isSamePart(figure, first)) return undefined;
  const gap = between(figure, first);
  const isTotal = figure.quantity.modifiers.includes('total') || TOTAL_WORD.test(before(figure, 6));
  if (!BREAKDOWN.test(gap) && !(isTotal && /^[（(：:][^。0-9、]{0,12}$/.test(gap))) return undefined;
  const parts = [first];
  for (const part of row.slice(i + 2)) {
    const previous = parts.at(-1);
    if (!previous || !isSamePart(part, previous) || !AND.test(between(previous, part))) break;
    parts.push(part);
  }
  const end = parts.at(-1)?.at[1] ?? 0;
  return OPEN_LIST.test(text.slice(figure.at[1], end + 6)) ? undefined : parts;
}

function isSamePart({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.unit === b.unit && (a.per.length === 0 || b.per.length === 0 || a.per[0]?.unit === b.per[0]?.unit);
}

/** The list may begin earlier than it seems to: any run of its last parts may make the total. */
function addsUp(parts: readonly Figure[], whole: Figure): boolean {
  if (![...parts, whole].every(({ quantity }) => isSingle(quantity) && quantity.kind !== 'vague')) return true;
  const target = addend(whole.quantity);
  const amounts = parts.map(({ quantity }) => addend(quantity));
  const runs = amounts.map((_, start) => amounts.slice(start).reduce(plus));
  // A total below one of its parts is a total of something else.
  if (amounts.some((it) => it.lower > target.upper)) return true;
  return runs.some((it) => !disjoint(it, target));
}

/** What a number adds: whole counts and one-digit amounts are exact, longer ones may be rounded in their last digit. */
function addend(quantity: Figure['quantity']): Interval {
  const { stated, printed, kind, modifiers } = quantity;
  if (modifiers.includes('about')) return meant(quantity);
  const { lower } = stated;
  const slack = printed === 1 || lower < printed * 10 ? 0 : printed / 2;
  const isOpen = modifiers.includes('atLeast') || modifiers.includes('moreThan');
  const bounds = kind === 'bound' || kind === 'vague' ? meant(quantity) : stated;
  return {
    lower: Math.min(lower - slack, bounds.lower),
    upper: isOpen ? Number.POSITIVE_INFINITY : Math.max(lower + slack, bounds.upper),
  };
}

function problemOf(parts: readonly Figure[], whole: Figure): Problem {
  const sum = parts.reduce((value, { quantity }) => value + quantity.stated.lower, 0);
  const [first = whole] = parts;
  const { quantity } = whole;
  const listed = parts.map((it) => it.quantity.surface).join('＋');
  return {
    range: whole.range,
    message: {
      ja: `${listed}は${numberJa(sum, 4)}${quantity.unitText}で、「${quantity.surface}」と合いません。どれかを直してください。`,
      en: `${listed} is ${numberEn(sum, 4)}, not "${quantity.surface}". Correct one of them.`,
    },
    related: [{ range: stretch(first, parts.at(-1) ?? first), message: { ja: '内訳です。', en: 'The parts.' } }],
  };
}
