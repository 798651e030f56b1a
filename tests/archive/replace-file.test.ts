import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginReplacing, replaceFile } from '../../src/archive/replace-file.ts';
import { folderWith } from '../support/folder.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

describe('replaceFile', () => {
  it('writes a new file and takes the place of an old one, and leaves nothing beside it', () => {
    const root = folderWith({ 'old.md': '古い' });
    replaceFile(join(root, 'old.md'), '新しい\r\n');
    replaceFile(join(root, 'new.md'), '\uFEFF新しい');
    expect(readFileSync(join(root, 'old.md'), 'utf8')).toBe('新しい\r\n');
    expect(readFileSync(join(root, 'new.md'), 'utf8')).toBe('\uFEFF新しい');
    expect(readdirSync(root).sort()).toEqual(['new.md', 'old.md']);
  });

  it('leaves a file that no longer holds what is expected', () => {
    const root = folderWith({ 'a.md': 'b' });
    expect(() => replaceFile(join(root, 'a.md'), 'c', { expected: 'a' })).toThrow('changed while');
    expect(() => replaceFile(join(root, 'gone.md'), 'c', { expected: 'a' })).toThrow('ENOENT');
    expect(readdirSync(root)).toEqual(['a.md']);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('b');
  });

  it.skipIf(isWindows)('keeps the mode, not set-user-id', () => {
    const root = folderWith({ 'a.md': 'a' });
    for (const mode of [0o600, 0o640, 0o755, 0o664]) {
      chmodSync(join(root, 'a.md'), mode);
      replaceFile(join(root, 'a.md'), 'b');
      expect(statSync(join(root, 'a.md')).mode & 0o7777).toBe(mode);
    }
    chmodSync(join(root, 'a.md'), 0o4755);
    replaceFile(join(root, 'a.md'), 'c');
    expect(statSync(join(root, 'a.md')).mode & 0o7777).toBe(0o755);
  });

  it.runIf(isRoot)('keeps owner and group where that is allowed', () => {
    const root = folderWith({ 'a.md': 'a' });
    execFileSync('chown', ['1234:5678', join(root, 'a.md')]);
    replaceFile(join(root, 'a.md'), 'b');
    expect(statSync(join(root, 'a.md'))).toMatchObject({ uid: 1234, gid: 5678 });
  });

  it('gives the file the time of writing', () => {
    const root = folderWith({ 'a.md': 'a' });
    utimesSync(join(root, 'a.md'), 1, 1);
    replaceFile(join(root, 'a.md'), 'b');
    expect(statSync(join(root, 'a.md')).mtimeMs).toBeGreaterThan(1_600_000_000_000);
  });

  it.skipIf(isWindows)('does not write a file that is read-only, whoever asks', () => {
    const root = folderWith({ 'a.md': 'a' });
    chmodSync(join(root, 'a.md'), 0o444);
    expect(() => replaceFile(join(root, 'a.md'), 'b')).toThrow('EACCES');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
  });

  it.skipIf(isWindows)('keeps links and writes what they name, even if it is not there yet', () => {
    const root = folderWith({ 'there/a.md': 'a' });
    symlinkSync('there/a.md', join(root, 'a.md'));
    symlinkSync('a.md', join(root, 'b.md'));
    symlinkSync('there/new.md', join(root, 'new.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    replaceFile(join(root, 'b.md'), 'b', { expected: 'a' });
    replaceFile(join(root, 'new.md'), 'n');
    expect(() => replaceFile(join(root, 'loop.md'), 'x')).toThrow('ELOOP');
    expect(readlinkSync(join(root, 'b.md'))).toBe('a.md');
    expect(lstatSync(join(root, 'new.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'there/a.md'), 'utf8')).toBe('b');
    expect(readFileSync(join(root, 'there/new.md'), 'utf8')).toBe('n');
    expect(readdirSync(join(root, 'there')).sort()).toEqual(['a.md', 'new.md']);
  });

  it.skipIf(isWindows)('leaves the old text under other names of the file', () => {
    const root = folderWith({ 'a.md': 'a' });
    linkSync(join(root, 'a.md'), join(root, 'b.md'));
    replaceFile(join(root, 'a.md'), 'new');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('new');
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('a');
  });

  it.skipIf(isWindows)('writes pipes and devices as they are, but no article into them', () => {
    const root = folderWith({});
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const reader = openSync(join(root, 'pipe'), constants.O_RDWR | constants.O_NONBLOCK);
    replaceFile(join(root, 'pipe'), 'through');
    const read = Buffer.alloc(20);
    expect(read.toString('utf8', 0, readSync(reader, read))).toBe('through');
    closeSync(reader);
    expect(statSync(join(root, 'pipe')).isFIFO()).toBe(true);
    replaceFile('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(() => replaceFile('/dev/null', 'x', { expected: '' })).toThrow('no regular file');
    expect(() => replaceFile(root, 'x')).toThrow('EISDIR');
  });

  it.skipIf(isWindows || isRoot)('leaves everything as it is in a folder that cannot be written', () => {
    const root = folderWith({ 'a.md': 'a' });
    chmodSync(root, 0o555);
    expect(() => replaceFile(join(root, 'a.md'), 'b')).toThrow('EACCES');
    chmodSync(root, 0o755);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
  });

  it('says what is wrong without the name of a temporary file', () => {
    const root = folderWith({});
    expect(() => replaceFile(join(root, 'no/such/folder.md'), 'b')).toThrow(/^ENOENT: no such file or directory$/);
  });

  it('removes what a killed process left behind, after an hour', () => {
    const left = '.koetsu-0123456789ab.tmp';
    const root = folderWith({ 'a.md': 'a', [left]: '途中', '.koetsu-mine.tmp': 'x', 'b.md': 'b' });
    utimesSync(join(root, left), 1, 1);
    utimesSync(join(root, '.koetsu-mine.tmp'), 1, 1);
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other', left), 'still being written');
    replaceFile(join(root, 'a.md'), 'b');
    replaceFile(join(root, 'other/a.md'), 'b');
    expect(readdirSync(root).sort()).toEqual(['.koetsu-mine.tmp', 'a.md', 'b.md', 'other']);
    expect(readdirSync(join(root, 'other')).sort()).toEqual([left, 'a.md']);
  });
});

describe('beginReplacing', () => {
  it('leaves the old file until it is committed, and for good if it is discarded', () => {
    const root = folderWith({ 'a.md': 'a' });
    const replacement = beginReplacing(join(root, 'a.md'));
    replacement.write('b');
    replacement.write(Buffer.from('c'));
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
    replacement.discard();
    replacement.discard();
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
    expect(readdirSync(root)).toEqual(['a.md']);
  });
});
