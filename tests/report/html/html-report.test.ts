import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { coveredLength } from '../../../src/report/html/covered.ts';
import { htmlReport, type ReportedArticle } from '../../../src/report/html/html-report.ts';
import { EVERYTHING, finding } from '../../support/results.ts';

const ASSETS = { script: 'start()', style: 'p{}' };

function reportOf(articles: readonly ReportedArticle[]): string {
  const report = htmlReport({ locale: 'ja', version: '0.1.0', made: new Date(0), assets: ASSETS });
  return [report.head(), ...articles.map(report.article), report.end()].join('');
}

function reported(parts: Partial<ReportedArticle>): ReportedArticle {
  return {
    filePath: 'a.md',
    text: '途中で',
    findings: [],
    title: undefined,
    date: undefined,
    readingTime: undefined,
    isNamed: false,
    ...parts,
  };
}

/** What an element holds. */
function unpacked(html: string, id: string) {
  const [, base64 = ''] = new RegExp(`id="${id}">([^<]*)<`).exec(html) ?? [];
  return JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString());
}

describe('htmlReport', () => {
  it('lets nothing act but its own script and style', () => {
    const html = reportOf([]);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none';");
    expect(policy).toContain(`script-src ${hash(ASSETS.script)};`);
    expect(policy).toContain(`style-src ${hash(ASSETS.style)};`);
    expect(policy).not.toContain('unsafe');
  });

  it('holds what articles say in a form that cannot be markup', () => {
    const evil = '</script><script>alert(1)</script><!--';
    const html = reportOf([
      reported({ filePath: evil, title: evil, text: evil, findings: [finding({ message: evil, ruleId: evil })] }),
    ]);
    expect(html).not.toContain('alert');
    expect(unpacked(html, 'a0').text).toBe(evil);
    expect(unpacked(html, 'index').articles[0].name).toBe(evil);
  });

  it('gives every finding with its line, and its details with the text', () => {
    const html = reportOf(EVERYTHING.map((result) => reported({ ...result })));
    const index = unpacked(html, 'index');
    expect(index.findings.id).toEqual(['aa', '0123456789abcdef', 'bb', '0123456789abcdef']);
    expect(index.findings.line).toEqual([3, 3, 1, 1]);
    expect(index.articles.map(({ first, count }: { first: number; count: number }) => [first, count])).toEqual([
      [0, 2],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
    expect(unpacked(html, 'a0').details[1].related).toHaveLength(3);
  });

  it('leaves out the text of articles without findings, unless another one points to it', () => {
    const html = reportOf([reported({ text: 'one' }), reported({ text: 'two', isNamed: true })]);
    expect(html).not.toContain('id="a0"');
    expect(unpacked(html, 'a1').text).toBe('two');
  });

  it('counts repeated text once', () => {
    expect(coveredLength([], 9)).toBe(0);
    expect(
      coveredLength(
        [
          [4, 8],
          [0, 2],
          [1, 5],
          [7, 99],
        ],
        9,
      ),
    ).toBe(9);
    expect(coveredLength([[5, 2]], 9)).toBe(0);
  });
});
