import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import { applySuppressions } from '../lint/suppressions.ts';
import { contradictoryFigures } from './across/contradictory-figures.ts';
import { deadLinks } from './across/dead-links.ts';
import { duplicateSlugs, staleLinkTitles } from './across/links.ts';
import { type AcrossProblem, findingOf, type Member } from './across/member.ts';
import { sharedPassages } from './across/passages.ts';
import { constantValues, repeatedFigures } from './across/repeated.ts';
import { duplicateTitles } from './across/titles.ts';
import type { Facts } from './facts.ts';
import { nameIn } from './shard.ts';

const CHECKS: readonly ((members: readonly Member[]) => AcrossProblem[])[] = [
  duplicateTitles,
  sharedPassages,
  repeatedFigures,
  contradictoryFigures,
  constantValues,
  staleLinkTitles,
  deadLinks,
  duplicateSlugs,
];

/**
 * Findings that only show across articles, by file. Near-linear in the number of articles; their order changes nothing: the
 * earlier article is the one with the earlier date, then name.
 */
export function checkAcross(
  articles: Iterable<{ readonly filePath: string; readonly facts: Facts }>,
  { root, locale }: Pick<Config, 'root' | 'locale'>,
): Map<string, Finding[]> {
  const members = Array.from(articles, ({ filePath, facts }): Member => {
    return { filePath, name: nameIn(root, filePath), facts };
  }).sort(byDate);
  const byFile = new Map<string, Finding[]>();
  for (const problem of CHECKS.flatMap((check) => check(members))) {
    const { filePath, facts } = problem.member;
    const { kept } = applySuppressions([findingOf(problem, locale)], facts.suppressions);
    if (kept.length > 0) byFile.set(filePath, [...(byFile.get(filePath) ?? []), ...kept]);
  }
  return byFile;
}

function byDate(a: Member, b: Member): number {
  const [x, y] = [`${a.facts.date ?? ''} ${a.name}`, `${b.facts.date ?? ''} ${b.name}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
