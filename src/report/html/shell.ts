import { createHash } from 'node:crypto';
import type { Locale } from '../../lint/mistake.ts';

/** The program and the style of the page, as the build makes them. */
export interface HtmlAssets {
  readonly script: string;
  readonly style: string;
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect width=%2216%22 height=%2216%22 rx=%223%22 fill=%22%23b3261e%22/%3E%3Cpath d=%22M4 8.5l3 3 5-7%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%222%22/%3E%3C/svg%3E';

const WORDS = {
  ja: { title: '校閲レポート', loading: 'レポートを開いています…', script: 'このレポートはJavaScriptで表示されます。' },
  en: { title: 'Koetsu report', loading: 'Opening the report…', script: 'This report is shown by JavaScript.' },
} as const;

/**
 * The beginning of the page. Only our own script and style may act, by their hashes, and nothing may be loaded from anywhere:
 * whatever an article holds, the browser would refuse it.
 */
export function headOf({ script, style }: HtmlAssets, locale: Locale): string {
  const words = WORDS[locale];
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
<div id="app"><p class="loading" role="status">${words.loading}</p></div>
<div id="print"></div>
<noscript><p class="loading">${words.script}</p></noscript>
`;
}

/** The end of the page: the program, which starts when everything before it is there. */
export function tailOf({ script }: HtmlAssets): string {
  return `<script type="module">${script}</script>\n</body>\n</html>\n`;
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
