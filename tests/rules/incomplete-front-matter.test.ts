import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/incomplete-front-matter/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const article = (keys: string, body = '本文です。'): string => `---\n${keys}\n---\n\n${body}\n`;
const post = (keys: string): string => article(`layout: post\ntitle: 朝\ndate: 2026-01-05\n${keys}`);
const zenn = (keys: string): string => article(`emoji: 🐈\ntype: tech\n${keys}`);

const schema = {
  type: 'object',
  required: ['title', 'lead'],
  properties: {
    title: { type: 'string', minLength: 3 },
    lead: { type: 'string' },
    kind: { enum: ['news', 'guide'] },
    when: { type: 'string', format: 'date' },
    tags: { type: 'array', items: { type: 'string' } },
  },
  additionalProperties: false,
};

testRule(rule, {
  valid: [
    { text: '', why: 'an empty file' },
    { text: '# 目次\n\n本文です。\n', why: 'a page of a book' },
    { text: '# 説明\n', path: 'docs/README.md', options: { site: 'jekyll' }, why: 'a page about the repository' },
    { text: article('author: 山田\nsponsors: []', '# 章'), why: 'the title stands in the body' },
    { text: article('author: 山田\nsponsors: []'), why: 'a part of a page' },
    post('tags: [AI, 生成AI]\ncategories: ["解説"]\nauthor: "編集部"\nreading_time: 8'),
    { text: post('image: /a.png\nimage2: /b.png\ntitles: x\ndata: y\nrate: 3\nauthor_id: 4'), why: 'keys of its own' },
    { text: post('version: 1.10\nstart: 12:30'), why: 'nothing is known of a key of its own' },
    { text: post('titel: 朝').replace('title: 朝', 'title: 夜'), why: 'the key that it resembles is there' },
    { text: post('titel: x').replace('title: 朝\n', ''), options: { allow: ['titel'], notRequired: ['title'] } },
    { text: post('published: false').replace('2026-01-05', '2026-12-24'), why: 'a draft may lie ahead' },
    { text: post('').replace('2026-01-05', '2026-01-05 09:00:00 +0900'), path: '_posts/2026-01-05-asa.md' },
    {
      text: post('').replace('2026-01-05', '2026-01-04 16:00:00 +0000'),
      path: '2026-01-05-asa.md',
      why: 'the file name has the day of the site',
    },
    { text: article('layout: post\ntitle: 朝'), path: '2026-01-05-asa.md', why: 'the file name has the date' },
    {
      text: zenn('title: 猫\ntopics: [typescript, 日本語]\npublished: true\npublished_at: 2026-12-24 09:00'),
      why: 'planned',
    },
    { text: '+++\ntitle = "朝"\ndate = 2026-01-05T09:00:00+09:00\n+++\n', why: 'Hugo, TOML' },
    { text: article('Title: 朝\nlastmod: 2026-01-05'), why: 'Hugo does not tell case' },
    { text: article('title: TODOアプリの作り方\ntags: [TODO]'), why: 'TODO is the subject' },
    { text: article('title: 朝\ntype: tech # tech か idea'), why: 'a comment proper' },
    { text: '日付: 2026年\n場所: 京都\n', why: 'prose with colons' },
    { text: article('title: 本の名前\nkind: news\nlead: 説明\nwhen: 2026-01-05'), options: { schema } },
    { text: '<!-- 覚え書き -->\n\n---\n\n注意: この節は古い。\n\n---\n', why: 'rules around prose' },
  ],
  invalid: [
    {
      text: '本文です。\n',
      path: 'blog/_posts/2026-01-05-asa.md',
      problems: [
        {
          at: '本文です。',
          message: 'フロントマターがありません。1行目から「---」で囲んで、titleなどを書いてください。',
          en: 'There is no front matter. Start the file with title and the like between lines of "---".',
          severity: undefined,
        },
      ],
    },
    {
      text: '本文です。\n',
      path: '2026-01-05-asa.md',
      why: 'less sure: only the name is that of a post',
      problems: [
        {
          at: '本文です。',
          message: 'フロントマターがありません。1行目から「---」で囲んで、titleなどを書いてください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '---\ntitle: 朝\ndate: 2026-01-05\n\n## 見出し\n\n本文です。\n',
      problems: [
        {
          at: [0, 3],
          message: 'フロントマターが閉じていません。本文の前に「---」の行を入れてください。',
          suggestions: ['---\ntitle: 朝\ndate: 2026-01-05\n---\n\n## 見出し\n\n本文です。\n'],
        },
      ],
    },
    {
      text: '---\ntitle: 朝\n\n本文です。\n\n---\n\n続きです。\n',
      why: 'a rule in the body closes it by accident',
      problems: [
        {
          at: [0, 3],
          message: 'フロントマターが閉じていません。本文の前に「---」の行を入れてください。',
          suggestions: ['---\ntitle: 朝\n---\n\n本文です。\n\n---\n\n続きです。\n'],
        },
      ],
    },
    {
      text: '--- layout: post title: "朝" date: 2026-01-05 --- 本文です。\n',
      problems: [
        { at: [0, 3], message: 'フロントマターが1行につぶれています。「---」とキーを1行ずつに分けてください。' },
      ],
    },
    {
      text: 'layout: post title: "朝" date: 2026-01-05 tags: [犬] ## 見出し 本文です。\n',
      problems: [
        { at: [0, 30], message: 'フロントマターが1行につぶれています。「---」とキーを1行ずつに分けてください。' },
      ],
    },
    {
      text: '\r\n\r\n---\r\ntitle: 朝\r\n---\r\n本文です。\r\n',
      problems: [
        {
          at: [4, 7],
          message: 'フロントマターの「---」が1行目の行頭にありません。前にある空白や空行を消してください。',
          output: '---\r\ntitle: 朝\r\n---\r\n本文です。\r\n',
        },
      ],
    },
    {
      text: 'title: 朝\ndate: 2026-01-05\n---\n本文です。\n',
      problems: [
        {
          at: 'title: 朝',
          message: 'フロントマターの前に「---」の行がありません。1行目に「---」を入れてください。',
          suggestions: ['---\ntitle: 朝\ndate: 2026-01-05\n---\n本文です。\n'],
        },
      ],
    },
    {
      text: 'ーーー\ntitle: 朝\ntags: [犬]\n---\n',
      problems: [{ at: 'ーーー', message: '「ーーー」はフロントマターの区切りになりません。「---」にしてください。' }],
    },
    {
      text: '\uFEFF---\ntitle: 𠮷野\n---\n',
      problems: [
        {
          at: [0, 1],
          message: 'フロントマターの前にBOMがあります。BOMなしのUTF-8で保存してください。',
          severity: 'warning',
          output: '---\ntitle: 𠮷野\n---\n',
        },
      ],
    },
    {
      text: article('title: 予告: 朝の本'),
      problems: [
        {
          at: 'title: 予告: 朝の本',
          message:
            'フロントマターの「title: 予告: 朝の本」を読めません。値の中の「: 」がキーの区切りとみなされています。値を引用符で囲んでください。',
          suggestions: [article('title: "予告: 朝の本"')],
        },
      ],
    },
    {
      text: article('title：朝\ndate: 2026-01-05'),
      problems: [
        {
          at: '：',
          message: '「title：」の区切りが全角です。半角の「: 」にしてください。',
          suggestions: [article('title: 朝\ndate: 2026-01-05')],
        },
      ],
    },
    {
      text: article('tags: [犬, 猫'),
      problems: [
        {
          at: 'tags: [犬, 猫',
          message:
            'フロントマターの「tags: [犬, 猫」を読めません。字下げが揃っていないか、括弧が閉じていません。同じ深さのキーの字下げと括弧を揃えてください。',
          suggestions: [],
        },
      ],
    },
    {
      text: '+++\ntitle = 朝\n+++\n',
      problems: [
        { at: '朝', message: 'フロントマターをTOMLとして読めません（Unexpected character）。書き方を直してください。' },
      ],
    },
    {
      text: article('layout: post\ncategories: [犬]'),
      problems: [
        {
          at: [0, 3],
          message: 'フロントマターにJekyllの記事に必要な「title」「date」がありません。書き加えてください。',
          en: 'The front matter lacks "title", "date" that Jekyll articles need. Add them.',
        },
      ],
    },
    {
      text: article('title: 朝'),
      options: { required: ['lead'] },
      problems: [{ at: [0, 3], message: 'フロントマターに「lead」がありません。書き加えてください。' }],
    },
    {
      text: article('layout: post\ntitle: ""\ndate: 2026-01-05\ntags: []'),
      problems: [
        { at: '""', message: '「title」の値が空です。値を書くか、不要ならキーごと消してください。', severity: 'error' },
        {
          at: '[]',
          message: '「tags」の値が空です。値を書くか、不要ならキーごと消してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: post('tags: #犬'),
      problems: [
        {
          at: 'tags',
          message: '「tags」の値が空です。「#」より後ろはコメントとして捨てられるので、値を引用符で囲んでください。',
        },
      ],
    },
    {
      text: article('layout: post\ntitel: 朝\ndate: 2026-01-05\ncatgories: [犬]\ndiscription: 説明'),
      problems: [
        {
          at: 'titel',
          message: 'キー「titel」は「title」の綴り間違いのようです。正しい綴りに直してください。',
          severity: 'warning',
          suggestions: [article('layout: post\ntitle: 朝\ndate: 2026-01-05\ncatgories: [犬]\ndiscription: 説明')],
        },
        {
          at: 'catgories',
          message: 'キー「catgories」は「categories」の綴り間違いのようです。正しい綴りに直してください。',
        },
        {
          at: 'discription',
          message: 'キー「discription」は「description」の綴り間違いのようです。正しい綴りに直してください。',
        },
      ],
    },
    {
      text: article('title: 朝\r\nimage: /a.png\r\nimage: /a.png'),
      problems: [
        {
          at: [29, 34],
          message: 'キー「image」が同じ値で2回書かれています。片方を消してください。',
          severity: 'warning',
          related: ['image'],
          output: '---\ntitle: 朝\r\nimage: /a.png\r\n---\n\n本文です。\n',
        },
      ],
    },
    {
      text: article('title: 朝\ntitle: 夜'),
      problems: [
        {
          at: [13, 18],
          message: 'キー「title」が2回、違う値で書かれています。どちらか片方だけを残してください。',
          suggestions: [article('title: 朝'), article('title: 夜')],
        },
      ],
    },
    {
      text: article('title: TODO\nauthor: Your Name\ntags: [tag1]'),
      problems: [
        { at: 'TODO', message: '「title」が仮の値「TODO」のままです。実際の値を書いてください。', severity: 'error' },
        { at: 'Your Name', message: '「author」が仮の値「Your Name」のままです。実際の値を書いてください。' },
        { at: 'tag1', message: '「tags」に仮の値「tag1」が残っています。実際の値を書いてください。' },
      ],
    },
    {
      text: post('tags: [no, 012, 12:30, 1_000, 3.10, 犬, 犬]\nsitemap: "false"'),
      problems: [
        {
          at: 'no',
          message:
            '「tags」の「no」は引用符がないため、YAML 1.1のサイトジェネレーターでは真偽値falseと読まれます。引用符で囲んでください。',
          output: post('tags: ["no", 012, 12:30, 1_000, 3.10, 犬, 犬]\nsitemap: "false"'),
        },
        {
          at: '012',
          message:
            '「tags」の「012」は引用符がないため、YAML 1.1のサイトジェネレーターでは8進数で10と読まれます。引用符で囲んでください。',
        },
        {
          at: '12:30',
          message:
            '「tags」の「12:30」は引用符がないため、YAML 1.1のサイトジェネレーターでは60進数で750と読まれます。引用符で囲んでください。',
        },
        {
          at: '1_000',
          message:
            '「tags」の「1_000」は引用符がないため、YAML 1.1のサイトジェネレーターでは数値1000と読まれます。引用符で囲んでください。',
        },
        { at: '3.10', message: '「tags」の「3.10」は引用符がないため、数値3.1と読まれます。引用符で囲んでください。' },
        {
          at: '"false"',
          message: '「sitemap」の値「"false"」は型が違います。trueかfalseまたはキーと値の組で書いてください。',
        },
      ],
    },
    {
      text: post('tags: [犬, 猫, 犬]\nkeywords: [種類: 犬]'),
      problems: [
        { at: [56, 57], message: '「tags」に「犬」が2回あります。片方を消してください。', related: ['犬'] },
        {
          at: '種類: 犬',
          message: '「keywords」の「種類: 犬」は「: 」があるためキーと値に分かれて読まれます。引用符で囲んでください。',
        },
      ],
    },
    {
      text: article('title: 第5回 #犬の特集\ndraft: yes\ntags: 犬, 猫\nlayout: post\ndate: 2026-01-05'),
      problems: [
        {
          at: '#犬の特集',
          message:
            '「title」の「#犬の特集」は、空白の後の「#」で始まるためコメントとして捨てられます。値全体を引用符で囲んでください。',
          suggestions: [article('title: "第5回 #犬の特集"\ndraft: yes\ntags: 犬, 猫\nlayout: post\ndate: 2026-01-05')],
        },
        {
          at: '犬, 猫',
          message:
            '「tags」の「犬, 猫」はJekyllでは空白で区切られ、読点やコンマも値の一部になります。リストで書いてください。',
          suggestions: [
            article('title: 第5回 #犬の特集\ndraft: yes\ntags: ["犬", "猫"]\nlayout: post\ndate: 2026-01-05'),
          ],
        },
      ],
    },
    {
      text: post('published: yes'),
      problems: [
        {
          at: 'yes',
          message:
            '「published」の「yes」は、YAML 1.1では真偽値、YAML 1.2では文字列と読まれます。「true」と書いてください。',
          severity: 'warning',
          suggestions: [post('published: true')],
        },
      ],
    },
    {
      text: article('layout: post\ntitle: 朝\ndate: 2026-02-30 10:00:00 +0900'),
      problems: [
        {
          at: '2026-02-30 10:00:00 +0900',
          message: '「date」の「2026-02-30 10:00:00 +0900」は存在しない日時です。正しい日時に直してください。',
        },
      ],
    },
    {
      text: article('title: 朝\ndate: 2026年1月5日'),
      problems: [
        {
          at: '2026年1月5日',
          message:
            '「date」の「2026年1月5日」は日付の形が違います。「2026-01-31 09:00:00 +0900」の形で書いてください。',
          suggestions: [article('title: 朝\ndate: 2026-01-05')],
        },
      ],
    },
    {
      text: post('last_modified_at: 2025-12-31'),
      path: '_posts/2026-01-06-asa.md',
      problems: [
        {
          at: '2026-01-05',
          message: 'ファイル名の日付は「2026-01-06」ですが、「date」は「2026-01-05」です。どちらかに揃えてください。',
          severity: 'warning',
        },
        {
          at: '2025-12-31',
          message:
            '「last_modified_at」の「2025-12-31」が「date」の「2026-01-05」より前です。どちらかを直してください。',
          related: ['2026-01-05'],
        },
      ],
    },
    {
      text: post('').replace('2026-01-05', '2026-01-31 16:48:29 +0000'),
      path: '2026-01-31-asa.md',
      problems: [
        {
          at: '2026-01-31 16:48:29 +0000',
          message:
            '「date」の「2026-01-31 16:48:29 +0000」は、サイトの時刻（Asia/Tokyo）では2026-02-01 01:48で、日付が変わります。時差の指定を確かめてください。',
          severity: 'info',
          suggestions: [
            post('').replace('2026-01-05', '2026-01-31 16:48:29 +0900'),
            post('').replace('2026-01-05', '2026-02-01 01:48:29 +0900'),
          ],
        },
      ],
    },
    {
      text: post('').replace('2026-01-05', '2062-01-05'),
      problems: [
        {
          at: '2062-01-05',
          message: '「date」の「2062-01-05」は未来の日時です。予約公開でなければ直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: article('title: 猫\nemoji: 🐈🐕\ntype: Tech\ntags: [c++]\npublished: false\npublished_at: 2026-12-24'),
      path: 'articles/neko.md',
      problems: [
        {
          at: [0, 3],
          message: 'ファイル名「neko」はZennでは使えません。小文字の半角英数字、「-」、「_」の12〜50字にしてください。',
        },
        { at: '🐈🐕', message: '「emoji」の値「🐈🐕」は使えません。絵文字1つにしてください。' },
        {
          at: 'Tech',
          message: '「type」の値「Tech」は決められた値ではありません。「tech」「idea」から選んでください。',
        },
        { at: 'tags', message: '「tags」はZennでは使われません。「topics」に書いてください。' },
        {
          at: '2026-12-24',
          message:
            '「published_at」の「2026-12-24」は未来の日時です。予約公開するには「published」をtrueにしてください。',
        },
      ],
    },
    {
      text: zenn(`title: ${'猫'.repeat(71)}\ntopics: [c++, 1, a, b, c, d]\npublished: true`),
      problems: [
        { at: [102, 103], message: '「title」が71字です。70字以内にしてください。' },
        { at: '[c++, 1, a, b, c, d]', message: '「topics」が6個あります。5個以内にしてください。' },
        {
          at: 'c++',
          message:
            '「topics」の値「c++」は使えません。記号と空白のない語（C++は「cpp」、C#は「csharp」）にしてください。',
        },
        { at: [118, 119], message: '「topics」の「1」が文字列ではありません。引用符で囲んでください。' },
      ],
    },
    {
      text: article('title: 朝\ncategories: [ニュス]'),
      options: { values: { categories: ['解説', 'ニュース'] } },
      problems: [
        {
          at: 'ニュス',
          message: '「categories」の値「ニュス」は決められた値ではありません。「ニュース」「解説」から選んでください。',
          suggestions: [article('title: 朝\ncategories: [ニュース]'), article('title: 朝\ncategories: [解説]')],
        },
      ],
    },
    {
      text: article('title: 朝\nkind: newz\nwhen: 1月\ntags: [1]\nleed: x'),
      options: { schema },
      problems: [
        { at: [0, 3], message: 'フロントマターはキー「lead」が必要です。直してください。' },
        { at: '朝', message: '「title」の値「朝」は短すぎます（3字以上）。直してください。' },
        {
          at: 'newz',
          message: '「kind」の値「newz」は「news」「guide」のいずれかでなければなりません。直してください。',
        },
        { at: '1月', message: '「when」の値「1月」は形式「date」に合いません。直してください。' },
        { at: [40, 41], message: '「tags[0]」の値「1」は型が違います（文字列にします）。直してください。' },
        { at: 'leed', message: '「leed」は許されていないキーです。直してください。' },
      ],
    },
    {
      text: article('title: 朝'),
      options: { schema: { type: 'objekt' } },
      why: 'a schema that is none: one problem, no exception',
      problems: [
        {
          at: [0, 3],
          message:
            'オプション「schema」が正しいJSON Schemaではありません（schema is invalid: data/type must be equal to on…pe must match a schema in anyOf）。設定を直してください。',
        },
      ],
    },
  ],
});

describe('incomplete-front-matter, whatever the text', () => {
  const line = fc.constantFrom(
    '---',
    '+++',
    'title: 朝',
    'title：朝',
    'date: 2026-13-45',
    'date: 9999-12-31 99:99',
    'tags: [a, "b',
    '- a: b',
    '  x: &a *a',
    'titel: "',
    'a: {b: c}',
    '? [x]',
    'emoji: 𠮷',
    'topics: [1, null]',
    'published: no',
    '',
    '\t',
    '<<: *x',
    '本文',
    '{{ x }}',
    '__proto__: 1',
    'constructor:',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end)),
    fc.array(line, { maxLength: 12 }).map((lines) => `---\n${lines.join('\n')}\n---\n`),
  );

  it('never throws, and every range lies in the text and is not empty', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('auto', 'jekyll', 'zenn', 'docusaurus'), async (source, site) => {
        for (const problem of await problemsOf(rule, {
          text: source,
          options: { site, schema },
          path: '_posts/2026-01-05-a.md',
        })) {
          expect(problem.range[0]).toBeGreaterThanOrEqual(0);
          expect(problem.range[1]).toBeGreaterThan(problem.range[0]);
          expect(problem.range[1]).toBeLessThanOrEqual(source.length);
          expect(problem.message.ja).toMatch(/^[^\n]+。$/u);
          expect(problem.message.en).toMatch(/^[^\n]+\.$/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing more to fix after its fixes', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        let fixed = source;
        for (let i = 0; i < 20; i++) {
          const fix = (await problemsOf(rule, { text: fixed })).find((problem) => problem.fix)?.fix;
          if (!fix) return;
          fixed = fixed.slice(0, fix.range[0]) + fix.text + fixed.slice(fix.range[1]);
        }
        expect.fail(`still fixing: ${fixed}`);
      }),
      { numRuns: 200 },
    );
  });
});
