import type { Placed } from '../facts.ts';
import { type AcrossProblem, groupsBy, type Member } from './member.ts';

/** A figure phrase in so many articles, and in one of a hundred, is a stock phrase rather than a fact. */
const PHRASE_ARTICLES = 8;
const PHRASE_SHARE = 0.01;
/** A value that half of the articles have did not come from them. Fewer articles than this tell nothing. */
const CONSTANT_SHARE = 0.5;
const CONSTANT_ARTICLES = 20;

interface Use extends Placed {
  readonly member: Member;
  readonly key: string;
}

/** Figure phrases that stand in many articles, such as 75%以上の企業: one finding a phrase, in the first article that has it. */
export function repeatedFigures(members: readonly Member[]): AcrossProblem[] {
  const least = Math.max(PHRASE_ARTICLES, members.length * PHRASE_SHARE);
  const uses = members.flatMap((member): Use[] =>
    member.facts.phrases.map((phrase) => ({ ...phrase, member, key: 'phrase' })),
  );
  return [...groupsBy(uses, ({ text }) => text).values()]
    .filter((group) => group.length >= least)
    .flatMap((group) =>
      once(group, {
        id: 'repeated-figure',
        severity: 'info',
        message: {
          ja: `「${group[0]?.text}」という数字が${group.length}件の記事に出てきます。それぞれに根拠があるか確かめてください。`,
          en: `The figure “${group[0]?.text}” occurs in ${group.length} articles; check that each has a source for it.`,
        },
      }),
    );
}

/** Front matter values that most articles share where they ought to differ, such as `reading_time: 8`. */
export function constantValues(members: readonly Member[]): AcrossProblem[] {
  const uses = members.flatMap((member): Use[] => member.facts.values.map((value) => ({ ...value, member })));
  return [...groupsBy(uses, ({ key }) => key).values()].flatMap((ofKey) =>
    [...groupsBy(ofKey, ({ text }) => text).values()]
      .filter((group) => ofKey.length >= CONSTANT_ARTICLES && group.length >= ofKey.length * CONSTANT_SHARE)
      .flatMap((group) => constant(group, ofKey.length)),
  );
}

function constant(group: readonly Use[], all: number): AcrossProblem[] {
  const [{ key, text } = { key: '', text: '' }] = group;
  return once(group, {
    id: 'constant-value',
    severity: 'warning',
    message: {
      ja: `${key} が${all}件中${group.length}件の記事で「${text}」です。記事ごとの値になっているか確かめてください。`,
      en: `${key} is “${text}” in ${group.length} of ${all} articles; check that each article has a value of its own.`,
    },
  });
}

function once(
  [first, ...rest]: readonly Use[],
  what: Pick<AcrossProblem, 'id' | 'severity' | 'message'>,
): AcrossProblem[] {
  if (!first) return [];
  const others = rest.map(({ member, range }) => ({ member, range, message: { ja: first.text, en: first.text } }));
  return [{ ...what, member: first.member, range: first.range, identity: `${first.key} ${first.text}`, others }];
}
