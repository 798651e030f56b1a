import type { Message } from '../rule.ts';
import type { Verdict } from './judge.ts';

/** Where the rest of a fragment is. */
export type Whereabouts = 'restarted' | 'continued' | 'copied' | 'unknown';

/** The end of a fragment as it is quoted in a message. */
function tailOf(text: string, limit = 24): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= limit ? line : `…${characters.slice(-limit).join('')}`;
}

/** The beginning of a fragment as it is quoted in a message. */
function headOf(text: string, limit = 20): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit).join('')}…`;
}

/** What is said of a text that stops mid-way. */
export function messageOnEnd(text: string, verdict: Verdict, rest: Whereabouts): Message {
  const quoted = tailOf(text);
  if (verdict.kind === 'unterminated') {
    return {
      ja: `「${quoted}」で段落が句点なしに終わっています。文がここで切れていないか確かめ、「。」を補ってください。`,
      en: `The paragraph ends without a full stop at "${quoted}". Check that nothing is missing, and add "。".`,
    };
  }
  switch (rest) {
    case 'restarted':
      return {
        ja: `「${quoted}」で文が途切れ、後で書き直されています。この断片を削除してください。`,
        en: `The sentence breaks off at "${quoted}" and is started again further on. Delete this fragment.`,
      };
    case 'continued':
      return {
        ja: `「${quoted}」で文が途切れ、続きが別の段落になっています。つないで一文にしてください。`,
        en: `The sentence breaks off at "${quoted}" and goes on in another paragraph. Join the two.`,
      };
    case 'copied':
      return {
        ja: `「${quoted}」で文が途切れています。同じ文が記事の別の場所で続いています。続きを補うか、この断片を削除してください。`,
        en: `The sentence breaks off at "${quoted}"; the same words go on elsewhere in the article. Complete or delete this fragment.`,
      };
    default:
      return {
        ja: `「${quoted}」で文が途切れています。続きを補うか、この断片を削除してください。`,
        en: `The sentence breaks off at "${quoted}". Complete or delete this fragment.`,
      };
  }
}

/** What is said of a text that starts mid-way. */
export function messageOnStart(text: string): Message {
  const quoted = headOf(text);
  return {
    ja: `「${quoted}」は文の途中から始まっています。前半を補うか、この断片を削除してください。`,
    en: `"${quoted}" starts in the middle of a sentence. Add its beginning or delete this fragment.`,
  };
}

/** What is said of a heading that stops mid-way. */
export function messageOnHeading(text: string): Message {
  const quoted = tailOf(text);
  return {
    ja: `見出し「${quoted}」が途中で切れています。書き直すか、削除してください。`,
    en: `The heading "${quoted}" breaks off. Complete or delete it.`,
  };
}

/** What is said of a heading with nothing under it, where the text breaks off. */
export function messageOnEmptyHeading(text: string): Message {
  const quoted = tailOf(text);
  return {
    ja: `見出し「${quoted}」の後で記事が途切れ、本文がありません。本文を補うか、見出しを削除してください。`,
    en: `The text breaks off after the heading "${quoted}". Add its section or delete it.`,
  };
}

/** What is said of the text of a link that stops mid-way. */
export function messageOnLink(text: string): Message {
  const quoted = tailOf(text);
  return {
    ja: `リンクの題名「${quoted}」が途中で切れています。リンク先の題名に直してください。`,
    en: `The link title "${quoted}" breaks off. Write the title of its target.`,
  };
}

/** What is said of a second place. */
export const RELATED: Readonly<Record<Exclude<Whereabouts, 'unknown'> | 'torn', Message>> = {
  restarted: { ja: 'ここで最初から書き直されています。', en: 'It is started again here.' },
  continued: { ja: '途切れた文の続きはここです。', en: 'The sentence goes on here.' },
  copied: { ja: '同じ文がここでは続いています。', en: 'The same words go on here.' },
  torn: { ja: '同じ文がここでは前半からそろっています。', en: 'The same sentence stands here with its beginning.' },
};
