import type { FileResult, Finding } from '../../lint/finding.ts';
import type { Locale } from '../../lint/mistake.ts';
import { lineStartsOf, positionOf } from '../../text/positions.ts';
import { coveredLength } from './covered.ts';
import {
  type ArticleData,
  type ArticleEntry,
  articleElement,
  type FindingColumns,
  INDEX_ELEMENT,
  type IndexData,
  SEVERITIES,
} from './data.ts';
import { packed } from './pack.ts';
import { type HtmlAssets, headOf, tailOf } from './shell.ts';

/** An article with its findings, all names as the report shall show them. */
export interface ReportedArticle extends FileResult {
  readonly title: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Minutes. */
  readonly readingTime: { readonly declared: number | undefined; readonly computed: number } | undefined;
  /** True if the text has to be in the report even if nothing was found in it: others point to it. */
  readonly isNamed: boolean;
}

export interface HtmlReportOptions {
  readonly locale: Locale;
  readonly version: string;
  readonly made: Date;
  readonly assets: HtmlAssets;
}

/** A report that is written piece by piece: what it holds in memory is a few numbers a finding, and no text. */
export interface HtmlReport {
  readonly head: () => string;
  /** One article; empty for those whose text the report does not need. */
  readonly article: (article: ReportedArticle) => string;
  readonly end: () => string;
}

/** The rules whose findings are repeated text. */
const DUPLICATES: ReadonlySet<string> = new Set(['koetsu/duplicated-passages']);

type Growing = { [Column in keyof FindingColumns]: FindingColumns[Column][number][] };

/** Starts the HTML report: one file that needs no other and loads nothing. */
export function htmlReport({ locale, version, made, assets }: HtmlReportOptions): HtmlReport {
  const rules = new Map<string, { number: number; docs: string | undefined }>();
  const messages = new Map<string, number>();
  const articles: ArticleEntry[] = [];
  const findings: Growing = { article: [], rule: [], severity: [], line: [], message: [], places: [], id: [] };

  function add(finding: Finding, line: number): void {
    const rule = rules.get(finding.ruleId) ?? { number: rules.size, docs: finding.docs };
    const message = messages.get(finding.message) ?? messages.size;
    rules.set(finding.ruleId, rule);
    messages.set(finding.message, message);
    findings.article.push(articles.length);
    findings.rule.push(rule.number);
    findings.severity.push(SEVERITIES.indexOf(finding.severity));
    findings.line.push(line);
    findings.message.push(message);
    findings.places.push(finding.related.length);
    findings.id.push(finding.fingerprint);
  }

  return {
    head: () => headOf(assets, locale),
    article: (article) => {
      const number = articles.length;
      const lines = lineStartsOf(article.text);
      const first = findings.id.length;
      for (const finding of article.findings) add(finding, positionOf(article.text, finding.range[0], lines).line);
      const isPacked = article.findings.length > 0 || article.isNamed;
      articles.push({ ...entryOf(article), first, count: article.findings.length, packed: isPacked });
      return isPacked ? packed(articleElement(number), dataOf(article)) : '';
    },
    end: () => {
      const index: IndexData = {
        locale,
        version,
        made: made.toISOString(),
        rules: Array.from(rules, ([id, { docs }]) => ({ id, docs })),
        articles,
        messages: [...messages.keys()],
        findings,
      };
      return packed(INDEX_ELEMENT, index) + tailOf(assets);
    },
  };
}

function entryOf({ filePath, text, title, date, findings, readingTime }: ReportedArticle) {
  const duplicates = findings.filter(({ ruleId }) => DUPLICATES.has(ruleId)).map(({ range }) => range);
  return {
    name: filePath,
    title: title ?? '',
    date: date ?? '',
    length: text.length,
    duplicated: coveredLength(duplicates, text.length),
    declared: readingTime?.declared,
    computed: readingTime?.computed,
  };
}

function dataOf({ text, findings }: ReportedArticle): ArticleData {
  return {
    text,
    details: findings.map(({ range, related, fix, suggestions }) => ({
      range,
      related: related.map((place) => ({ name: place.filePath, range: place.range, message: place.message })),
      fix,
      suggestions,
    })),
  };
}
