import type { FileResult, Severity } from '../lint/finding.ts';
import type { Bilingual, Locale } from '../lint/mistake.ts';
import { grouped } from './grouped.ts';
import { countsOf, type Located, placesInAll, severestFirst } from './places.ts';
import { onOneLine, printable, wellFormed } from './printable.ts';
import { wordsOf } from './words.ts';

/** How the report is written. */
export interface GithubOptions {
  readonly locale: Locale;
  /** Reports findings of severity info too. */
  readonly verbose: boolean;
}

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub shows so many annotations of each level that one step gives; one notice is ours. */
const SHOWN: Readonly<Record<Severity, number>> = { error: 10, warning: 10, info: 9 };

/**
 * GitHub Actions' workflow commands, which become annotations on the lines of a pull request: the severest first, as many as GitHub
 * shows. A notice says how many there are beyond; those stand in a folded group of the log. Paths have to be relative to the repository.
 */
export function formatGithub(results: readonly FileResult[], { locale, verbose }: GithubOptions): string {
  const found = severestFirst(results).filter(({ finding }) => verbose || finding.severity !== 'info');
  const { shown, rest } = split(found);
  const words = wordsOf(locale);
  const findings = results.flatMap((result) => result.findings);
  const summary =
    findings.length === 0 ? words.clean(results.length) : words.summary(results.length, countsOf(findings));
  const placeOf = placesInAll(results);
  return [
    ...(rest.length > 0 ? [`::notice title=koetsu::${data(cutOf(shown, found)[locale] + summary)}`] : []),
    ...shown.map((located) => annotationOf(located, words.related, placeOf)),
    ...(rest.length > 0 ? ['::group::koetsu', ...rest.map(logLine), '::endgroup::'] : []),
    logged(summary),
  ]
    .map((line) => `${wellFormed(line)}\n`)
    .join('');
}

/** What GitHub shows, and what it would leave out; both in the order given. */
function split(found: readonly Located[]): { readonly shown: readonly Located[]; readonly rest: readonly Located[] } {
  const taken: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown: Located[] = [];
  const rest: Located[] = [];
  for (const located of found) {
    const { severity } = located.finding;
    taken[severity] += 1;
    (taken[severity] <= SHOWN[severity] ? shown : rest).push(located);
  }
  return { shown, rest };
}

function cutOf(shown: readonly Located[], found: readonly Located[]): Bilingual {
  const [some, all] = [grouped(shown.length), grouped(found.length)];
  return {
    ja: `${all}件の指摘のうち、重大なものから${some}件を注釈にしました（GitHubの上限）。残りはこのステップのログにあります。`,
    en: `${some} of ${all} findings are annotated, the most severe first, as GitHub shows no more; the others are in the log of this step. `,
  };
}

function annotationOf(
  { finding, result, place: { start, end } }: Located,
  related: string,
  placeOf: ReturnType<typeof placesInAll>,
): string {
  const { ruleId, severity, message, docs } = finding;
  const properties = {
    file: result.filePath,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only of places within one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: ruleId,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  const places = finding.related.slice(0, 3).map((other) => {
    const path = other.filePath ?? result.filePath;
    return `${related} ${path}:${placeOf(path, other.range)?.start.line ?? ''} ${other.message}`;
  });
  const text = [message, ...places, ...(docs ? [docs] : [])].join('\n');
  return `::${COMMAND[severity]} ${list.join(',')}::${data(text)}`;
}

function logLine({ finding, result, place }: Located): string {
  const { start } = place;
  const { severity, message, ruleId } = finding;
  return logged(`- ${result.filePath}:${start.line}:${start.column}: ${severity}: ${message} [${ruleId}]`);
}

/** A line that the runner reads as no command, neither `::name::` at its start nor the older `##[name]` anywhere. */
function logged(text: string): string {
  return onOneLine(text).split('##[').map(printable).join('## [');
}

/** The escapes of the runner for what follows the second `::`. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of the runner for the value of a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Line breaks stay; other characters that a terminal obeys become visible. */
function visible(text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((part, i) => (i % 2 === 0 ? printable(part) : part))
    .join('');
}
