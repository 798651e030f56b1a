import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Decoded,
  decodeArticle,
  LARGEST,
  readArticleFile,
  readArticleFileSync,
} from '../../src/lint/read-article.ts';
import { encode } from '../support/encode.ts';
import { folderWith } from '../support/folder.ts';

const ARTICLE = `---
title: 文字コードの話
---

この記事は、昔のエディターで書かれました。そのまま読むと、ひらがなもカタカナも記号に化けます。
`;

const reasonOf = (decoded: Decoded): string => ('reason' in decoded ? decoded.reason.en : `text: ${decoded.text}`);

describe('decodeArticle', () => {
  it('keeps UTF-8 as it is, with its byte order mark', () => {
    expect(decodeArticle(Buffer.from(`\uFEFF${ARTICLE}`))).toEqual({ text: `\uFEFF${ARTICLE}` });
  });

  it.each([
    ['shift_jis', 'Shift_JIS'],
    ['euc-jp', 'EUC-JP'],
    ['utf-16le', 'UTF-16LE'],
    ['utf-16be', 'UTF-16BE'],
  ] as const)('names %s', (label, name) => {
    for (const text of [ARTICLE, 'これだけ。', ARTICLE.repeat(200)])
      expect(reasonOf(decodeArticle(encode(text, label)))).toContain(name);
    expect(reasonOf(decodeArticle(encode(ARTICLE, label)))).toContain('neither checked nor changed');
  });

  it('names UTF-16 with a byte order mark, and without Japanese', () => {
    for (const label of ['utf-16le', 'utf-16be'] as const) {
      const name = label.toUpperCase();
      expect(reasonOf(decodeArticle(encode(`\uFEFF${ARTICLE}`, label)))).toContain(name);
      expect(reasonOf(decodeArticle(encode('# Plain English\n\nA sentence.\n', label)))).toContain(name);
    }
  });

  it('names Shift_JIS in which a byte is broken', () => {
    const bytes = encode(ARTICLE, 'shift_jis');
    bytes[bytes.length - 5] = 0xff;
    expect(reasonOf(decodeArticle(bytes))).toContain('Shift_JIS');
  });

  it('names ISO-2022-JP, which is valid UTF-8', () => {
    expect(reasonOf(decodeArticle(Buffer.from('---\ntitle: \u001B$B4A;z\u001B(B\n---\n')))).toContain('ISO-2022-JP');
  });

  it('names the line of the first byte that is not UTF-8', () => {
    const bytes = Buffer.from(`${ARTICLE}次の行で切れた文字: あ`);
    expect(reasonOf(decodeArticle(bytes.subarray(0, -1)))).toContain('UTF-8');
    const broken = Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xe3, 0x81]), Buffer.from('\nあいうえお\n')]);
    expect(reasonOf(decodeArticle(broken))).toMatch(/^Line 6 has bytes that are not UTF-8/);
  });

  it('calls a file with NUL bytes binary', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]);
    expect(reasonOf(decodeArticle(png))).toContain('binary');
  });

  it('refuses what is too large', () => {
    expect(reasonOf(decodeArticle(Buffer.alloc(LARGEST + 1, 'a')))).toContain('8.0 MiB of at most 8');
    expect('text' in decodeArticle(Buffer.alloc(LARGEST, 'a'))).toBe(true);
  });

  it('gives back exactly the bytes, or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(utf8)), (bytes) => {
        const decoded = decodeArticle(bytes);
        if ('text' in decoded) expect(Buffer.from(decoded.text).equals(bytes)).toBe(true);
        else expect(decoded.reason.ja).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('readArticleFile', () => {
  const both = async (path: string): Promise<string> => {
    const [now, later] = [reasonOf(readArticleFileSync(path)), reasonOf(await readArticleFile(path))];
    expect(now).toBe(later);
    return now;
  };

  it('reads regular files, also through links', async () => {
    const root = folderWith({ 'a.md': ARTICLE });
    symlinkSync(join(root, 'a.md'), join(root, 'link.md'));
    for (const name of ['a.md', 'link.md']) expect(await both(join(root, name))).toBe(`text: ${ARTICLE}`);
  });

  it('does not wait for a pipe, and reads no device, socket or folder', async () => {
    const root = folderWith({});
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    mkdirSync(join(root, 'folder.md'));
    const server = createServer().listen(join(root, 'socket.md'));
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once('listening', done));
    for (const path of ['pipe.md', 'socket.md'].map((name) => join(root, name)).concat('/dev/zero', '/dev/null'))
      expect(await both(path)).toContain('no regular file');
    expect(await both(join(root, 'folder.md'))).toContain('folder');
  });

  it('says why a file cannot be read, without its path', async () => {
    const root = folderWith({ 'secret.md': ARTICLE });
    symlinkSync('b.md', join(root, 'a.md'));
    symlinkSync('a.md', join(root, 'b.md'));
    expect(await both(join(root, 'a.md'))).toBe('The file cannot be read: ELOOP: too many symbolic links encountered');
    expect(await both(join(root, 'gone.md'))).toBe('The file cannot be read: ENOENT: no such file or directory');
    chmodSync(join(root, 'secret.md'), 0);
    if (process.getuid?.() !== 0) expect(await both(join(root, 'secret.md'))).toContain('EACCES');
  });

  it('does not read what is too large', async () => {
    const root = folderWith({});
    writeFileSync(join(root, 'huge.md'), '');
    truncateSync(join(root, 'huge.md'), 2 ** 40);
    expect(await both(join(root, 'huge.md'))).toContain('1048576.0 MiB');
  });
});
