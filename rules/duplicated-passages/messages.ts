import { lengthOf } from '../../src/text/length.ts';
import { shorten } from '../quote.ts';
import type { Message } from '../rule.ts';

const FIRST: Message = { ja: '同じ文章が最初に出てくる箇所です。', en: 'The text stands here first.' };
const FRAGMENT: Message = { ja: '途切れた文の書き出しです。', en: 'The sentence that breaks off starts here.' };
const TITLE: Message = { ja: '題名です。', en: 'The title stands here.' };
const DELETE: Message = { ja: 'この繰り返しを削除します。', en: 'Delete this copy.' };
const DELETE_FRAGMENT: Message = { ja: '途切れた書き出しを削除します。', en: 'Delete the start that breaks off.' };

export const notes = {
  first: FIRST,
  fragment: FRAGMENT,
  title: TITLE,
  delete: DELETE,
  deleteFragment: DELETE_FRAGMENT,
} satisfies Record<string, Message>;

/** What is said of a passage; `text` is the visible text of the copy. */
export function messageOf(kind: 'verbatim' | 'reworded' | 'heading', text: string): Message {
  const quoted = shorten(text);
  const count = lengthOf(text).toLocaleString('en-US');
  switch (kind) {
    case 'verbatim':
      return {
        ja: `「${quoted}」（${count}字）は前の箇所の繰り返しです。どちらかを削除してください。`,
        en: `"${quoted}" (${count} characters) repeats an earlier passage. Delete one of the two.`,
      };
    case 'reworded':
      return {
        ja: `「${quoted}」（${count}字）は前の箇所とほぼ同じ文章です。どちらかを削除するか、書き分けてください。`,
        en: `"${quoted}" (${count} characters) is nearly the same as an earlier passage. Delete one of the two, or say something else.`,
      };
    case 'heading':
      return {
        ja: `見出し「${quoted}」は前の見出しと同じです。区別のつく見出しにしてください。`,
        en: `The heading "${quoted}" repeats an earlier one. Make them distinct.`,
      };
  }
}

/** What is said of the sentence that restarts; `text` is what both places have in common. */
export function seamMessageOf(text: string): Message {
  const quoted = shorten(text);
  return {
    ja: `「${quoted}」は前で途切れた文の書き出しの繰り返しです。途切れたほうを削除してください。`,
    en: `"${quoted}" repeats the start of a sentence that breaks off before. Delete the one that breaks off.`,
  };
}

/** What is said of a paragraph that is the title once more. */
export function titleMessageOf(text: string): Message {
  const quoted = shorten(text);
  return {
    ja: `「${quoted}」は題名と同じ文です。本文から削除してください。`,
    en: `"${quoted}" repeats the title. Delete it from the body.`,
  };
}
