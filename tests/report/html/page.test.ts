import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../../src/report/html/html-report.ts';
import { HAS_BROWSER, openReport, startBrowser } from '../../support/browser.ts';
import { buildOnce, ROOT } from '../../support/built.ts';
import { writeInto } from '../../support/folder.ts';
import { finding } from '../../support/results.ts';
import { CACHE } from '../../support/run.ts';

const EVIL = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
const EVIL_NAME = `z<img src=x onerror=alert(3)>&quot;'.md`;
const root = mkdtempSync(join(tmpdir(), 'koetsu-html-'));
const report = join(root, 'report.html');
let browser: Browser;

if (!HAS_BROWSER) console.warn('There is no /usr/bin/chromium: the HTML report is not tested.');

describe.skipIf(!HAS_BROWSER)('the HTML report in a browser', () => {
  beforeAll(async () => {
    await buildOnce();
    const articles = Array.from({ length: 20 }, (_, i) => [`posts/a${String(i).padStart(2, '0')}.md`, article(i)]);
    const evil = article(99)
      .replace('店の話99', `（${EVIL.replaceAll('"', '')}`)
      .replace('## 話', `## ${EVIL}`);
    writeInto(root, {
      '.textlintrc.json': '{ "rules": { "preset-koetsu": true } }',
      ...Object.fromEntries(articles),
      [`posts/${EVIL_NAME}`]: `${evil}\n[x](javascript:alert(4))\n\n${EVIL}について、これから\n`,
      'posts/b00.md': article(0),
    });
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'dist/src/cli/bin.js'), 'archive', 'posts', '--report', 'report.html'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, KOETSU_CACHE: CACHE } },
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.not.stringContaining('koetsu:') });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows an overview that leads to the findings, and loads nothing', async () => {
    const { page, trouble } = await openReport(browser, report);
    expect(await page.locator('figure svg').count()).toBe(4);
    expect(await page.locator('.tile').first().textContent()).toContain('22');
    await page.getByRole('link', { name: /^duplicated-passages/ }).click();
    await page.waitForSelector('[role=option]');
    const rules = await page.locator('.row .rule').allTextContents();
    expect(new Set(rules)).toEqual(new Set(['duplicated-passages']));
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('filters by severity, path and text, and the address says so', async () => {
    const { page, trouble } = await openReport(browser, report, '#findings');
    const count = async (): Promise<number> =>
      Number(/\d+(?=件$)/.exec((await page.getByRole('status').textContent()) ?? ''));
    const all = await count();
    await page.getByLabel('エラー', { exact: true }).uncheck();
    const withoutErrors = await count();
    expect(withoutErrors).toBeLessThan(all);
    await page.getByLabel('エラー', { exact: true }).check();
    await page.getByLabel('ファイル名').fill('A03');
    const inOne = await count();
    expect(inOne).toBeGreaterThan(0);
    expect(inOne).toBeLessThan(withoutErrors);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('input:focus').count()).toBe(0);
    await page.keyboard.press('/');
    await eventually(() => page.locator('#search:focus').count()).toBe(1);
    await page.keyboard.type('繰り返し');
    await eventually(count).toBeLessThan(inOne);
    await eventually(() => hashOf(page)).toMatch(/^#findings\?q=.+&path=A03$/);
    const again = await openReport(browser, report, await hashOf(page));
    expect(await again.page.getByRole('status').textContent()).toBe(await page.getByRole('status').textContent());
    expect(trouble).toEqual([]);
    await Promise.all([page.close(), again.page.close()]);
  });

  it('goes through the findings by keyboard and marks them in their article', async () => {
    const { page, trouble } = await openReport(browser, report, '#findings?path=a05');
    await page.keyboard.press('j');
    await page.waitForSelector('.card');
    const first = await page.locator('.card-message').textContent();
    expect(await page.locator('.pin[aria-pressed=true]').count()).toBe(1);
    await page.keyboard.press('j');
    await eventually(() => page.locator('.card-message').textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await eventually(() => page.locator('.card-message').textContent()).toBe(first);
    expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1);
    await eventually(() => hashOf(page)).toContain('finding=');
    const shared = await openReport(browser, report, await hashOf(page));
    await eventually(() => shared.page.locator('.card-message').textContent()).toBe(first);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.card').count()).toBe(0);
    expect([...trouble, ...shared.trouble]).toEqual([]);
    await Promise.all([page.close(), shared.page.close()]);
  });

  it('shows both places of a finding side by side, in one article and in two', async () => {
    const { page, trouble } = await openReport(browser, report, '#findings?path=a05&rule=koetsu/duplicated-passages');
    await page.locator('[role=option]').first().click();
    await page.waitForSelector('.place.other .place-mark');
    const marks = await page.locator('.place-mark').allTextContents();
    expect(marks[0]?.slice(0, 10)).toBe(marks[1]?.slice(0, 10));
    const boxes = await Promise.all([0, 1].map((i) => page.locator('.place').nth(i).boundingBox()));
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(await page.locator('mark.counterpart').count()).toBeGreaterThan(0);
    await page.goto('about:blank');
    const other = await openReport(browser, report, '#findings?q=店の話&rule=archive/duplicate-title');
    await other.page.locator('[role=option]').first().click();
    await other.page.waitForSelector('.place.other .place-mark');
    expect(await other.page.locator('.place.other .where').textContent()).toMatch(/^posts\/[ab]00\.md$/);
    expect([...trouble, ...other.trouble]).toEqual([]);
    await Promise.all([page.close(), other.page.close()]);
  });

  it('obeys nothing that an article or a file name says', async () => {
    const { page, trouble } = await openReport(browser, report, '#findings?path=onerror');
    const rows = await page.locator('[role=option]').count();
    expect(rows).toBeGreaterThan(1);
    for (let i = 0; i < rows; i += 1) {
      await page.keyboard.press('j');
      await page.waitForSelector('.card');
      await page.waitForTimeout(50);
    }
    expect(await page.locator('.names .where').textContent()).toContain(EVIL_NAME);
    expect(await page.locator('img, a[href^="javascript"], iframe').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('has its dark colours, its print and a small screen', async () => {
    const { page, trouble } = await openReport(browser, report, '#findings', {
      colorScheme: 'dark',
      viewport: { width: 390, height: 800 },
    });
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe('rgb(17, 20, 24)');
    await page.locator('[role=option]').first().click();
    await page.waitForSelector('.card');
    expect(await page.evaluate('[document.body.scrollTop, document.body.scrollWidth]')).toEqual([0, 390]);
    await page.keyboard.press('Escape');
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(10_000);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility, in %s colours', async (colorScheme) => {
    for (const hash of ['#overview', '#findings?path=a05&rule=koetsu/duplicated-passages']) {
      const { page, trouble } = await openReport(browser, report, hash, { colorScheme });
      await page.keyboard.press('j');
      if (hash !== '#overview') await page.waitForSelector('.place.other .place-mark');
      await page.evaluate(axe.source);
      const broken = await page.evaluate<unknown>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))',
      );
      expect(broken).toEqual([]);
      expect(trouble).toEqual([]);
      await page.close();
    }
  });

  it('can be used at once with 100,000 findings', async () => {
    const large = join(root, 'large.html');
    writeFileSync(large, largeReport());
    const { page, trouble, ready } = await openReport(browser, large, '#findings');
    expect(await page.getByRole('status').textContent()).toContain('100,000');
    expect(await page.locator('[role=option]').count()).toBeLessThan(60);
    const start = performance.now();
    await page.getByLabel('指摘と記事名を検索').fill('第7の');
    await eventually(() => page.getByRole('status').textContent()).toContain('2,000件');
    // Both take half a second on a machine at rest.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(ready).toBeLessThan(10_000);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('leaves nothing beside the report', () => {
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

/** For a page that needs a moment, however busy the machine is. */
function eventually<T>(value: () => Promise<T>) {
  return expect.poll(value, { timeout: 20_000 });
}

/** The fragment of the address. */
function hashOf(page: Page): Promise<string> {
  return page.evaluate<string>('location.hash');
}

/** An article with a cut sentence, a repeated passage and a wrong reading time. */
function article(i: number): string {
  const talk = `${i}番目の店の主人は、朝の四時に市場へ行き、その日に使う魚を自分の目で選んで帰る。客が来るのは昼からで、夕方には売り切れてしまうという。`;
  const body = `${talk}\n\n## 夜\n\n隣の通りには古い書店があり、雨の日でも人が絶えない。\n\n${talk}`;
  const date = `2026-0${1 + (i % 3)}-11`;
  return `---\ntitle: "店の話${i}"\ndate: ${date}\nreading_time: 30\n---\n\n## 話\n\n${body}\n\n店主によると、これから\n`;
}

/** 2,000 articles with 50 findings each, of the page that was built. */
function largeReport(): string {
  const read = (name: string): string => readFileSync(join(ROOT, 'dist/src/report/html', name), 'utf8');
  const {
    head,
    article: add,
    end,
  } = htmlReport({
    locale: 'ja',
    version: '0',
    made: new Date(0),
    assets: { script: read('page.js'), style: read('page.css') },
  });
  const text = '彼は店へ行った。\n'.repeat(50);
  const articles = Array.from({ length: 2000 }, (_, i) =>
    add({
      filePath: `posts/${i}.md`,
      text,
      title: `題${i}`,
      date: `20${20 + (i % 6)}-0${1 + (i % 9)}-01`,
      readingTime: { declared: i % 30, computed: i % 20 },
      isNamed: false,
      findings: Array.from({ length: 50 }, (_, j) =>
        finding({ range: [9 * j, 9 * j + 4], message: `第${j}の指摘です。`, fingerprint: `${i}.${j}` }),
      ),
    }),
  );
  return [head(), ...articles, end()].join('');
}
