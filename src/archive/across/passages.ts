import type { Range } from '../../text/range.ts';
import type { AcrossProblem, Member } from './member.ts';

/** An article is a copy if it shares this much of the shorter one's sentences with another, and not just a few. */
const COPY_SHARE = 0.5;
const COPY_SENTENCES = 8;
/** A passage: so many sentences in a row that stand in another article too. */
const PASSAGE_SENTENCES = 3;
/** A sentence in more articles than this (or one in a hundred) is boilerplate: a greeting, a notice, a call to action. */
const BOILERPLATE = 5;

/** Sentences by article: how many articles have each, and the first that does. */
interface Index {
  readonly count: ReadonlyMap<number, number>;
  readonly first: ReadonlyMap<number, Place>;
  readonly most: number;
}

interface Place {
  readonly member: Member;
  readonly sentence: number;
}

/** Articles that are copies of earlier ones, and passages that stand in two articles. */
export function sharedPassages(members: readonly Member[]): AcrossProblem[] {
  const index = indexOf(members);
  return members.flatMap((member) => {
    const copied = copyOf(member, index);
    return copied ? [copied] : passagesOf(member, index);
  });
}

function indexOf(members: readonly Member[]): Index {
  const count = recurring(members);
  const first = new Map<number, Place>();
  for (const member of members) {
    member.facts.sketch.hashes.forEach((hash, sentence) => {
      if (count.has(hash) && !first.has(hash)) first.set(hash, { member, sentence });
    });
  }
  return { count, first, most: Math.max(BOILERPLATE, Math.floor(members.length / 100)) };
}

/** In how many articles each sentence stands, for those in more than one: few, so that a large archive needs little memory. */
function recurring(members: readonly Member[]): Map<number, number> {
  const own = members.map(({ facts }) => Uint32Array.from(new Set(facts.sketch.hashes)));
  const all = new Uint32Array(own.reduce((sum, hashes) => sum + hashes.length, 0));
  let at = 0;
  for (const hashes of own) {
    all.set(hashes, at);
    at += hashes.length;
  }
  all.sort();
  const count = new Map<number, number>();
  all.forEach((hash, i) => {
    if (hash === all[i - 1]) count.set(hash, (count.get(hash) ?? 1) + 1);
  });
  return count;
}

function copyOf(member: Member, { first }: Index): AcrossProblem | undefined {
  const own = new Set(member.facts.sketch.hashes);
  const shared = new Map<Member, number>();
  for (const hash of own) {
    const other = first.get(hash)?.member;
    if (other && other !== member) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const [best] = [...shared].sort((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const [other, sentences] = best;
  const shorter = Math.min(own.size, new Set(other.facts.sketch.hashes).size);
  if (sentences < COPY_SENTENCES || sentences < shorter * COPY_SHARE) return undefined;
  const percent = Math.round((sentences / shorter) * 100);
  return {
    member,
    id: 'duplicate-article',
    severity: 'warning',
    range: member.facts.title?.range ?? sentenceRange(member, 0),
    identity: other.name,
    message: {
      ja: `この記事の文の${percent}%（${sentences}文）は別の記事と同じです。どちらかを書き直すか、1つにまとめてください。`,
      en: `${percent}% of the sentences (${sentences}) are those of another article; rewrite one of the two, or merge them.`,
    },
    others: [
      {
        member: other,
        range: other.facts.title?.range ?? sentenceRange(other, 0),
        message: { ja: '同じ文を含む記事', en: 'the article with the same sentences' },
      },
    ],
  };
}

function passagesOf(member: Member, { count, first, most }: Index): AcrossProblem[] {
  const { hashes } = member.facts.sketch;
  const problems: AcrossProblem[] = [];
  for (let i = 0; i < hashes.length; ) {
    const place = placeElsewhere(hashes[i]);
    let length = 0;
    while (place && followsOn(place, hashes[i + length], length)) length++;
    if (place && length >= PASSAGE_SENTENCES) problems.push(passage(member, i, place, length));
    i += Math.max(1, length);
  }
  return problems;

  function placeElsewhere(hash = -1): Place | undefined {
    const place = first.get(hash);
    return place && place.member !== member && (count.get(hash) ?? 0) <= most ? place : undefined;
  }

  function followsOn(place: Place, hash: number | undefined, by: number): boolean {
    const next = hash === undefined ? undefined : place.member.facts.sketch.hashes[place.sentence + by];
    return next !== undefined && next === hash && (count.get(next) ?? 0) <= most;
  }
}

function passage(member: Member, sentence: number, place: Place, length: number): AcrossProblem {
  const range: Range = [sentenceRange(member, sentence)[0], sentenceRange(member, sentence + length - 1)[1]];
  const there: Range = [
    sentenceRange(place.member, place.sentence)[0],
    sentenceRange(place.member, place.sentence + length - 1)[1],
  ];
  return {
    member,
    id: 'shared-passage',
    severity: 'info',
    range,
    identity: String(member.facts.sketch.hashes[sentence]),
    message: {
      ja: `${length}文続けて別の記事と同じです。引用でなければ、どちらかを書き直してください。`,
      en: `${length} sentences in a row are those of another article; unless this is a quotation, rewrite one of the two.`,
    },
    others: [{ member: place.member, range: there, message: { ja: '同じ文章', en: 'the same passage' } }],
  };
}

function sentenceRange({ facts }: Member, sentence: number): Range {
  const { places } = facts.sketch;
  return [places[2 * sentence] ?? 0, places[2 * sentence + 1] ?? 0];
}
