import fc from 'fast-check';

const WORDS = [
  '東京は晴れです。',
  '彼は「行く！」と言った。',
  'すごい！？',
  '𠮷野家で𩸽を食べた',
  '😀👨‍👩‍👧',
  'Yahoo! JAPANの3.5倍',
  'e.g. Node.js v1.2',
  '（注',
  '」と書いた',
  '"引用。"',
  'か\u3099',
  '\u0000',
  '\uFFFD',
  '\uFFFC',
  '\uD83D',
];

const INLINE = [
  '**太字**',
  '**「太字」**が',
  '*a*',
  '_b_',
  '~~c~~',
  '`code`',
  '`` a`b ``',
  '`<!-- textlint-disable -->`',
  '[リンク](https://example.com/あ)',
  '[切れた](https://',
  '[',
  'https://example.com/。',
  'a@example.com',
  '![絵](a.png "題")',
  '[参照][a]',
  '[^1]',
  'https://example.com/x',
  '<b>',
  '</b>',
  '<!-- 注 -->',
  '<!-- 開いたまま',
  '&amp;',
  '&amp;amp;',
  '&#x3042;',
  '&nbsp;',
  '&NotEqualTilde;',
  '&unknown;',
  '\\*',
  '\\',
  '{{ page.title }}',
  '{{< figure >}}',
  '{% raw %}',
  '{: .class}',
  '{#id}',
  '$$x$$',
  '[[toc]]',
  '  ',
  '\t',
];

const LINE_STARTS = [
  '',
  '',
  '',
  '# ',
  '###### ',
  '- ',
  '1. ',
  '7) ',
  '  - ',
  '> ',
  '> > ',
  '> - ',
  '    ',
  '| ',
  '|-|-|',
  '---',
  '===',
  '```',
  ':::message',
  ':::',
  '[^1]: ',
  '[a]: ',
  '<div>',
  '+++',
  ';;;',
  '---json',
  '{ "a": 1,',
  '}',
  'title: ',
  'title: "',
  '- a: &x ',
  'b: *x',
];

const LINE_ENDS = ['\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '  \n', '\\\n', ' | b |\n', ''];

const line = fc
  .tuple(
    fc.constantFrom(...LINE_STARTS),
    fc.array(fc.constantFrom(...WORDS, ...INLINE), { maxLength: 6 }),
    fc.constantFrom(...LINE_ENDS),
  )
  .map(([start, parts, end]) => start + parts.join('') + end);

/** Text that looks like Markdown with everything that makes it hard: all line ends, front matter, tags, 4-byte characters. */
export const markdownish: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF', '---\ntitle: a\n---\n', '\uFEFF---\r\ntitle: "a"\r\n---\r\n', '+++\n'),
    fc.array(line),
  )
  .map(([head, lines]) => head + lines.join(''));

/** Any string at all, lone surrogates and control characters too. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'-+;>*_`[](){}!&#|:~<=\\"\'\r\n\t a1あ。「」'), maxLength: 200 }),
);
