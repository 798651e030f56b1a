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

/** The modality that the words around a figure show; what denies it counts most, then what makes it a wish or a guess. */
export function modalityOf({ text, at }: Figure): Modality {
  if (NEGATION.test(text.slice(at[1], at[1] + 16))) return 'negation';
  if (ASSUMPTION.test(text)) return 'assumption';
  if (TARGET.test(text)) return 'target';
  if (FORECAST.test(text)) return 'forecast';
  return QUOTATION.test(text) ? 'quotation' : 'stated';
}

/** Words that name a time by another one and hold no number. */
const RELATIVE =
  /(?:前|昨|当|今|来)年(?:度)?同(?:期|月)|前(?:期|年度?)|前四半期|昨(?:年度?|期)|今(?:年度?|期)|来(?:年度?|期)|現在|当時|当初/;

/** The time that a figure is said of: the nearest date before it in its statement, else the next one behind it. */
export function timeScopeOf(figure: Figure, neighbours: readonly Figure[]): TimeScope | undefined {
  const dates = neighbours.filter(({ quantity }) => isTime(quantity));
  const before = dates.filter((it) => it.at[1] <= figure.at[0]).at(-1);
  const named = namedTime(figure, before?.at[1] ?? 0);
  const chosen = before ?? dates.find((it) => it.at[0] >= figure.at[1]);
  if (named && (before === undefined || named.at > before.at[1]))
    return { surface: named.surface, date: undefined, deadline: false };
  if (!chosen) return undefined;
  const { quantity, text, at } = chosen;
  return {
    surface: quantity.surface,
    date: quantity.date,
    deadline: quantity.modifiers.includes('until') || /^まで/.test(text.slice(at[1], at[1] + 2)),
  };
}

function namedTime({ text, at }: Figure, from: number): { readonly surface: string; readonly at: number } | undefined {
  const found = RELATIVE.exec(text.slice(from, at[0]));
  return found ? { surface: found[0], at: from + found.index } : undefined;
}

function isTime({ date, dimension, kind }: Quantity): boolean {
  return dimension === 'date' && date !== undefined && kind !== 'vague';
}
