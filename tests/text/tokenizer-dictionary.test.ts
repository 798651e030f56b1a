import { access, mkdir, mkdtemp, open, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dictionary, sectionNames } from '../../src/text/tokenizer/dictionary.ts';
import { readDictionaryFile, writeDictionaryFile } from '../../src/text/tokenizer/dictionary-file.ts';
import { findKuromoji, testedKuromojiVersions } from '../../src/text/tokenizer/kuromoji-source.ts';
import { dictionaryFileName, loadDictionary } from '../../src/text/tokenizer/load-dictionary.ts';
import { tokenizerOf } from '../../src/text/tokenizer/tokenizer.ts';

let folder: string;
let dictionary: Dictionary;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koetsu-dictionary-'));
  dictionary = await loadDictionary();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the dictionary file', () => {
  it('gives back what was written', async () => {
    const path = join(folder, 'same', 'dictionary');
    expect(await writeDictionaryFile(path, dictionary, 'key')).toBe(true);
    const read = await readDictionaryFile(path, 'key');
    for (const name of sectionNames) expect(bytesOf(read?.[name]).equals(bytesOf(dictionary[name]))).toBe(true);
    expect(await readdir(join(folder, 'same'))).toEqual(['dictionary']);
  });

  it('is not taken when it is missing, foreign or made from other files', async () => {
    const path = join(folder, 'foreign');
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
    await writeFile(path, '');
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
    await writeFile(path, 'これは辞書ではない。\n'.repeat(1000));
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
    await writeDictionaryFile(path, dictionary, 'kuromoji 0.1.1');
    expect(await readDictionaryFile(path, 'kuromoji 0.1.2')).toBeUndefined();
    expect(await readDictionaryFile(folder, 'key')).toBeUndefined();
  });

  it.each([
    ['the magic number', 0],
    ['the format', 4],
    ['the checksum', 8],
    ['the length', 12],
    ['the length of a section', 16],
    ['the key', 129],
    ['the first byte of the trie', 1024],
    ['a byte amid the words', 15_000_000],
  ])('is not taken when %s was changed', async (_, position) => {
    const path = join(folder, 'changed');
    await writeDictionaryFile(path, dictionary, 'key');
    await flipByte(path, position);
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
  });

  it('is not taken when it is cut off or goes on', async () => {
    const path = join(folder, 'cut');
    await writeDictionaryFile(path, dictionary, 'key');
    const { size } = await stat(path);
    await truncate(path, size + 8);
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
    await truncate(path, size - 8);
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
    await truncate(path, 100);
    expect(await readDictionaryFile(path, 'key')).toBeUndefined();
  });
});

describe('loadDictionary', () => {
  it('writes the file once, notices that it is damaged and writes it anew', async () => {
    const cacheDirectory = join(folder, 'cache', 'deep');
    const path = join(cacheDirectory, dictionaryFileName('0.1.2'));
    await loadDictionary({ cacheDirectory });
    const first = await stat(path);
    await loadDictionary({ cacheDirectory });
    expect((await stat(path)).ino).toBe(first.ino);
    await flipByte(path, 2_000_000);
    expect(segment(await loadDictionary({ cacheDirectory }))).toEqual(['辞書', 'を', '作り直す']);
    const second = await stat(path);
    expect(second.ino).not.toBe(first.ino);
    await loadDictionary({ cacheDirectory });
    expect((await stat(path)).ino).toBe(second.ino);
  });

  it('serves several that build at once, and leaves one file', async () => {
    const cacheDirectory = join(folder, 'together');
    const built = await Promise.all([1, 2, 3].map(() => loadDictionary({ cacheDirectory })));
    for (const one of built) expect(segment(one)).toEqual(['辞書', 'を', '作り直す']);
    expect(await readdir(cacheDirectory)).toEqual([dictionaryFileName('0.1.2')]);
    const { key } = await findKuromoji();
    expect(await readDictionaryFile(join(cacheDirectory, dictionaryFileName('0.1.2')), key)).toBeDefined();
  });

  it('removes what a killed process left behind, not what another one writes', async () => {
    const cacheDirectory = join(folder, 'killed');
    const name = dictionaryFileName('0.1.2');
    await mkdir(cacheDirectory);
    for (const other of [`${name}.old.tmp`, `${name}.new.tmp`, 'other.tmp'])
      await writeFile(join(cacheDirectory, other), '');
    for (const other of [`${name}.old.tmp`, 'other.tmp']) await utimes(join(cacheDirectory, other), 1, 1);
    await loadDictionary({ cacheDirectory });
    expect((await readdir(cacheDirectory)).sort()).toEqual([name, `${name}.new.tmp`, 'other.tmp']);
  });

  it('does without a cache folder that cannot be written', async () => {
    const cacheDirectory = join(folder, 'a-file');
    await writeFile(cacheDirectory, '');
    expect(segment(await loadDictionary({ cacheDirectory }))).toEqual(['辞書', 'を', '作り直す']);
  });
});

describe('findKuromoji', () => {
  it('finds a version that was compared with ours', async () => {
    const { version, directory } = await findKuromoji();
    expect(testedKuromojiVersions).toContain(version);
    await access(join(directory, 'base.dat.gz'));
  });

  it("takes kuromojin's own kuromoji before a hoisted one", async () => {
    for (const project of ['hoisted', 'nested']) {
      await installPackage(join(folder, project, 'node_modules', 'kuromojin'), '3.0.1', 'index.js');
      await installPackage(join(folder, project, 'node_modules', 'kuromoji'), '0.2.0', 'src/kuromoji.js');
    }
    const own = join(folder, 'nested', 'node_modules', 'kuromojin', 'node_modules', 'kuromoji');
    await installPackage(own, '0.1.9', 'src/kuromoji.js');
    await expect(findKuromoji(join(folder, 'hoisted', 'index.js'))).resolves.toMatchObject({ version: '0.2.0' });
    await expect(findKuromoji(join(folder, 'nested', 'index.js'))).resolves.toMatchObject({ version: '0.1.9' });
  });

  it('rejects where nothing is installed', async () => {
    await expect(findKuromoji(join(folder, 'index.js'))).rejects.toThrow('kuromojin');
  });
});

function segment(from: Dictionary): string[] {
  return tokenizerOf(from)('辞書を作り直す').map((it) => it.surface_form);
}

function bytesOf(section: NodeJS.ArrayBufferView | undefined): Buffer {
  return section === undefined
    ? Buffer.alloc(0)
    : Buffer.from(section.buffer as ArrayBuffer, section.byteOffset, section.byteLength);
}

async function flipByte(path: string, position: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, position);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, position);
  await file.close();
}

/** A package with a main file and, as kuromoji has, a folder of dictionary files. */
async function installPackage(path: string, version: string, main: string): Promise<void> {
  await mkdir(join(path, 'src'), { recursive: true });
  await mkdir(join(path, 'dict'), { recursive: true });
  await writeFile(join(path, 'package.json'), JSON.stringify({ version, main }));
  await writeFile(join(path, main), '');
  for (const name of 'base check tid tid_pos tid_map cc unk unk_pos unk_map unk_char unk_invoke'.split(' ')) {
    await writeFile(join(path, 'dict', `${name}.dat.gz`), '');
  }
}
