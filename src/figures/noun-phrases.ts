import type { Morpheme } from '../text/morphemes.ts';

/** A run of nouns, with the particle that follows it. */
export interface NounPhrase {
  readonly text: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** The particle right behind it: は, が, の …; empty for none. */
  readonly particle: string;
  /** True if a proper name, a word that the dictionary does not know, or Latin letters stand in it. */
  readonly named: boolean;
}

const memo = new WeakMap<readonly Morpheme[], readonly NounPhrase[]>();

/** Noun phrases of a text, in order. The morphemes must be those of the whole text; what they skip is skipped. Read once for a list. */
export function nounPhrasesIn(morphemes: readonly Morpheme[]): readonly NounPhrase[] {
  const phrases = memo.get(morphemes) ?? readPhrases(morphemes);
  memo.set(morphemes, phrases);
  return phrases;
}

function readPhrases(morphemes: readonly Morpheme[]): readonly NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let position = 0;
  let open: NounPhrase | undefined;
  for (const morpheme of morphemes) {
    const end = position + morpheme.surface_form.length;
    if (isPart(morpheme, open !== undefined)) {
      const text = (open?.text ?? '') + morpheme.surface_form;
      const named = open?.named === true || isName(morpheme);
      open = { text, start: open?.start ?? position, end, particle: '', named };
    } else {
      if (open) phrases.push({ ...open, particle: morpheme.pos === '助詞' ? morpheme.surface_form : '' });
      open = undefined;
    }
    position = end;
  }
  return open ? [...phrases, open] : phrases;
}

const NOT_HEADS = new Set(['非自立', '代名詞', '数']);

function isPart(morpheme: Morpheme, inside: boolean): boolean {
  const { pos, pos_detail_1: detail, surface_form: surface } = morpheme;
  // A suffix that follows no noun belongs to a number: 2026年, 3社.
  if (pos === '名詞') return !NOT_HEADS.has(detail) && (inside || detail !== '接尾');
  if (pos === '接頭詞') return detail !== '数接続';
  // Latin names and what stands inside them: GPT-4, Amazon Web Services, A・B.
  return /^[A-Za-z&.]+$/.test(surface) || (inside && /^[ ・\-ー]$/.test(surface));
}

function isName({ pos_detail_1, word_type, surface_form }: Morpheme): boolean {
  return pos_detail_1 === '固有名詞' || word_type === 'UNKNOWN' || /^[A-Za-z]{2,}/.test(surface_form);
}
