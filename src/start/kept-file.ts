import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { crc32 } from 'node:zlib';

/** Files that nobody has written anew for so long belong to a koetsu or a Node that is gone. */
const MOST_DAYS = 60;
const DAY = 86_400_000;
/** A checksum, and the length of the identity that follows it. */
const HEAD = 8;

/** Where in the cache folder something is kept for a name, which may be of any length; V8 and its flags have their part in it. */
export function keptPath(cacheFolder: string, name: string): string {
  const hash = crc32(`${name}\0${process.version}\0${process.arch}`).toString(16);
  return join(cacheFolder, 'code', `${cachedDataVersionTag().toString(16)}-${hash}`);
}

/**
 * What was kept in a file under an identity. Undefined if there is none, if it was kept under another one, if it is damaged (V8
 * does not look), or if somebody else could have written it: it is run.
 */
export function readKept(file: string, identity: string): Buffer | undefined {
  try {
    const target = openSync(file, 'r');
    try {
      return isOwn(target) ? unpacked(readFileSync(target), identity) : undefined;
    } finally {
      closeSync(target);
    }
  } catch {
    return undefined;
  }
}

/** Keeps data in a file; what cannot be written is not kept. Files that have not been in use for long are removed. */
export function writeKept(file: string, identity: string, data: Uint8Array): void {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, packed(identity, data), { mode: 0o600 });
    renameSync(temporary, file);
    removeOld(file);
  } catch {
    attempt(() => rmSync(temporary, { force: true }));
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Where there cannot be a folder, there is nothing to remove either.
  }
}

function isOwn(target: number): boolean {
  const { uid, mode } = fstatSync(target);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function packed(identity: string, data: Uint8Array): Buffer {
  const name = Buffer.from(identity);
  const bytes = Buffer.concat([Buffer.alloc(HEAD), name, data]);
  bytes.writeUInt32LE(name.length, 4);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  return bytes;
}

function unpacked(bytes: Buffer, identity: string): Buffer | undefined {
  if (bytes.length < HEAD || bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return undefined;
  const end = HEAD + bytes.readUInt32LE(4);
  return bytes.toString('utf8', HEAD, end) === identity ? bytes.subarray(end) : undefined;
}

function removeOld(written: string): void {
  const folder = dirname(written);
  const now = statSync(written).mtimeMs;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== basename(written) && now - statSync(path).mtimeMs > MOST_DAYS * DAY) rmSync(path, { force: true });
  }
}
