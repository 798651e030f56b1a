import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../src/lint/finding.ts';
import { formatCheckstyle } from '../../src/report/checkstyle.ts';
import { formatCompact } from '../../src/report/compact.ts';
import { formatGithub } from '../../src/report/github.ts';
import { formatGitlab } from '../../src/report/gitlab.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatJunit } from '../../src/report/junit.ts';
import { formatMarkdown } from '../../src/report/markdown.ts';
import { formatRdjson, formatRdjsonl } from '../../src/report/rdjson.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { cellsOf } from '../support/rendered.ts';
import { article, finding } from '../support/results.ts';
import { commandsIn } from '../support/workflow-commands.ts';
import { elementsOf, readXml } from '../support/xml.ts';

const LIMIT = { characters: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

/** How each report is read back: the message of its only finding. */
const READERS: Readonly<Record<string, (results: readonly FileResult[]) => string | undefined>> = {
  json: (results) => JSON.parse(formatJson(results))[0].messages[0].message,
  sarif: (results) =>
    JSON.parse(formatSarif(results, { version: '0.1.0', locale: 'ja', rules: [] })).runs[0].results[0].message.text,
  rdjson: (results) => JSON.parse(formatRdjson(results)).diagnostics[0].message,
  rdjsonl: (results) => JSON.parse(formatRdjsonl(results)).message,
  gitlab: (results) => JSON.parse(formatGitlab(results))[0].description,
  junit: (results) => elementsOf(readXml(formatJunit(results, new Date(0))), 'failure')[0]?.attributes.message,
  checkstyle: (results) => elementsOf(readXml(formatCheckstyle(results)), 'error')[0]?.attributes.message,
  github: (results) => commandsIn(formatGithub(results, { locale: 'ja', verbose: true }))[0]?.data,
  markdown: (results) => {
    const report = formatMarkdown(results, { locale: 'ja', verbose: true, limit: LIMIT });
    // The excerpt follows the message after a line break.
    return cellsOf(report)
      .at(-1)?.[2]
      ?.replace(/\n途中で$/, '');
  },
};

const only = (message: string) => {
  const { docs: _, ...undocumented } = finding({ message });
  return [article([undocumented], { text: '途中で' })];
};

const HARD = '改行\nと\r\n100%25 ::error::x "引用" \'a\' ]]> <b> &amp; 😀👨‍👩‍👧 𠮷𩸽 | ` \\ , : = # @user {0}';

/** Pieces that some format gives a meaning to. */
const pieces = fc.constantFrom(
  ...[
    '\n',
    '%',
    '%0A',
    '::',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<',
    '&',
    '&lt;',
    '😀',
    '𠮷',
    '|',
    '`',
    '\\',
    '*',
    '_',
    '~~',
  ],
  ...[
    '##[group]',
    '{{x}}',
    '[a]',
    ',',
    ':',
    '=',
    '#1',
    '@a',
    '$',
    '<!--',
    '-->',
    '<br>',
    'https://a.example',
    '。',
    'a',
  ],
);
const messages = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), {
  maxLength: 12,
});

describe.each(Object.entries(READERS))('a message in %s', (name, read) => {
  it('survives whatever it holds', () => {
    expect(read(only(HARD))).toBe(name === 'markdown' ? HARD.replaceAll('\r\n', '\n') : HARD);
    fc.assert(
      fc.property(messages, (parts) => {
        // White space at the ends of lines is not kept in a table, and SARIF knows links.
        const message = `「${parts
          .join('')
          .replaceAll(/[\s\p{C}]*\n[\s\p{C}]*/gu, '。\n。')
          .replaceAll('](', '')}」`.replaceAll(/[^\S\n]+/g, ' ');
        expect(read(only(message))).toBe(message);
      }),
      { numRuns: 200 },
    );
  });

  it('shows control characters, halves of characters and non-characters without breaking the report', () => {
    const shown = read(only('「\u0000\u0007\u001B[31m\u000B\uFFFE\uFFFF\uD842」')) ?? '';
    expect(shown.startsWith('「')).toBe(true);
    expect(shown.endsWith('」')).toBe(true);
    expect(shown).toContain('31m');
  });
});

describe('a message in compact', () => {
  it('stays on its line', () => {
    expect(formatCompact(only('一行目\n二行目 100%'))).toBe(
      'posts/a.md:1:1: error: 一行目 二行目 100% [koetsu/broken-sentences]\n',
    );
  });
});
