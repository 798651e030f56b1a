import type { StatedFigure } from '../stated-figures.ts';
import { type AcrossProblem, groupsBy, type Member } from './member.ts';

/** Values closer than this are the same one, rounded. */
const ROUNDING = 0.05;
/** So many values show that the words leave out what they differ in. */
const MOST_VALUES = 3;

interface Use extends StatedFigure {
  readonly member: Member;
}

/** The same quantity with other values in other articles: a list for review, one finding a quantity. */
export function contradictoryFigures(members: readonly Member[]): AcrossProblem[] {
  const uses = members.flatMap((member): Use[] => member.facts.figures.map((figure) => ({ ...figure, member })));
  return [...groupsBy(uses, ({ key }) => key).values()].flatMap(problemOf);
}

function problemOf(group: readonly Use[]): AcrossProblem[] {
  const values = valuesOf(group);
  // An article that states two values itself tells them apart.
  if (values.length < 2 || values.length > MOST_VALUES || statesSeveral(values)) return [];
  const [usual = [], ...others] = values;
  const [odd] = others.at(-1) ?? [];
  const [known] = usual;
  if (!odd || !known) return [];
  return [
    {
      member: odd.member,
      id: 'contradictory-figures',
      severity: 'info',
      range: odd.range,
      identity: odd.key,
      message: {
        ja: `${odd.name}は、ここでは「${odd.surface}」ですが、別の記事では「${known.surface}」です。どちらが正しいか確かめてください。`,
        en: `${odd.name} is “${odd.surface}” here and “${known.surface}” in another article; check which is right.`,
      },
      others: [usual, ...others.slice(0, -1)].flat().map((use) => ({
        member: use.member,
        range: use.range,
        message: { ja: `「${use.surface}」`, en: `“${use.surface}”` },
      })),
    },
  ];
}

/** The uses by value, the commonest value first, then the one that came first; of one value in the order of the articles. */
function valuesOf(group: readonly Use[]): Use[][] {
  const place = new Map(group.map((use, i) => [use, i]));
  const byPlace = (a: Use | undefined, b: Use | undefined): number =>
    (a ? (place.get(a) ?? 0) : 0) - (b ? (place.get(b) ?? 0) : 0);
  const values: Use[][] = [];
  for (const use of [...group].sort((a, b) => a.value - b.value)) {
    const last = values.at(-1);
    if (last && use.value <= (last.at(-1)?.value ?? 0) * (1 + ROUNDING)) last.push(use);
    else values.push([use]);
  }
  for (const uses of values) uses.sort(byPlace);
  return values.sort((a, b) => b.length - a.length || byPlace(a[0], b[0]));
}

function statesSeveral(values: readonly (readonly Use[])[]): boolean {
  const members = values.flatMap((uses) => [...new Set(uses.map(({ member }) => member))]);
  return new Set(members).size < members.length;
}
