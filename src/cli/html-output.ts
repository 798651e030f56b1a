import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Facts } from '../archive/facts.ts';
import { VERSION } from '../lint/docs.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { htmlReport } from '../report/html/html-report.ts';
import type { HtmlAssets } from '../report/html/shell.ts';
import { unwrittenReport } from './formats.ts';
import { openReportFile } from './report-file.ts';

/** A result as the HTML report takes it. */
type Reported = FileResult & { readonly facts?: Facts | undefined };

/** A report that is written article by article. */
export interface ReportSink {
  readonly write: (result: Reported) => unknown;
  readonly end: () => readonly Mistake[] | Promise<readonly Mistake[]>;
  /** Leaves nothing behind; does nothing after `end`. */
  readonly discard: () => void;
}

interface HtmlOutputOptions {
  /** Absolute. */
  readonly file: string;
  readonly locale: Locale;
  readonly made: Date;
  /** Names in the report are relative to it: a report that is passed on says nothing of the machine. */
  readonly root: string;
  /** Findings whose other places have to be shown, wherever they are. */
  readonly across: ReadonlyMap<string, readonly Finding[]>;
}

/** Opens the HTML report; `file` is replaced at the end only. Whatever goes wrong with its file is told at the end. */
export function openHtmlReport({ file, locale, made, root, across }: HtmlOutputOptions): ReportSink {
  const nameOf = (filePath: string): string => relative(root, filePath).split(sep).join('/') || filePath;
  const named = new Set([...across.values()].flat().flatMap(({ related }) => related.map((place) => place.filePath)));
  const target = openReportFile(file);
  const mistakes: Mistake[] = [];
  const report = assetsOr(mistakes, file, (assets) => htmlReport({ locale, version: VERSION, made, assets }));
  target.send(report?.head() ?? '');
  return {
    write: ({ facts, ...result }) => {
      const article = {
        ...result,
        filePath: nameOf(result.filePath),
        findings: result.findings.map((finding) => renamed(finding, nameOf)),
        title: facts?.title?.text,
        date: facts?.date,
        readingTime: facts?.readingTime,
        isNamed: named.has(result.filePath),
      };
      target.send(report?.article(article) ?? '');
    },
    end: () => {
      if (!report) return mistakes;
      target.send(report.end());
      return target.end();
    },
    discard: target.discard,
  };
}

/** Without the parts of the page, which a build makes, there is no report. */
function assetsOr<T>(mistakes: Mistake[], file: string, make: (assets: HtmlAssets) => T): T | undefined {
  try {
    return make(readAssets());
  } catch (error) {
    mistakes.push(unwrittenReport(file, error));
    return undefined;
  }
}

/** The program and the style of the page lie beside its generator, where the build puts them. */
function readAssets(): HtmlAssets {
  const read = (name: string): string => readFileSync(new URL(`../report/html/${name}`, import.meta.url), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}

function renamed(finding: Finding, nameOf: (filePath: string) => string): Finding {
  const related = finding.related.map((place) =>
    place.filePath === undefined ? place : { ...place, filePath: nameOf(place.filePath) },
  );
  return { ...finding, related };
}
