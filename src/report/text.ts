import pc from 'picocolors';
import type { FileResult, Finding, Severity } from '../lint/finding.ts';
import type { Locale } from '../lint/mistake.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { excerptOf } from './excerpt.ts';
import { grouped } from './grouped.ts';
import { printable } from './printable.ts';
import { widthOf } from './width.ts';
import { type Words, wordsOf } from './words.ts';

/** How a report is shown. */
export interface TextOptions {
  readonly locale: Locale;
  readonly color: boolean;
  /** Terminal cells. */
  readonly width: number;
  /** Shows findings of severity info too. */
  readonly verbose: boolean;
  /** Name under which a file is shown. */
  readonly nameOf: (filePath: string) => string;
}

type Colors = ReturnType<typeof pc.createColors>;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** For people: every finding with the line it stands on and the place it refers to, then a summary by rule. */
export function formatText(results: readonly FileResult[], options: TextOptions): string {
  const colors = pc.createColors(options.color);
  const words = wordsOf(options.locale);
  const files = results.map((result) => fileText(result, options, colors, words)).filter(Boolean);
  return [...files, summaryText(results, options, colors, words)].join('\n');
}

function fileText(result: FileResult, options: TextOptions, colors: Colors, words: Words): string {
  const shown = result.findings.filter((finding) => options.verbose || finding.severity !== 'info');
  if (shown.length === 0) return '';
  const starts = lineStartsOf(result.text);
  const name = colors.bold(colors.underline(printable(options.nameOf(result.filePath))));
  const lines = shown.flatMap((finding) => [...findingLines(finding, result, { starts, options, colors, words }), '']);
  return [name, '', ...lines].join('\n');
}

interface Page {
  readonly starts: readonly number[];
  readonly options: TextOptions;
  readonly colors: Colors;
  readonly words: Words;
}

function findingLines(finding: Finding, result: FileResult, page: Page): string[] {
  const { colors, words, starts } = page;
  const { line, column } = positionOf(result.text, finding.range[0], starts);
  const severity = paint(finding.severity, colors)(words.severity[finding.severity]);
  const fixable = finding.fix ? colors.green(` [${words.fixable}]`) : '';
  const head = `  ${colors.bold(`${line}:${column}`)}  ${severity}  ${colors.dim(finding.ruleId)}${fixable}`;
  const message = finding.message.split('\n').map((part) => `    ${printable(part)}`);
  const own = excerptLines(finding.range, result.text, paint(finding.severity, colors), page);
  const related = finding.related.slice(0, 3).flatMap((place) => {
    if (place.filePath)
      return [`    ${colors.cyan(`${words.related}:`)} ${printable(place.filePath)} ${printable(place.message)}`];
    const at = positionOf(result.text, place.range[0], starts);
    const title = `    ${colors.cyan(`${words.related} ${at.line}:${at.column}`)}  ${printable(place.message)}`;
    return [title, ...excerptLines(place.range, result.text, colors.cyan, page)];
  });
  const suggestions = finding.suggestions
    .slice(0, 3)
    .map((suggestion) => `    ${colors.green(`${words.suggestion}:`)} ${printable(suggestion.message)}`);
  return [head, ...message, ...own, ...related, ...suggestions];
}

function excerptLines(range: Range, text: string, mark: (text: string) => string, page: Page): string[] {
  const { line } = positionOf(text, range[0], page.starts);
  const number = String(line).padStart(5);
  const width = Math.max(20, page.options.width - number.length - 4);
  const excerpt = excerptOf(text, range, { line, start: page.starts[line - 1] ?? 0 }, width);
  const bar = page.colors.dim('│');
  return [
    `${page.colors.dim(number)} ${bar} ${excerpt.text}`,
    `${' '.repeat(number.length)} ${bar} ${' '.repeat(excerpt.before)}${mark('‾'.repeat(excerpt.marked))}`,
  ];
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function summaryText(results: readonly FileResult[], options: TextOptions, colors: Colors, words: Words): string {
  const findings = results.flatMap((result) => result.findings);
  if (findings.length === 0) return `${colors.green(words.clean(results.length))}\n`;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  const fixable = findings.filter((finding) => finding.fix && (options.verbose || finding.severity !== 'info')).length;
  const notes = [
    ...(fixable > 0 ? [words.canFix(fixable)] : []),
    ...(counts.info > 0 && !options.verbose ? [words.hidden(counts.info)] : []),
  ];
  const total = words.summary(results.length, counts);
  return [
    ...ruleTable(findings, colors, words),
    '',
    colors.bold(total),
    ...notes.map((note) => colors.dim(note)),
    '',
  ].join('\n');
}

function ruleTable(findings: readonly Finding[], colors: Colors, words: Words): string[] {
  const byRule = new Map<string, Record<Severity, number>>();
  for (const { ruleId, severity } of findings) {
    const row = byRule.get(ruleId) ?? { error: 0, warning: 0, info: 0 };
    row[severity] += 1;
    byRule.set(ruleId, row);
  }
  const rows = [...byRule].sort(
    ([a, x], [b, y]) => y.error - x.error || y.warning - x.warning || y.info - x.info || (a < b ? -1 : 1),
  );
  const width = Math.max(widthOf(words.rule), ...rows.map(([ruleId]) => ruleId.length));
  const pad = (text: string, cells: number): string => ' '.repeat(Math.max(0, cells - widthOf(text))) + text;
  const head = `  ${words.rule}${' '.repeat(width - widthOf(words.rule))}${SEVERITIES.map((severity) => pad(words.severity[severity], 9)).join('')}`;
  const lines = rows.map(([ruleId, row]) => {
    const cells = SEVERITIES.map((severity) => {
      const text = pad(row[severity] === 0 ? '·' : grouped(row[severity]), 9);
      return row[severity] === 0 ? colors.dim(text) : paint(severity, colors)(text);
    });
    return `  ${ruleId.padEnd(width)}${cells.join('')}`;
  });
  return [colors.dim(head), ...lines];
}
