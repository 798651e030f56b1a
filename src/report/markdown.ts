import type { FileResult, Finding, Severity } from '../lint/finding.ts';
import type { Locale } from '../lint/mistake.ts';
import { grouped } from './grouped.ts';
import { codeMarkdown, plainMarkdown } from './markdown-escape.ts';
import { countsOf, type Place, placesIn, placesInAll } from './places.ts';
import { snippetOf } from './snippet.ts';
import { type Words, wordsOf } from './words.ts';

/** How the report is written. */
export interface MarkdownOptions {
  readonly locale: Locale;
  /** Lists findings of severity info too. */
  readonly verbose: boolean;
  /** Address of a line of an article, where it can be read. */
  readonly linkOf?: ((filePath: string, line: number) => string | undefined) | undefined;
  /** What the report may take: UTF-16 code units, and bytes of UTF-8. */
  readonly limit: { readonly characters: number; readonly bytes: number };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** Kept free for the sentence about what was left out. */
const RESERVE = 400;
const HEADS = {
  ja: { line: '行', severity: '重大度', message: '内容', rule: 'ルール' },
  en: { line: 'Line', severity: 'Severity', message: 'Message', rule: 'Rule' },
} as const;

/**
 * GitHub's Markdown for a job summary or a comment: a table by rule, then a table for each article, those with the most errors first.
 * What does not fit is left out from the end, and said.
 */
export function formatMarkdown(results: readonly FileResult[], options: MarkdownOptions): string {
  const findings = results.flatMap((result) => result.findings);
  const words = wordsOf(options.locale);
  if (findings.length === 0) return `### koetsu\n\n${words.clean(results.length)}\n`;
  const placeOf = placesInAll(results);
  const articles = worstFirst(results.map((result) => ({ ...result, findings: shownOf(result.findings, options) })));
  const head = [
    '### koetsu',
    '',
    `**${words.summary(results.length, countsOf(findings))}**`,
    '',
    ...ruleTable(findings, options),
  ];
  const rows = articles.flatMap((result) => articleRows(result, options, placeOf));
  const kept = fitting([...head, ...rows], options.limit);
  const shown = Math.max(0, kept.length - head.length);
  const listed = findings.filter(isShown(options)).length;
  return `${[...kept, '', ...notesOf(listed - shown, findings, options)].join('\n').trimEnd()}\n`;
}

function isShown({ verbose }: MarkdownOptions): (finding: Finding) => boolean {
  return (finding) => verbose || finding.severity !== 'info';
}

function shownOf(findings: readonly Finding[], options: MarkdownOptions): readonly Finding[] {
  return findings.filter(isShown(options));
}

function worstFirst(results: readonly FileResult[]): readonly FileResult[] {
  const counted = results.map((result) => ({ result, counts: countsOf(result.findings) }));
  return counted
    .sort(({ counts: a }, { counts: b }) => b.error - a.error || b.warning - a.warning || b.info - a.info)
    .map(({ result }) => result);
}

/** As many of the first lines as fit. */
function fitting(lines: readonly string[], { characters, bytes }: MarkdownOptions['limit']): readonly string[] {
  let [usedCharacters, usedBytes] = [RESERVE, 3 * RESERVE];
  const end = lines.findIndex((line) => {
    usedCharacters += line.length + 1;
    usedBytes += Buffer.byteLength(line) + 1;
    return usedCharacters > characters || usedBytes > bytes;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function ruleTable(findings: readonly Finding[], { locale }: MarkdownOptions): string[] {
  const words = wordsOf(locale);
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const found = byRule.get(finding.ruleId);
    if (found) found.push(finding);
    else byRule.set(finding.ruleId, [finding]);
  }
  const rows = [...byRule].map(([ruleId, found]) => ({ ruleId, docs: found[0]?.docs, counts: countsOf(found) }));
  rows.sort(
    ({ counts: a, ruleId: x }, { counts: b, ruleId: y }) =>
      b.error - a.error || b.warning - a.warning || b.info - a.info || (x < y ? -1 : 1),
  );
  return [
    `| ${words.rule} | ${SEVERITIES.map((severity) => words.severity[severity]).join(' | ')} |`,
    '|:--|--:|--:|--:|',
    ...rows.map(({ ruleId, docs, counts }) => {
      const cells = SEVERITIES.map((severity) => (counts[severity] === 0 ? '·' : grouped(counts[severity])));
      return `| ${linked(codeMarkdown(ruleId), docs)} | ${cells.join(' | ')} |`;
    }),
  ];
}

/** One text for each finding; the first one carries the heading of the article and the head of its table. */
function articleRows(
  { filePath, text, findings }: FileResult,
  options: MarkdownOptions,
  placeIn: ReturnType<typeof placesInAll>,
): string[] {
  const placeOf = placesIn(text);
  const head = HEADS[options.locale];
  const title = [
    '',
    `#### ${linked(plainMarkdown(filePath), options.linkOf?.(filePath, 1))}`,
    '',
    `| ${head.line} | ${head.severity} | ${head.message} | ${head.rule} |`,
    '|--:|:--|:--|:--|',
  ];
  return findings.map((finding, i) => {
    const row = rowOf(finding, placeOf(finding.range), { filePath, text, options, placeIn });
    return i === 0 ? [...title, row].join('\n') : row;
  });
}

interface Page {
  readonly filePath: string;
  readonly text: string;
  readonly options: MarkdownOptions;
  readonly placeIn: ReturnType<typeof placesInAll>;
}

function rowOf(finding: Finding, { start }: Place, page: Page): string {
  const { filePath, text, options } = page;
  const words = wordsOf(options.locale);
  const line = linked(String(start.line), options.linkOf?.(filePath, start.line));
  const excerpt = snippetOf(text, finding.range, start.column);
  const content = [
    plainMarkdown(finding.message.trimEnd()),
    ...(excerpt === undefined
      ? []
      : [
          `<code>${plainMarkdown(excerpt.before)}<b>${plainMarkdown(excerpt.marked)}</b>${plainMarkdown(excerpt.after)}</code>`,
        ]),
    ...relatedLines(finding, page, words),
  ].join('<br>');
  return `| ${line} | ${words.severity[finding.severity]} | ${content} | ${linked(codeMarkdown(finding.ruleId), finding.docs)} |`;
}

function relatedLines({ related }: Finding, { filePath, options, placeIn }: Page, words: Words): string[] {
  return related.slice(0, 3).map((place) => {
    const path = place.filePath ?? filePath;
    const line = placeIn(path, place.range)?.start.line;
    const name = [...(place.filePath === undefined ? [] : [path]), ...(line === undefined ? [] : [`L${line}`])].join(
      ' ',
    );
    return `${words.related} ${linked(plainMarkdown(name), options.linkOf?.(path, line ?? 1))} ${plainMarkdown(place.message)}`;
  });
}

/** A link, where there is an address. */
function linked(markdown: string, address: string | undefined): string {
  return address === undefined ? markdown : `[${markdown}](<${address.replaceAll(/[<>|\s\\]/g, encodeURIComponent)}>)`;
}

function notesOf(leftOut: number, findings: readonly Finding[], options: MarkdownOptions): string[] {
  const { locale, verbose } = options;
  const infos = findings.filter((finding) => finding.severity === 'info').length;
  const count = grouped(leftOut);
  const cut = {
    ja: `**ほかに${count}件の指摘があります（長さの上限のため省略しました）。**`,
    en: `**${count} more findings are not listed, for this report may not be longer.**`,
  };
  return [
    ...(leftOut > 0 ? [cut[locale], ''] : []),
    ...(infos > 0 && !verbose ? [plainMarkdown(wordsOf(locale).hidden(infos))] : []),
  ];
}
