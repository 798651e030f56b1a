import { gzipSync } from 'node:zlib';

/** Data as compressed JSON in an element that a browser neither runs nor shows; its content is Base64, so no data can end it. */
export function packed(id: string, data: unknown): string {
  const bytes = gzipSync(JSON.stringify(data), { level: 6 });
  return `<script type="text/plain" id="${id}">${bytes.toString('base64')}</script>\n`;
}
