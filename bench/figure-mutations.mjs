/**
 * Plants contradictory figures in articles that have none and counts which ones the figure rules find. The same passages with
 * figures that agree are planted too, and must stay silent; so must the articles as they are.
 *
 *     npm run build && node bench/figure-mutations.mjs [--count N] [--seed N] [--kind K,…] [--verbose] [--dist DIR] [--corpus DIR]
 *
 * Kinds: conversion, growth (factors, CAGR, changes in per cent), total, count (of lists and headings), share, title (an amount of
 * the title times a power of ten). Articles: the posts of April 2026 and the clean book of the shared corpus; without it examples/.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'valibot';
import { KINDS } from './support/contradictions.mjs';
import { amountJa, randomOf } from './support/random.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(root, '../shared/corpus') },
    dist: { type: 'string', default: join(root, 'dist') },
    count: { type: 'string', default: '120' },
    seed: { type: 'string', default: '20260401' },
    kind: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
const { parseDocument } = await import(resolve(values.dist, 'src/document/parse-document.js'));
const { loadTokenizer } = await import(resolve(values.dist, 'src/text/load-tokenizer.js'));
const rules = await Promise.all(
  ['contradictory-figures', 'implausible-figures'].map(
    async (id) => (await import(resolve(values.dist, `rules/${id}/rule.js`))).default.rule,
  ),
);
const tokenize = await loadTokenizer();
const random = randomOf(Number(values.seed));
const wanted = values.kind ? values.kind.split(',') : [...Object.keys(KINDS), 'title'];

const AMOUNT = /([0-9][0-9,.]*)(万|億|兆)?(円|ドル|人|社|件|台)/;
const SUBJECTS = [
  '青葉電機の売上高',
  'Lumina AIの評価額',
  '北斗フーズの投資額',
  '東西物流の利用者数',
  'Orbis Cloudの調達額',
];

const articles = readArticles();
silence(articles);
for (const kind of wanted) report(kind, kind === 'title' ? titles() : passages(kind));

function readArticles() {
  const folders = [
    [join(values.corpus, 'archive'), /^2026-04-/],
    [join(values.corpus, 'clean'), /\.md$/],
  ].filter(([folder]) => existsSync(folder));
  if (folders.length === 0) console.log(`${values.corpus} does not exist: the articles of examples/ stand in for it.`);
  const chosen = folders.length > 0 ? folders : [[join(root, 'examples'), /\.md$/]];
  return chosen.flatMap(([folder, pattern]) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.md') && pattern.test(name.split('/').at(-1)))
      .sort()
      .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  );
}

function findingsIn(text, path) {
  const document = parseDocument(text, tokenize, path);
  return rules.flatMap((rule) =>
    [...rule.check(document, parse(rule.options, {}), { now: new Date('2026-11-22T00:00:00Z') })]
      .map((problem) => ({ ...problem, severity: problem.severity ?? rule.severity }))
      .filter((problem) => problem.severity !== 'info'),
  );
}

/** Findings in the articles as they are. */
function silence(all) {
  let characters = 0;
  let count = 0;
  for (const { path, text } of all) {
    characters += text.length;
    for (const { range, severity, message } of findingsIn(text, path)) {
      count++;
      const line = text.slice(0, range[0]).split('\n').length;
      console.log(`  not planted: ${path.split('/').at(-1)}:${line} ${severity} ${message.ja}`);
    }
  }
  const rate = (count / characters) * 50_000;
  console.log(
    `${all.length} articles, ${characters} characters: ${count} findings, ${rate.toFixed(2)} per 50,000 characters`,
  );
}

/** Plants one passage of a kind in each of many articles, contradictory and consistent in turn. */
function* passages(kind) {
  for (let i = 0; i < Number(values.count) * 2; i++) {
    const wrong = i % 2 === 0;
    const { path, text } = random.pick(articles);
    const block = random.pick(KINDS[kind])(random, wrong);
    const at = gapIn(text);
    // A heading ends what a passage can be read with: counted lists around it must not be taken for its own.
    const planted = `${text.slice(0, at)}## 補足\n\n${block}\n\n## 続き\n\n${text.slice(at)}`;
    yield { wrong, path, text: planted, from: at, to: at + block.length + 7, shown: block };
  }
}

/** An offset between two blocks of the body, outside of code, tables and lists. */
function gapIn(text) {
  const body = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const gaps = [];
  let fenced = false;
  for (const { 0: line, index } of text.slice(body).matchAll(/^.*$/gm)) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const before = text.slice(body + index - 2, body + index);
    if (!fenced && before === '\n\n' && /^[一-龥ぁ-んァ-ヶA-Za-z#]/.test(line)) gaps.push(body + index);
  }
  return gaps.length > 0 ? random.pick(gaps) : text.length;
}

/** Titles whose amount is multiplied: amounts that titles hold and the body repeats, else ones that are planted in both. */
function* titles() {
  const own = articles.flatMap((article) => {
    const title = /^title: .*$/m.exec(article.text);
    const amount = title && AMOUNT.exec(title[0]);
    return amount && article.text.slice(title.index + title[0].length).split(amount[0]).length > 2
      ? [{ article, amount: amount[0] }]
      : [];
  });
  for (let i = 0; i < Number(values.count) * 2; i++) {
    const wrong = i % 2 === 0;
    const real = own.length > 0 && i < own.length * 2 ? own[Math.floor(i / 2)] : undefined;
    const planted = real ? realTitle(real, wrong) : plantedTitle(wrong);
    if (planted) yield planted;
  }
}

function realTitle({ article, amount }, wrong) {
  const at = article.text.indexOf(amount);
  const [, digits, scale = '', unit] = AMOUNT.exec(amount);
  const value = Number(digits.replaceAll(',', '')) * random.pick([10, 100, 0.1]);
  const shown = wrong ? `${value.toLocaleString('en')}${scale}${unit}` : amount;
  const text = article.text.slice(0, at) + shown + article.text.slice(at + amount.length);
  return {
    wrong,
    path: article.path,
    text,
    from: at,
    to: at + shown.length,
    shown: `title: ${amount} → ${shown}`,
    related: true,
  };
}

function plantedTitle(wrong) {
  const { path, text } = random.pick(articles.filter((article) => /^title: /m.test(article.text)));
  const subject = random.pick(SUBJECTS);
  const unit = subject.endsWith('利用者数') ? '人' : random.pick(['円', 'ドル']);
  const value = random.int(unit === '人' ? 12 : 11, 98) * 10 ** random.int(5, 10);
  const inTitle = `${amountJa(value * (wrong ? random.pick([10, 100, 0.1, 0.01]) : 1), random)}${unit}`;
  const inBody = `${amountJa(value, random)}${unit}`;
  const sentence = random.pick([
    `${subject}は${inBody}に達しました。`,
    `${subject}が${inBody}になったと発表された。`,
    `今回明らかになった${subject}は約${inBody}です。`,
    `${inBody}という${subject}は、業界でも大きいほうだ。`,
  ]);
  const headline = random.pick([
    `${subject}が${inTitle}に到達、その背景`,
    `${inTitle}の${subject.split('の')[1]}が示す${subject.split('の')[0]}の勢い`,
    `${subject}${inTitle}の意味`,
  ]);
  const at = /^title: .*$/m.exec(text);
  const titled = `${text.slice(0, at.index)}title: "${headline}"${text.slice(at.index + at[0].length)}`;
  const gap = gapIn(titled);
  const planted = `${titled.slice(0, gap)}${sentence}\n\n${titled.slice(gap)}`;
  return {
    wrong,
    path,
    text: planted,
    from: at.index,
    to: at.index + headline.length + 9,
    shown: `${headline} | ${sentence}`,
  };
}

function report(kind, cases) {
  const counts = { planted: 0, found: 0, consistent: 0, flagged: 0 };
  for (const test of cases) {
    const findings = findingsIn(test.text, test.path);
    const hit = findings.find(({ range, related }) =>
      [range, ...(related ?? []).map((it) => it.range)].some((it) => it[0] < test.to && it[1] > test.from),
    );
    counts[test.wrong ? 'planted' : 'consistent']++;
    if (hit) counts[test.wrong ? 'found' : 'flagged']++;
    if (values.verbose && test.wrong && !hit) console.log(`  missed: ${test.shown.replaceAll('\n', ' ⏎ ')}`);
    if (!test.wrong && hit)
      console.log(`  wrongly flagged: ${test.shown.replaceAll('\n', ' ⏎ ')}\n    ${hit.message.ja}`);
  }
  const share = ((counts.found / counts.planted) * 100).toFixed(1);
  console.log(
    `${kind.padEnd(10)} found ${counts.found} of ${counts.planted} (${share} %); consistent ones flagged: ${counts.flagged} of ${counts.consistent}`,
  );
}
