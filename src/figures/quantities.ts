import { isFigure } from './acceptance.ts';
import type { Term } from './amounts.ts';
import { daysOf } from './calendar.ts';
import { allowedBy, isBound, leadAt, leadPattern, type Mark, tailAt } from './modifiers.ts';
import { alphanumericEndAt, nameEndAt } from './names.ts';
import { numeralAt, tidy } from './numerals.ts';
import type { Interval, Modifier, Per, Quantity, QuantityKind } from './quantity.ts';
import { rangeFrom } from './ranges.ts';
import { relativeDateStarts } from './relative-dates.ts';
import { asRelativeDate, dateTerm, termAt } from './terms.ts';

/** Every character at which a quantity, a word before one or a name may begin. */
const starts = new RegExp(
  `[A-Za-zＡ-Ｚａ-ｚ0-9０-９〇零一二三四五六七八九十百千数何半過第西令平昭大明午朝夜摂#＃№①-⑳$＄€£￡¥￥₩₹+＋\\-−－▲△±'’(（\\[［${relativeDateStarts}]|${leadPattern}`,
  'g',
);

/**
 * Returns every quantity of plain visible text, in order and disjoint, with ranges into that text. U+FFFC stands for what is no prose
 * (code, images) and ends any word. Never throws; text that is no figure gives an empty list. Time is linear in the text's length.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  let position = 0;
  while (position < text.length) {
    starts.lastIndex = position;
    const start = starts.exec(text)?.index;
    if (start === undefined) break;
    const quantity = quantityAt(text, start);
    if (quantity) found.push(quantity);
    position = quantity ? quantity.range[1] : endOfOther(text, start);
  }
  return found;
}

/** Steps over a name, an address or a number that is no figure, as a whole. */
function endOfOther(text: string, start: number): number {
  const end = nameEndAt(text, start) ?? alphanumericEndAt(text, start) ?? numeralAt(text, start)?.end;
  return Math.max(end ?? 0, start + 1);
}

function quantityAt(text: string, start: number): Quantity | undefined {
  const lead = leadsAt(text, start);
  const led = lead.end > start ? bodyAt(text, lead.end, true) : undefined;
  if (led && suits(lead.marks, led)) return withRate(text, quantityOf(text, start, led, lead.marks));
  if (isOther(text, start)) return undefined;
  const body = bodyAt(text, start, false);
  return body && withRate(text, quantityOf(text, start, body, []));
}

/** Latin letters that begin a figure all the same: currency codes, fiscal years, quarters, era letters. */
const latinFigure =
  /(?:US|NZ|AU|HK|NT|[ACSR])\$|(?:USD|EUR|JPY|GBP|CNY)[ ]?[0-9]|(?:FY|CY)[ ]?['’]?[0-9]|Q[1-4](?![0-9A-Za-z])|[RHS][0-9]{1,2}(?:年|\.[0-9]{1,2}\.[0-9])/y;

function isOther(text: string, start: number): boolean {
  return !test(latinFigure, text, start) && nameEndAt(text, start) !== undefined;
}

interface Leads {
  readonly end: number;
  readonly marks: readonly Mark[];
}

function leadsAt(text: string, start: number): Leads {
  const marks: Mark[] = [];
  let end = start;
  for (let i = 0; i < 4; i += 1) {
    const found = leadAt(text, end);
    if (!found) break;
    marks.push(found.mark);
    end = /[ 　]/.test(text.charAt(found.end)) ? found.end + 1 : found.end;
  }
  return { end, marks };
}

/** 月額 goes with amounts, not with dates; 過去 and 今後 with lengths of time only. */
function suits(marks: readonly Mark[], body: Body): boolean {
  const { dimension } = body.first;
  if (dimension === 'date')
    return marks.every(
      (it) =>
        it.per === undefined &&
        it.modifiers.every((name) => name === 'about' || name === 'min' || name === 'max' || name === 'past'),
    );
  return (
    dimension === 'time' || marks.every((it) => !it.modifiers.some((name) => name === 'past' || name === 'future'))
  );
}

/** One term or a pair of them, with the words after it. */
interface Body {
  readonly first: Term;
  readonly second: Term | undefined;
  readonly modifiers: readonly Modifier[];
  readonly end: number;
}

function bodyAt(text: string, start: number, hasLead: boolean): Body | undefined {
  const term = termAt(text, start);
  if (!term) return undefined;
  const direct = rangeFrom(text, term);
  if (!isFigure(text, direct?.first ?? term, hasLead)) return undefined;
  const first = direct?.first ?? asRelativeDate(text, bareYear(text, term));
  const tails = tailsAt(text, direct?.second ?? first);
  const late = direct ? undefined : rangeFrom(text, { ...first, end: tails.end });
  if (late && tails.modifiers.length > 0)
    return bodyOf(text, { ...late.first, end: first.end }, late.second, [...tails.modifiers, ...late.modifiers]);
  const relative = direct ? first : laterRelative(text, first, tails.end);
  const end = Math.max(tails.end, relative.end);
  return {
    first: relative,
    second: direct?.second,
    modifiers: [...(direct?.modifiers ?? []), ...tails.modifiers],
    end,
  };
}

function bodyOf(text: string, first: Term, second: Term, modifiers: readonly Modifier[]): Body {
  const tails = tailsAt(text, second);
  return { first, second, modifiers: [...modifiers, ...tails.modifiers], end: tails.end };
}

/** 20年ほど前: the 前 stands behind the hedge. The core keeps its own end. */
function laterRelative(text: string, first: Term, end: number): Term {
  const dated = end === first.end ? first : asRelativeDate(text, { ...first, end });
  return dated.date ? dated : first;
}

/** 「（2024）」「AI白書 2025」: a number that looks like a year and has no unit is one. */
function bareYear(text: string, term: Term): Term {
  const isYear =
    term.unit === 'none' && term.numeral?.plainDigits === 4 && term.stated.lower >= 1950 && term.stated.lower <= 2050;
  if (
    !isYear ||
    !/^[(（\s「『、]?$/.test(text.charAt(term.start - 1)) ||
    !/^[)）、,\s」』]?$/.test(text.charAt(term.end))
  )
    return term;
  return dateTerm(term.start, { end: term.end, date: { granularity: 'year', year: term.stated.lower } });
}

interface Tails {
  readonly end: number;
  readonly modifiers: readonly Modifier[];
}

const band = /台(?![湾風頭所帯数本])(?:の?(前半|半ば|後半))?/y;
const openEnd = /[ ]?[〜～](?=$|[\s|｜）)」、。\n])/y;
const rate = /(?:あたり|当たり|当り|につき|ごとに?|毎に?)(?![一-龥]?[のがをは]額)/y;

function tailsAt(text: string, term: Term): Tails {
  const modifiers: Modifier[] = [];
  let { end } = term;
  if (term.unit !== 'none' && term.dimension !== 'date' && term.dimension !== 'clock' && test(band, text, end)) {
    modifiers.push('band');
    end = band.lastIndex;
  }
  for (let i = 0; i < 3 && !term.ordinal; i += 1) {
    const found = tailAt(text, end);
    const suited =
      found && (term.dimension === 'date' || !found.mark.modifiers.some((it) => it === 'since' || it === 'until'));
    if (!found || !suited) break;
    modifiers.push(...found.mark.modifiers);
    end = found.end;
  }
  if (test(openEnd, text, end)) return { end: openEnd.lastIndex, modifiers: [...modifiers, 'atLeast'] };
  return { end, modifiers };
}

/** 「1人あたり年間30万円」: the first quantity says what the second is for each of. */
function withRate(text: string, quantity: Quantity): Quantity {
  if (
    quantity.role === 'ordinal' ||
    !['count', 'number', 'time', 'data', 'length', 'mass'].includes(quantity.dimension) ||
    !test(rate, text, quantity.range[1])
  )
    return quantity;
  const end = rate.lastIndex;
  const per: Per = { count: quantity.stated.lower, unit: quantity.unit };
  const lead = leadsAt(text, /[ 　、]/.test(text.charAt(end)) ? end + 1 : end);
  const body = bodyAt(text, lead.end, true);
  const [start] = quantity.range;
  if (body && body.first.dimension !== 'date' && quantity.kind === 'exact') {
    const rated = quantityOf(text, start, body, lead.marks);
    return { ...rated, per: [...quantity.per, per, ...rated.per] };
  }
  return {
    ...quantity,
    range: [start, end],
    surface: text.slice(start, end),
    modifiers: [...quantity.modifiers, 'each'],
  };
}

function quantityOf(text: string, start: number, body: Body, marks: readonly Mark[]): Quantity {
  const { first, second, end } = body;
  const last = second ?? first;
  const modifiers = [
    ...new Set([
      ...marks.flatMap((it) => it.modifiers),
      ...first.modifiers,
      ...(second?.modifiers ?? []),
      ...body.modifiers,
    ]),
  ];
  const ends = { lower: first.stated.lower, upper: last.stated.upper };
  const isNegative = marks.some((it) => it.modifiers.includes('minus'));
  const stated = isNegative
    ? { lower: -ends.upper, upper: -ends.lower }
    : banded(ends, first, modifiers, text.slice(start, end));
  const per = [...marks.map((it) => it.per), last.per].filter((it) => it !== undefined);
  const until = second?.date ?? first.until;
  return {
    range: [start, end],
    surface: text.slice(start, end),
    core: [first.start, Math.min(last.end, end)],
    kind: kindOf(second !== undefined || until !== undefined, modifiers, stated, first.dimension),
    role: first.ordinal || last.ordinal ? 'ordinal' : 'cardinal',
    stated,
    value:
      first.dimension === 'date'
        ? spanOf(first, stated)
        : allowedBy(stated, modifiers, Math.max(first.printed, last.printed)),
    printed: Math.max(first.printed, last.printed),
    rounded: Math.max(first.rounded, last.rounded),
    modifiers,
    unit: last.unit,
    unitText: last.unitText || first.unitText,
    dimension: first.dimension,
    per,
    ...(first.date ? { date: first.date } : {}),
    ...(until ? { until } : {}),
  };
}

/** 3年前 keeps 3 as its stated number, but its day is not known. */
function spanOf(first: Term, stated: Interval): Interval {
  return first.date?.relative ? daysOf(first.date) : stated;
}

/** 50%台 is 50 up to 60 %, 150円台後半 155 up to 160 yen: one step of the last digit that is not zero. */
function banded(stated: Interval, first: Term, modifiers: readonly Modifier[], surface: string): Interval {
  const widens = modifiers.includes('band') && first.numeral !== undefined && stated.lower === stated.upper;
  if (!widens) return stated;
  const [low, high] = bandParts.find(([word]) => surface.includes(word))?.[1] ?? [0, 1];
  return { lower: tidy(stated.lower + first.rounded * low), upper: tidy(stated.lower + first.rounded * high) };
}

const bandParts: readonly (readonly [word: string, share: readonly [number, number]])[] = [
  ['前半', [0, 0.5]],
  ['半ば', [0.4, 0.6]],
  ['後半', [0.5, 1]],
];

function kindOf(
  hasTwoEnds: boolean,
  modifiers: readonly Modifier[],
  stated: Interval,
  dimension: Quantity['dimension'],
): QuantityKind {
  if (hasTwoEnds) return 'range';
  if (dimension === 'date') return 'exact';
  if (isBound(modifiers)) return 'bound';
  const vague = stated.lower !== stated.upper || modifiers.includes('nearly') || modifiers.includes('slightlyOver');
  return vague ? 'vague' : 'exact';
}

function test(sticky: RegExp, text: string, position: number): boolean {
  sticky.lastIndex = position;
  return sticky.test(text);
}
