import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Dictionary, headerBytes, sectionNames, viewDictionary } from './dictionary.ts';

/** Raised whenever the sections or their meaning change. */
export const fileFormat = 1;

/** "kdic" in the first four bytes, as a number of the machine that wrote it: another byte order is another file. */
const magic = 0x6b646963;
/** Header, in 32-bit numbers: magic, format, checksum of all that follows it, length of the file, of each section, of the key. */
const checksumAt = 2;
const lengthAt = 3;
const sectionsAt = 4;
const keyLengthAt = sectionsAt + sectionNames.length;
/** The key in UTF-8 stands here. */
const keyBytesAt = 128;
/** Far above what IPADIC needs: a file that claims more is not ours. */
const largestFile = 1 << 28;
/** Milliseconds; a file is written in less than a second. */
const STALE = 3_600_000;

/**
 * Reads a dictionary file into shared memory. Undefined if there is none, or if it is cut off, damaged, of another
 * format or made from other files than `key` names.
 */
export async function readDictionaryFile(path: string, key: string): Promise<Dictionary | undefined> {
  const buffer = await readShared(path).catch(() => undefined);
  return buffer === undefined ? undefined : checkedDictionary(buffer, key);
}

/**
 * Writes a dictionary file. Others see the old file or the whole new one, and of several writers the last one wins.
 * False if the folder cannot be written: the dictionary in memory serves as well.
 */
export async function writeDictionaryFile(path: string, dictionary: Dictionary, key: string): Promise<boolean> {
  fillHeader(dictionary, key);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAll(temporary, new Uint8Array(dictionary.buffer));
    await removeStale(path, temporary).catch(() => undefined);
    await rename(temporary, path);
    return true;
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return false;
  }
}

/** Removes what processes that were killed left behind: 30 MB each, an hour older than what was just written. */
async function removeStale(path: string, temporary: string): Promise<void> {
  const { mtimeMs } = await stat(temporary);
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.`));
  for (const name of names.filter((one) => one.endsWith('.tmp'))) {
    const left = join(dirname(path), name);
    if (mtimeMs - (await stat(left)).mtimeMs > STALE) await rm(left, { force: true });
  }
}

async function readShared(path: string): Promise<SharedArrayBuffer | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < headerBytes || size > largestFile) return undefined;
    const buffer = new SharedArrayBuffer(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(new Uint8Array(buffer, filled), 0, size - filled, filled);
      if (bytesRead === 0) return undefined;
      filled += bytesRead;
    }
    return buffer;
  } finally {
    await file.close();
  }
}

async function writeAll(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let written = 0;
    while (written < bytes.length) {
      written += (await file.write(bytes, written, bytes.length - written, written)).bytesWritten;
    }
  } finally {
    await file.close();
  }
}

function checkedDictionary(buffer: SharedArrayBuffer, key: string): Dictionary | undefined {
  const header = new Int32Array(buffer, 0, headerBytes / 4);
  if (header[0] !== magic || header[1] !== fileFormat || header[lengthAt] !== buffer.byteLength) return undefined;
  if (header[checksumAt] !== checksumOf(buffer) || keyOf(buffer, header) !== key) return undefined;
  return viewDictionary(buffer, [...header.subarray(sectionsAt, keyLengthAt)]);
}

function fillHeader(dictionary: Dictionary, key: string): void {
  const { buffer } = dictionary;
  const header = new Int32Array(buffer, 0, headerBytes / 4);
  const keyBytes = Buffer.from(key);
  header[0] = magic;
  header[1] = fileFormat;
  header[lengthAt] = buffer.byteLength;
  header.set(
    sectionNames.map((name) => dictionary[name].byteLength),
    sectionsAt,
  );
  header[keyLengthAt] = keyBytes.length;
  new Uint8Array(buffer, keyBytesAt, headerBytes - keyBytesAt).set(keyBytes.subarray(0, headerBytes - keyBytesAt));
  header[checksumAt] = checksumOf(buffer);
}

function keyOf(buffer: SharedArrayBuffer, header: Int32Array): string {
  const length = header[keyLengthAt] ?? 0;
  return Buffer.from(buffer, keyBytesAt, Math.min(length, headerBytes - keyBytesAt)).toString();
}

/** CRC-32 of all that follows the checksum in the file; a fifth of the time that reading takes. */
function checksumOf(buffer: SharedArrayBuffer): number {
  return crc32(new Uint8Array(buffer, 4 * (checksumAt + 1))) | 0;
}
