import type { Block, Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { shorten } from '../../quote.ts';
import type { Problem } from '../../rule.ts';
import { type Announcement, announcementOf } from '../counts/announcement.ts';
import { enumerationOf } from '../counts/enumeration.ts';
import { type Followed, followedByHeading, followedBySentence } from '../counts/followed.ts';
import { namedBefore } from '../counts/named.ts';
import { titlePromises } from '../counts/title.ts';
import type { Relation } from '../relation.ts';
import { statementsOf } from '../statements.ts';

/** 「以下の3つ」 before a list of four, 「5つの理由」 above four numbered headings, 「7選」 in the title of an article that has six. */
export const count: Relation = {
  id: 'count',
  severity: 'error',
  description: {
    ja: '「3つのポイント」などの数が、続く箇条書き・見出し・列挙の数と合わない。',
    en: 'A number of things that is announced does not match the list, headings or enumeration that follow.',
  },
  *find(figures, document) {
    for (const { figures: inText } of statementsOf(figures)) {
      const announcements = inText.flatMap((figure) => announcementOf(figure) ?? []);
      const [only] = announcements;
      // 「3つの壁と2つの機会」: which of them the list counts is not said.
      // Nor is it what was named just before: 「「苗」と「土」の2軸です。」
      if (only && announcements.length === 1 && !namedBefore(only)) yield* contradictionsOf(only, document);
      for (const announcement of announcements) yield* contradictionInWords(announcement);
    }
    yield* titlePromises(figures, document);
  },
};

function* contradictionsOf(announcement: Announcement, document: Document): Generator<Problem> {
  const followed = followedBySentence(announcement, document) ?? followedByHeading(announcement, document);
  if (followed) {
    if (followed.count !== announcement.count) yield problemOf(announcement, followed);
    return;
  }
  const enumerated = enumerationOf(announcement, document);
  if (enumerated && enumerated.count !== announcement.count) yield problemOf(announcement, enumerated);
}

function problemOf({ figure, count, noun, isStrong }: Announcement, followed: Followed): Problem {
  const quoted = quotationOf(figure, noun);
  const isSure = isStrong || followed.isNumbered || figure.place.kind === 'heading';
  return {
    range: figure.range,
    ...(isSure ? {} : { severity: 'warning' }),
    message: {
      ja: `「${quoted}」とありますが、続く項目は${followed.count}つです（${count}≠${followed.count}）。数か項目を直してください。`,
      en: `"${quoted}" is followed by ${followed.count} items (${count} ≠ ${followed.count}). Correct the number or the items.`,
    },
    related: [{ range: lineOf(followed.last), message: { ja: `${followed.count}つ目`, en: `Item ${followed.count}` } }],
    suggestions: [replacement(figure, followed.count)],
  };
}

function* contradictionInWords(announcement: Announcement): Generator<Problem> {
  const named = namedBefore(announcement);
  if (!named || named.count === announcement.count) return;
  const { figure, count } = announcement;
  yield {
    range: figure.rangeOf(named.start, figure.at[1]),
    ...(named.isSure ? {} : { severity: 'warning' }),
    message: {
      ja: `「${shorten(figure.text.slice(named.start, figure.at[1]))}」とありますが、挙げられているのは${named.count}つです（${count}≠${named.count}）。数か列挙を直してください。`,
      en: `"${shorten(figure.text.slice(named.start, figure.at[1]))}" names ${named.count} things (${count} ≠ ${named.count}). Correct the number or what is named.`,
    },
    suggestions: [replacement(figure, named.count)],
  };
}

function replacement(figure: Figure, count: number): NonNullable<Problem['suggestions']>[number] {
  const [start, end] = figure.quantity.core;
  const [offset] = figure.at;
  const text = figure.text.slice(start, end);
  const digits = /^[0-9０-９一二三四五六七八九十]+/u.exec(text)?.[0] ?? '';
  const from = Math.max(start, offset);
  return {
    message: { ja: `${count}に直す`, en: `Write ${count}` },
    edit: { range: figure.rangeOf(from, from + digits.length), text: `${count}` },
  };
}

function quotationOf(figure: Figure, noun: string): string {
  const rest = figure.text.slice(figure.at[1]);
  return figure.quantity.surface + (rest.startsWith('の') ? `の${noun}` : '');
}

/** The first sentence of a block, or all of it. */
function lineOf(block: Block): Problem['range'] {
  return block.sentences[0]?.range ?? block.range;
}
