/** The `i`th part of a text, `i` being any whole number from 0. */
export type Shape = (i: number) => string;

const WORDS = ['校閲', '記事', '編集部', '市場', '調査', '企業', '読者', '製品', '技術', '人材', '都市', '教育'];

const word = (i: number): string => WORDS[i % WORDS.length] ?? '';

function sentence(i: number): string {
  return `${word(i)}の${word(i * 7 + 3)}は、前年より${(i % 90) + 1}%増えて${(i * 37) % 9000}社の${word(i * 5)}に広がりました。`;
}

/** What articles are made of, far too much of it. */
const PLAIN: Readonly<Record<string, Shape>> = {
  prose: (i) => (i % 12 === 0 ? `## ${word(i)}の章${i}\n\n` : `${sentence(i * 2)}${sentence(i * 2 + 1)}\n\n`),
  oneLine: sentence,
  lineBreaks: (i) => `${sentence(i)}\n`,
  crlf: (i) => `${sentence(i)}\r\n\r\n`,
  headings: (i) => `## 見出し${i}\n\n`,
  sameHeadings: () => '# 見出し\n\n',
  list: (i) => `- 項目${i}は${i * 3}件です。\n`,
  numbered: (i) => `${i + 1}. 項目${i}は${i * 3}件です。\n`,
  fragments: (i) => `- 項目${i}が\n`,
  deepLists: (i) => `${'  '.repeat(i % 30)}- 項目${i}\n`,
  counted: (i) => `${i % 9}つの理由があります。\n\n1. 甲${i}\n2. 乙\n\n`,
  table: (i) => (i === 0 ? '| 列 | 数 |\n|--|--|\n' : `| 行${i} | ${i * 7}人 |\n`),
  tables: (i) => `| 列 | 数 |\n|--|--|\n| 行${i} | ${i * 7}人 |\n| 合計 | ${i}人 |\n\n`,
  images: (i) => `![図${i}](b.png)\n\n`,
  links: (i) => `[記事${i}](https://example.com/${i})と`,
  bold: (i) => `**用語${i}**は大事です。\n\n`,
  literalBold: (i) => `**「語${i}」**は大事です。\n\n`,
  footnotes: (i) => `注[^${i}]です。\n\n[^${i}]: 注の${i}です。\n\n`,
  code: (i) => `\`\`\`\na${i}\n\`\`\`\n\n文${i}です。\n\n`,
  quotes: (i) => `> 引用${i}です。\n\n文です。\n\n`,
  comments: (i) => `<!-- 注${i} -->\n\n`,
  suppressions: (i) => `<!-- textlint-disable koetsu/a${i} -->\n\n文${i}です。\n\n`,
  sameParagraph: () => `${sentence(3)}${sentence(4)}${sentence(5)}\n\n`,
  fewParagraphs: (i) => `${sentence(i % 5)}${sentence(i % 7)}\n\n`,
  amounts: (i) => `売上は${i}億円、`,
  shares: (i) => `${word(i)}社は${i % 100}%、`,
  dates: (i) => `2024年${(i % 12) + 1}月${(i % 28) + 1}日（${'日月火水木金土'[i % 7]}）、`,
  totals: (i) => `東京${i}人、大阪${i + 1}人、合計${2 * i}人。`,
  units: (i) => `${i}円`,
  names: (i) => `${word(i)}と${i}`,
  ordinals: (i) => `第${i}に、`,
  colons: (i) => `${i}のとおりです：\n\n`,
  prompts: () => '以下は記事の本文です。',
  scripts: (i) => `кириллица${i}と`,
  urls: (i) => `https://example.com/${i} `,
};

/** What nobody writes: without an end, nested, or one mark only. */
const HOSTILE: Readonly<Record<string, Shape>> = {
  one: () => 'あ',
  latin: () => 'a',
  digits: () => '9',
  commas: () => '1,',
  kanjiDigits: () => '一',
  spaces: () => ' ',
  lineEnds: () => '\n',
  halfWidth: () => 'ｱ',
  ellipses: () => '…',
  replacement: () => '\uFFFD',
  zeroWidth: () => 'あ\u200B',
  brackets: () => '「',
  openNotes: () => '（あ',
  squareBrackets: () => '[',
  openLinks: () => '[x](',
  references: (i) => `[a${i}]`,
  definitions: (i) => `[a${i}]: http://b\n`,
  openImages: () => '![',
  footnoteCalls: (i) => `注[^${i}]と`,
  boldNow: () => '**あ**い',
  literalNow: (i) => `**「あ${i}」**い`,
  openBold: () => '*a **b ',
  tildes: () => '~a~ ',
  dollars: () => '$$a ',
  ticks: (i) => `${'`'.repeat((i % 50) + 1)}a`,
  pipes: () => '|',
  wideTable: (i) => `| 列${i} `,
  escapes: () => '\\*',
  entities: () => '&amp;',
  nestedQuotes: () => '> ',
  nestedLists: () => '- ',
  openFences: () => '```\n\n',
  openComments: () => '<!-- a ',
  html: (i) => `<b>a${i}</b>`,
  templates: () => '{{ a }}{% b %}',
  openTemplates: () => '{{ {% {{< ',
  addresses: () => 'a@b.c',
  rules: () => '---\n',
  underlined: (i) => `文${i}です。\n---\n`,
  conflicts: () => '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n',
};

/** Within a front matter. */
const FRONT: Readonly<Record<string, Shape>> = {
  keys: (i) => `k${i}: ${i}\n`,
  title: (i) => (i === 0 ? 'title: ' : `題${i}`),
  excerpt: (i) => (i === 0 ? 'excerpt: ' : sentence(i)),
  tags: (i) => (i === 0 ? 'tags:\n' : `- t${i}\n`),
  flow: (i) => (i === 0 ? 'a: ' : '['),
  aliases: (i) => (i === 0 ? 'a0: &a0 [x]\n' : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`),
};

/** Names of all shapes. */
export const SHAPES: readonly string[] = [...Object.keys(PLAIN), ...Object.keys(HOSTILE), ...Object.keys(FRONT)];

/** A text of a shape of about so many bytes; `salt` makes another one of the same, with other numbers or of another length. */
export function shaped(name: string, bytes: number, salt: number): string {
  const front = FRONT[name];
  const shape = front ?? PLAIN[name] ?? HOSTILE[name];
  if (!shape) throw new Error(`no shape ${name}`);
  const parts = front ? [`---\n# ${salt}\n`] : [`${salt}\n\n`];
  for (let i = 0, size = salt % 61; size < bytes; i += 1) {
    const part = shape(i === 0 ? 0 : i + salt);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('') + (front ? '\n---\n\n文です。\n' : '');
}
