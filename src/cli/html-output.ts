import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Facts } from '../archive/facts.ts';
import { VERSION } from '../lint/docs.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { htmlReport } from '../report/html/html-report.ts';
import type { HtmlAssets } from '../report/html/shell.ts';

/** A result as the HTML report takes it. */
type Reported = FileResult & { readonly facts?: Facts | undefined };

/** A report that is written article by article. */
export interface ReportSink {
  readonly write: (result: Reported) => unknown;
  readonly end: () => readonly Mistake[] | Promise<readonly Mistake[]>;
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
  const temporary = join(dirname(file), `.koetsu-${randomBytes(6).toString('hex')}.tmp`);
  const mistakes: Mistake[] = [];
  const attempt = <T>(action: () => T): T | undefined => {
    if (mistakes.length > 0) return undefined;
    try {
      return action();
    } catch (error) {
      mistakes.push(unwritten(file, error));
      rmSync(temporary, { force: true });
      return undefined;
    }
  };
  const report = attempt(() => htmlReport({ locale, version: VERSION, made, assets: readAssets() }));
  const target = attempt(() => openSync(temporary, 'wx'));
  const send = (text: string): void => {
    if (text !== '' && target !== undefined) attempt(() => writeWhole(target, text));
  };
  send(report?.head() ?? '');
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
      send(report?.article(article) ?? '');
    },
    end: () => {
      send(report?.end() ?? '');
      if (target !== undefined) closeSync(target);
      attempt(() => renameSync(temporary, file));
      return mistakes;
    },
  };
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

/** A file takes as much as it likes at a time. */
function writeWhole(target: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(target, bytes, written);
}

function unwritten(file: string, error: unknown): Mistake {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    message: { ja: `レポートを書けません（${reason}）。`, en: `The report cannot be written: ${reason}` },
  };
}
