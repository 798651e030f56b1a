import fc from 'fast-check';
import { articlesFrom, GFM, JAPANESE, JSON_TEXTS, MARKDOWN, TOML, YAML } from './seeds.ts';

/** Characters that something gives a meaning to, or that nothing expects. */
const SHARP = [
  ...'*_~`[](){}<>|#+-=.!:;&\\/"\'%$@^,?\n\r\t 　。、「」（）『』【】…—～・％￥①②㌔',
  ...['\r\n', '\n\n', '![', '](', '**', '__', '~~', '```', '---', '+++', ';;;', '---json', '{{', '}}', '{%', '%}'],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    '<?',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '&NotEqualTilde;',
    '[^1]',
    '[^1]: ',
    'http://',
    '@a.b',
  ],
  ...['- ', '* ', '1. ', '> ', '    ', '\t', '| ', '|-|', '===', '# ', '- [ ] ', '\\\n', '  \n', '~~~'],
  ...['<!-- textlint-disable -->', '<!-- textlint-enable a -- b -->', '<<<<<<< HEAD', '>>>>>>> b'],
  ...[
    'title: ',
    'date: 9999-12-31',
    '__proto__: ',
    'constructor: ',
    'toString: ',
    '&a ',
    '*a',
    '!!js/function ',
    '<<: *a',
    ': |\n',
    '? ',
  ],
  ...[
    '\u0000',
    '\u0008',
    '\u001B[31m',
    '\u0085',
    '\u00A0',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\u200E',
    '\u202E',
    '\u2028',
    '\u2066',
    '\u2069',
  ],
  ...[
    '\u3099',
    '\u309A',
    '\u0301',
    '\uFE0F',
    '\uFEFF',
    '\uFFFC',
    '\uFFFD',
    '\uFFFF',
    '\uD800',
    '\uDBFF',
    '\uDC00',
    '\uDFFF',
    '\u{10FFFF}',
  ],
  ...[
    '1',
    '12',
    '1,234',
    '１２',
    '十二',
    '億',
    '万',
    '円',
    '%',
    '％',
    '年',
    '月',
    '日',
    '人',
    '倍',
    '以上',
    '約',
    '〜',
    '令和',
    '前年比',
    '0.5',
    '1e400',
  ],
];

const known = (texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

/** One character of any plane, surrogates and what is not assigned included. */
const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
/** Again and again the same: what is nested or never closed. */
const repeated = fc
  .tuple(fc.constantFrom(...SHARP), fc.integer({ min: 2, max: 40 }))
  .map(([it, times]) => it.repeat(times));
const sharp = fc.array(fc.constantFrom(...SHARP), { maxLength: 12 }).map((parts) => parts.join(''));
const plain = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 }), anyCharacter);

/** A part of a text, from anywhere to anywhere, also through the middle of a character. */
function cut(texts: readonly string[], longest: number): fc.Arbitrary<string> {
  return fc.tuple(known(texts), fc.nat(), fc.nat(longest)).map(([text, from, length]) => {
    const start = from % (text.length + 1);
    return text.slice(start, start + length);
  });
}

/** Texts of some parts, each of them whole, cut or repeated. */
function mixed(seeds: readonly string[], parts: number): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 4, arbitrary: cut(seeds, 200) },
    { weight: 3, arbitrary: sharp },
    { weight: 1, arbitrary: plain },
    { weight: 1, arbitrary: repeated },
  );
  const joint = fc.constantFrom('', '', ' ', '\n', '\n\n', '。');
  return fc.array(fc.tuple(part, joint), { maxLength: parts }).map((all) => all.flat().join(''));
}

/** What the targets are given. */
export interface Inputs {
  readonly article: fc.Arbitrary<string>;
  readonly longArticle: fc.Arbitrary<string>;
  readonly yaml: fc.Arbitrary<string>;
  readonly toml: fc.Arbitrary<string>;
  readonly json: fc.Arbitrary<string>;
  readonly sentence: fc.Arbitrary<string>;
}

/** Inputs grown from all seeds, `root` being the repository. */
export function inputsFrom(root: string): Inputs {
  const articles = [...articlesFrom(root), ...MARKDOWN, ...GFM, ...JAPANESE];
  const yaml = mixed([...YAML, ...JSON_TEXTS], 4);
  const toml = mixed(TOML, 4);
  const json = mixed([...JSON_TEXTS], 4);
  const fences = fc.oneof(
    yaml.map((text) => `---\n${text}\n---\n`),
    toml.map((text) => `+++\n${text}\n+++\n`),
    json.map((text) => `;;;\n${text}\n;;;\n`),
    json.map((text) => `---json\n${text}\n---\n`),
    json,
    fc.constantFrom('', '', '', '\uFEFF', '---\n', '---\ntitle: 題\nreading_time: 3\ndate: 2024-05-03\n---\n\n'),
  );
  const article = (parts: number): fc.Arbitrary<string> =>
    fc
      .tuple(fences, mixed(articles, parts), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'))
      .map(([head, body, end]) => (head + body).replaceAll('\n', end));
  return { article: article(5), longArticle: article(40), yaml, toml, json, sentence: mixed(JAPANESE, 3) };
}
