import { crc32 } from 'node:zlib';
import { keptPath, readKept, writeKept } from './kept-file.ts';
import { stampOf } from './stamps.ts';
import { store } from './store.ts';

/** Something that was found out from files. */
export interface Known {
  readonly value: string;
  /** All files and folders that it depends on; also those that are not there, if it depends on that. */
  readonly places: readonly string[];
}

interface Entry extends Known {
  readonly stamp: string;
}

/** What `find` returns; taken from an earlier process if no place has changed since. `name` says what it is, and of what. */
export function remembered(name: string, find: () => Known): string {
  const { folder, now } = store() ?? {};
  if (folder === undefined || now === undefined) return find().value;
  const file = keptPath(folder, `known ${name}`);
  const known = read(file, name);
  if (known && known.stamp === stampOf(known.places, now())) return known.value;
  const { value, places } = find();
  const stamp = stampOf(places, now());
  if (stamp !== undefined) writeKept(file, identityOf(name), Buffer.from(JSON.stringify({ value, places, stamp })));
  return value;
}

function read(file: string, name: string): Entry | undefined {
  const data = readKept(file, identityOf(name));
  return data && (JSON.parse(data.toString()) as Entry);
}

function identityOf(name: string): string {
  return `known 1 ${name.length} ${crc32(name)}`;
}
