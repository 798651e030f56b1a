import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.KOETSU_TEST_CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser to test with. */
export const HAS_BROWSER: boolean = existsSync(CHROMIUM);

/** Starts a browser without a window, which does nothing by itself. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A report as it is opened from a file. */
export interface Opened {
  readonly page: Page;
  /** Everything that went wrong: messages of the console, exceptions, dialogs, requests for anything but the file. */
  readonly trouble: readonly string[];
  /** Milliseconds until it could be used. */
  readonly ready: number;
}

/** Opens a report and waits until it is shown. */
export async function openReport(
  browser: Browser,
  file: string,
  hash = '',
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) trouble.push(`request: ${request.url()}`);
  });
  const start = performance.now();
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('.tiles, .filters');
  return { page, trouble, ready: performance.now() - start };
}
