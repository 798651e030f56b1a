import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAS_BROWSER, startBrowser } from '../support/browser.ts';
import { ROOT } from '../support/built.ts';
import { writeInto } from '../support/folder.ts';
import { only, run } from '../support/run.ts';
import { buildVsix, extensionTools } from '../support/vsix.ts';
import { installCodeServer, type Running, startCodeServer } from './code-server.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const BUS = '2026-03-02-bus-reservation.md';
const HARBOR = '2026-03-09-harbor-budget.md';
const CONFIG = '.textlintrc.json';

/** Nothing that is not about koetsu, and fixes on save. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  '[markdown]': { 'editor.codeActionsOnSave': { 'source.fixAll.koetsu': 'explicit' } },
};

if (!HAS_BROWSER && process.env.KOETSU_EDITORS === 'required') throw new Error('There is no Chromium.');
const missing = HAS_BROWSER ? (extensionTools() ?? installCodeServer()) : 'there is no Chromium';
if (missing) console.warn(`The extension is not tested in VS Code: ${missing}`);

/** Asks again until it holds. */
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 90_000, interval: 300 });

describe.skipIf(missing)('the extension in VS Code', () => {
  const home = mkdtempSync(join(tmpdir(), 'koetsu-vscode-'));
  const site = join(home, 'site');
  let browser: Browser;
  let server: Running;
  let code: Workbench;

  beforeAll(async () => {
    cpSync(join(ROOT, 'examples'), site, { recursive: true });
    cpSync(join(ROOT, CONFIG), join(site, CONFIG));
    server = await startCodeServer(await buildVsix(home), site, home, SETTINGS);
    browser = await startBrowser();
    code = await openWorkbench(browser, server.url);
  });
  afterAll(async () => {
    await code?.shoot('end');
    await browser?.close();
    server?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  });

  it('underlines findings and lists them where koetsu check finds them', async () => {
    const { stdout } = await run(['check', BUS, '--format', 'json', '--no-cache'], site, { now: new Date() });
    const [{ messages }] = JSON.parse(stdout);
    const expected = messages
      .filter(({ severity }: { severity: number }) => severity > 0)
      .map((it: { line: number; column: number }) => `at line ${it.line} and character ${it.column}`);
    await code.openFile(BUS);
    await code.page.waitForSelector('.squiggly-error');
    await until(async () => {
      const found = (await code.problems()).flatMap(
        (text) => /at line \d+ and character \d+(?=\.)/.exec(text)?.[0] ?? [],
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    });
    await code.shoot('problems');
  });

  it('shows how many there are, and which configuration holds', async () => {
    await until(async () => expect(await code.languageStatus()).toContain('koetsu: errors: 8, warnings: 1'));
    expect(await code.languageStatus()).toContain(CONFIG);
    await code.shoot('status');
  });

  it('updates the reading time by a click on the lens', async () => {
    await code.page.locator('.codelens-decoration a', { hasText: '本文から計算: 2分（更新する）' }).click();
    await until(async () => expect(await code.text()).toMatch(/reading_time: 2$/m));
    await until(async () => expect((await code.problems()).join()).not.toContain('reading_time: 12'));
  });

  it('applies a quick fix by the lightbulb', async () => {
    await code.clickOn('---END---');
    await code.page.keyboard.press('Control+.');
    const fix = code.page.locator('.action-widget .monaco-list-row', { hasText: '削除する 「---END---」' });
    await fix.waitFor();
    await code.shoot('lightbulb');
    await fix.click();
    await until(async () => expect(await code.text()).not.toContain('---END---'));
  });

  it('applies all safe fixes on save, as koetsu check --fix does', async () => {
    const expected = join(home, 'expected');
    writeInto(expected, { [BUS]: readFileSync(join(site, BUS)), [CONFIG]: readFileSync(join(site, CONFIG)) });
    await run(['check', BUS, '--fix', '--no-cache'], expected, { now: new Date() });
    await code.page.keyboard.press('Control+S');
    const fixed = readFileSync(join(expected, BUS), 'utf8');
    await until(async () => expect(readFileSync(join(site, BUS), 'utf8')).toBe(fixed));
    await code.shoot('saved');
  });

  it('explains a figure under the mouse', async () => {
    await code.openFile(HARBOR);
    await code.page.waitForSelector('.squiggly-error');
    await code.clickOn('820億円');
    await until(async () => {
      await code.command('Show or Focus Hover');
      await code.page.waitForSelector('.monaco-hover .hover-row', { timeout: 3000 });
      expect((await code.page.locator('.monaco-hover').allTextContents()).join()).toContain('億円');
    });
    await code.shoot('hover');
    await code.page.keyboard.press('Escape');
  });

  it('follows the configuration, and shows its mistakes', async () => {
    const before = readFileSync(join(site, CONFIG), 'utf8');
    writeFileSync(join(site, CONFIG), only({}));
    await until(async () => expect(await code.problems()).toEqual([]));
    writeFileSync(join(site, CONFIG), '{ "rules": { "preset-koetsu": { "broken-sentence": false } } }\n');
    await until(async () => expect((await code.problems()).join()).toContain('broken-sentences'));
    await until(async () => expect(await code.notifications()).toContain(CONFIG));
    await until(async () => expect(await code.languageStatus()).toContain('It has mistakes'));
    await code.shoot('mistake');
    writeFileSync(join(site, CONFIG), before);
    await until(async () => expect((await code.problems()).join()).toContain('82億円'));
  });

  /** The process of the language server. */
  function serverProcess(): number {
    const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const own = lines.filter((line) => line.includes(join(home, 'extensions')) && line.includes('bin.js lsp --stdio'));
    return Number.parseInt(own[0]?.trim() ?? '', 10);
  }

  it('goes on when the server crashes', async () => {
    const first = serverProcess();
    process.kill(first, 'SIGKILL');
    await until(async () => expect(serverProcess()).not.toBe(first));
    await until(async () => expect(serverProcess()).toBeGreaterThan(0));
    await until(async () => expect((await code.problems()).join()).toContain('82億円'));
  });

  it('uses its own server where that of the site does not start, and says so', async () => {
    const manifest = { name: 'koetsu', version: '0.0.1', bin: { koetsu: 'bin.js' } };
    writeInto(join(site, 'node_modules/koetsu'), {
      'package.json': JSON.stringify(manifest),
      'bin.js': 'process.exit(2);',
    });
    await code.command('koetsu: Restart the server');
    await until(async () => expect(await code.notifications()).toContain('koetsu 0.0.1'));
    await code.shoot('fallback');
    await until(async () => expect((await code.problems()).join()).toContain('82億円'));
  });
});
