import { remembered } from '../text/remembered.ts';
import { firstAtLeast } from '../text/search.ts';
import type { Figure } from './figure.ts';
import type { CalendarDate, Quantity } from './quantity.ts';

/** How a figure is meant. `stated` is a plain assertion. */
export type Modality = 'stated' | 'forecast' | 'target' | 'assumption' | 'quotation' | 'negation';

/** When a figure holds. */
export interface TimeScope {
  /** As printed: 「2025年度」「前年同期」. */
  readonly surface: string;
  readonly date: CalendarDate | undefined;
  /** 〜までに: at the latest then. */
  readonly deadline: boolean;
}

const NEGATION = /^[^。、]{0,12}?(?:では|じゃ|で(?:も|さえ)?は?)?(?:なく|ない|ありません|なかった)/;
const ASSUMPTION =
  /仮に|もし|例えば|たとえば|とすると|とすれば|と仮定|と想定|想定した場合|の場合、|シミュレーション|試算例/;
const TARGET = /目標|目指[しすさ]|計画|予定|方針|掲げ|ロードマップ/;
const FORECAST =
  /予測|予想|見込|見通し|推計|推定|試算|とみられ|と見られ|と見てい|可能性|だろう|でしょう|かもしれ|見据え|期待され|(?:達|超え|拡大|成長)する(?:と|とも)/;
const QUOTATION = /によると|によれば|と述べ|と語|と発表|と報じ|との報道|という報道|と主張|とされ/;

/** What a whole text says of all its figures; read once for each text. */
const modalityIn = remembered<Modality>(
  (text) => {
    if (ASSUMPTION.test(text)) return 'assumption';
    if (TARGET.test(text)) return 'target';
    if (FORECAST.test(text)) return 'forecast';
    return QUOTATION.test(text) ? 'quotation' : 'stated';
  },
  { entries: 2000, characters: 200_000 },
);

/** The modality that the words around a figure show; what denies it counts most, then what makes it a wish or a guess. */
export function modalityOf({ text, at }: Figure): Modality {
  return NEGATION.test(text.slice(at[1], at[1] + 16)) ? 'negation' : modalityIn(text);
}

/** Words that name a time by another one and hold no number. */
const RELATIVE =
  /(?:前|昨|当|今|来)年(?:度)?同(?:期|月)|前(?:期|年度?)|前四半期|昨(?:年度?|期)|今(?:年度?|期)|来(?:年度?|期)|現在|当時|当初/;

const LONGEST_WORD = 5;

/** The dates of a statement, where each begins, and where the words begin that name a time otherwise; all in order. */
interface Times {
  readonly dates: readonly Figure[];
  readonly dateStarts: readonly number[];
  readonly words: readonly number[];
}

const memo = new WeakMap<readonly Figure[], Times>();

function timesOf(neighbours: readonly Figure[], text: string): Times {
  const known = memo.get(neighbours);
  if (known) return known;
  const dates = neighbours.filter(({ quantity }) => isTime(quantity));
  const times = { dates, dateStarts: dates.map(({ at }) => at[0]), words: relativeWordsIn(text) };
  memo.set(neighbours, times);
  return times;
}

/**
 * The time that a figure is said of: the nearest date before it in its statement, else the next one behind it. `neighbours` are
 * all figures of the statement, in order.
 */
export function timeScopeOf(figure: Figure, neighbours: readonly Figure[]): TimeScope | undefined {
  const times = timesOf(neighbours, figure.text);
  const { before, behind } = datesAround(figure, times);
  const named = namedTime(figure, before?.at[1] ?? 0, times.words);
  if (named && (before === undefined || named.at > before.at[1]))
    return { surface: named.surface, date: undefined, deadline: false };
  const chosen = before ?? behind;
  if (!chosen) return undefined;
  const { quantity, text, at } = chosen;
  return {
    surface: quantity.surface,
    date: quantity.date,
    deadline: quantity.modifiers.includes('until') || /^まで/.test(text.slice(at[1], at[1] + 2)),
  };
}

/** The dates next to a figure, which are no part of it. */
function datesAround({ at }: Figure, { dates, dateStarts }: Times): { before?: Figure; behind?: Figure } {
  const next = firstAtLeast(dateStarts, at[0]);
  const [before, behind] = [dates[next - 1], dates[dateStarts[next] === at[0] ? next + 1 : next]];
  return { ...(before ? { before } : {}), ...(behind ? { behind } : {}) };
}

/** Offsets at which words of RELATIVE begin, those inside of others too. */
function relativeWordsIn(text: string): readonly number[] {
  const starts: number[] = [];
  const pattern = new RegExp(RELATIVE, 'g');
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    starts.push(found.index);
    pattern.lastIndex = found.index + 1;
  }
  return starts;
}

/** The first such word between an offset and a figure, and no more of it than stands before the figure. */
function namedTime(
  { text, at }: Figure,
  from: number,
  words: readonly number[],
): { readonly surface: string; readonly at: number } | undefined {
  for (let i = firstAtLeast(words, from); i < words.length; i += 1) {
    const start = words[i] ?? at[0];
    if (start >= at[0]) return undefined;
    const found = RELATIVE.exec(text.slice(start, Math.min(at[0], start + LONGEST_WORD)));
    if (found?.index === 0) return { surface: found[0], at: start };
  }
  return undefined;
}

function isTime({ date, dimension, kind }: Quantity): boolean {
  return dimension === 'date' && date !== undefined && kind !== 'vague';
}
