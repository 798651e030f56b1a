import type { Attribute } from './attributes.ts';
import type { Figure } from './figure.ts';
import { type Phrases, phraseEndingAt, topicBefore, withOwner } from './subject-phrases.ts';
import { figureEndingAt } from './surroundings.ts';

/** The word for what a figure measures, in the text that states it. */
export interface Found {
  readonly attribute: Attribute;
  /** Where the word starts in the text. */
  readonly start: number;
  readonly side: 'before' | 'behind';
}

interface Around {
  readonly phrases: Phrases;
  /** All figures of the statement, in order. */
  readonly neighbours: readonly Figure[];
}

/** What a figure is said of: the noun phrase that owns its attribute, else the topic of its sentence; empty for neither. */
export function subjectOf(figure: Figure, found: Found | undefined, { phrases, neighbours }: Around): string {
  const start = found?.side === 'before' ? found.start : figure.at[0];
  const chain =
    chainBefore(start, phrases, found && figure.text) || chainBefore(beforeDate(start, neighbours), phrases);
  return chain === '' ? topicBefore(start, phrases) : chain;
}

/** 「青葉電機の2025年度の売上高」: the date between owner and attribute is stepped over. */
function beforeDate(start: number, neighbours: readonly Figure[]): number {
  const date = figureEndingAt(start - 1, neighbours);
  return date?.quantity.dimension === 'date' ? date.at[0] : start;
}

/** 「OpenAIの」 before 評価額, and 世界のAI of 世界のAI市場規模: phrases that end right before an offset or hold it, joined by の. */
function chainBefore(owner: number, phrases: Phrases, text?: string): string {
  const holder = text === undefined ? undefined : phrases.holding(owner);
  const last = holder
    ? { ...holder, text: text?.slice(holder.start, owner) ?? '', end: owner }
    : phraseEndingAt(owner - 1, phrases);
  return last ? withOwner(last, phrases) : '';
}
