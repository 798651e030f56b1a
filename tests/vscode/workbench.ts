import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** Milliseconds for anything that the user waits for: the machine may be busy. */
const PATIENCE = 90_000;
const SHOTS = process.env.KOETSU_TEST_SHOTS;

/** VS Code as the user sees it. */
export interface Workbench {
  readonly page: Page;
  readonly openFile: (name: string) => Promise<void>;
  /** Clicks on the first place where a text can be seen in the editor. */
  readonly clickOn: (text: string) => Promise<void>;
  readonly command: (title: string) => Promise<void>;
  /** The texts of the Problems panel. */
  readonly problems: () => Promise<string[]>;
  /** What stands in the status bar under a name, while the mouse is over it. */
  readonly languageStatus: () => Promise<string>;
  readonly notifications: () => Promise<string>;
  /** The lines that can be seen. */
  readonly text: () => Promise<string>;
  /** Keeps a picture, if `$KOETSU_TEST_SHOTS` names a folder for them. */
  readonly shoot: (name: string) => Promise<void>;
}

/** Opens VS Code in a browser and waits until it can be used. */
export async function openWorkbench(browser: Browser, url: string): Promise<Workbench> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1300 } });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view');
  const textsOf = (selector: string): Promise<string[]> => page.locator(selector).allTextContents();
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

  async function pick(typed: string, row: string): Promise<void> {
    await page.locator('.quick-input-widget input').first().fill(typed);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
  }
  const workbench: Workbench = {
    page,
    openFile: async (name) => {
      await page.keyboard.press('Control+P');
      await pick(name, name);
      await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
      await page.waitForSelector('.monaco-editor .view-line');
    },
    clickOn: async (text) => {
      const call = `(${PLACE_OF})(${JSON.stringify(text)})`;
      const place = await page.evaluate<{ x: number; y: number } | undefined>(call);
      if (!place) throw new Error(`"${text}" cannot be seen`);
      await page.mouse.click(place.x, place.y);
    },
    command: async (title) => {
      await page.keyboard.press('F1');
      await pick(`>${title}`, title);
    },
    problems: async () => {
      const rows = page.locator('.markers-panel .monaco-list-row');
      if ((await rows.count()) === 0 && (await page.locator('.markers-panel').count()) === 0) {
        await page.keyboard.press('Control+Shift+M');
        await page.waitForSelector('.markers-panel');
      }
      return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    },
    languageStatus: async () => {
      await page.locator('[id="status.languageStatus"]').hover();
      await page.waitForSelector('.hover-language-status');
      const texts = await textsOf('.hover-language-status');
      return texts.join('\n');
    },
    notifications: async () => (await textsOf('.notification-list-item-message')).join('\n'),
    text: async () => plain((await textsOf('.monaco-editor .view-line')).join('\n')),
    shoot: async (name) => {
      if (!SHOTS) return;
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
  return workbench;
}

/** Runs in the browser: where the middle of a text is, in a line of the editor. */
const PLACE_OF = `(text) => {
  const lines = document.querySelector('.monaco-editor .view-lines');
  const walker = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
}`;
