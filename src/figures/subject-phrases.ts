import type { Morpheme } from '../text/morphemes.ts';
import { firstAtLeast } from '../text/search.ts';
import { attributeAtEnd } from './attributes.ts';
import { type NounPhrase, nounPhrasesIn } from './noun-phrases.ts';

/** The noun phrases of a text, to be asked for by their place: many figures of one long text ask. */
export interface Phrases {
  /** The phrase that begins before an offset and ends behind it. */
  readonly holding: (offset: number) => NounPhrase | undefined;
  readonly byEnd: ReadonlyMap<number, NounPhrase>;
  /** Ends of the phrases that are topics … */
  readonly topicEnds: readonly number[];
  /** … and what the text up to the end of each speaks of. */
  readonly subjects: readonly string[];
}

type Ends = Pick<Phrases, 'byEnd'>;

const memo = new WeakMap<readonly Morpheme[], Phrases>();

/** The noun phrases of the text of these morphemes; read once for a list. */
export function phrasesIn(morphemes: readonly Morpheme[]): Phrases {
  const phrases = memo.get(morphemes) ?? readPhrases(nounPhrasesIn(morphemes));
  memo.set(morphemes, phrases);
  return phrases;
}

const TOPIC = /^(?:は|が|も|では|には|とは)$/;

function readPhrases(list: readonly NounPhrase[]): Phrases {
  const starts = list.map(({ start }) => start);
  const byEnd = new Map(list.map((phrase) => [phrase.end, phrase]));
  const topics = list.filter(({ particle }) => TOPIC.test(particle));
  const holding = (offset: number): NounPhrase | undefined => {
    const phrase = list[firstAtLeast(starts, offset) - 1];
    return phrase && phrase.end > offset ? phrase : undefined;
  };
  return { holding, byEnd, topicEnds: topics.map(({ end }) => end), subjects: subjectsOf(topics, { byEnd }) };
}

/** For each topic the last one with a name up to there, else the last thing, else the owner of the last attribute that has one. */
function subjectsOf(topics: readonly NounPhrase[], ends: Ends): string[] {
  let named: NounPhrase | undefined;
  let thing: NounPhrase | undefined;
  // 「青葉電機の従業員数は…、売上高は」: the owner of the first attribute goes on.
  let owner: NounPhrase | undefined;
  return topics.map((topic) => {
    if (!isAttribute(topic.text)) {
      thing = topic;
      if (topic.named) named = topic;
    }
    owner = ownerOf(topic, ends) ?? owner;
    const subject = named ?? thing;
    return subject ? withOwner(subject, ends) : (owner?.text ?? '');
  });
}

/** The subject of the last topic that ends before an offset; empty if there is none. */
export function topicBefore(offset: number, { topicEnds, subjects }: Phrases): string {
  return subjects[firstAtLeast(topicEnds, offset + 1) - 1] ?? '';
}

/** The phrase that ends at an offset and is followed by の. */
export function phraseEndingAt(end: number, { byEnd }: Ends): NounPhrase | undefined {
  const phrase = byEnd.get(end);
  return phrase?.particle === 'の' ? phrase : undefined;
}

/** A phrase with the one that owns it: A の B. */
export function withOwner(phrase: NounPhrase, phrases: Ends): string {
  const owner = ownerOf(phrase, phrases);
  return owner ? `${owner.text}の${phrase.text}` : phrase.text;
}

function ownerOf({ start }: NounPhrase, phrases: Ends): NounPhrase | undefined {
  return phraseEndingAt(start - 1, phrases);
}

function isAttribute(text: string): boolean {
  return attributeAtEnd(text)?.word === text;
}
