import { distance } from 'fastest-levenshtein';
import { type AcrossProblem, foldedTitle, groupsBy, type Member, otherArticles } from './member.ts';

/** Titles that differ in fewer characters than this share of their length are near duplicates. */
const NEAR = 0.1;
/** Pieces of a title by which near duplicates find one another; pieces that more titles share are phrases of the house. */
const PIECE = 8;
const MOST_SHARING = 12;

interface Titled {
  readonly member: Member;
  readonly folded: string;
}

/** Titles that are the same to a reader, and titles that nearly are. */
export function duplicateTitles(members: readonly Member[]): AcrossProblem[] {
  const titled = members.flatMap((member): Titled[] => {
    const folded = foldedTitle(member.facts.title?.text ?? '');
    return folded === '' ? [] : [{ member, folded }];
  });
  const groups = [...groupsBy(titled, ({ folded }) => folded).values()];
  const same = groups.flatMap((group) =>
    group.slice(1).flatMap(({ member }) =>
      problem(
        member,
        group.map((other) => other.member),
        'same',
      ),
    ),
  );
  const first = groups.flatMap(([representative]) => representative ?? []);
  const near = nearPairs(first).flatMap(([a, b]) => problem(b.member, [a.member], 'near'));
  return [...same, ...near];
}

function problem(member: Member, group: readonly Member[], kind: 'same' | 'near'): AcrossProblem[] {
  const { title } = member.facts;
  if (!title) return [];
  const others = group.filter((other) => other !== member);
  const ja = kind === 'same' ? '同じ' : 'ほとんど同じ';
  const en = kind === 'same' ? 'the same' : 'nearly the same';
  return [
    {
      member,
      id: 'duplicate-title',
      severity: kind === 'same' ? 'warning' : 'info',
      range: title.range,
      identity: foldedTitle(title.text),
      message: {
        ja: `タイトル「${title.text}」は別の${others.length}件の記事と${ja}です。記事の違いがわかるタイトルにしてください。`,
        en: `The title “${title.text}” is ${en} as that of ${otherArticles(others.length)}; give each a title of its own.`,
      },
      others: others.map((other) => ({
        member: other,
        range: other.facts.title?.range ?? [0, 0],
        message: { ja: `「${other.facts.title?.text}」`, en: `“${other.facts.title?.text}”` },
      })),
    },
  ];
}

/** Pairs of different titles that are nearly the same; each later title with the first such. Near-linear: only rare pieces pair. */
function nearPairs(titles: readonly Titled[]): [Titled, Titled][] {
  const byPiece = new Map<string, number[]>();
  titles.forEach(({ folded }, i) => {
    for (const piece of piecesOf(folded)) {
      const list = byPiece.get(piece) ?? [];
      if (list.length <= MOST_SHARING) list.push(i);
      byPiece.set(piece, list);
    }
  });
  return titles.flatMap((title, i): [Titled, Titled][] => {
    const other = earlierSharing(title.folded, i, byPiece)
      .flatMap((j) => titles[j] ?? [])
      .find(({ folded }) => isNear(title.folded, folded));
    return other ? [[other, title]] : [];
  });
}

function earlierSharing(folded: string, before: number, byPiece: ReadonlyMap<string, readonly number[]>): number[] {
  const lists = [...piecesOf(folded)].map((piece) => byPiece.get(piece) ?? []);
  const rare = lists.filter((list) => list.length <= MOST_SHARING);
  return [...new Set(rare.flat())].filter((i) => i < before).sort((a, b) => a - b);
}

function piecesOf(folded: string): Set<string> {
  const pieces = new Set<string>();
  for (let i = 0; i + PIECE <= folded.length; i++) pieces.add(folded.slice(i, i + PIECE));
  return pieces;
}

/** Titles that differ in a number are parts of a series, not duplicates. */
function isNear(a: string, b: string): boolean {
  const limit = Math.floor(Math.max(a.length, b.length) * NEAR);
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return false;
  return a.replaceAll(/\D/g, '') === b.replaceAll(/\D/g, '') && distance(a, b) <= limit;
}
