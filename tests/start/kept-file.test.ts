import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPath, readKept, writeKept } from '../../src/start/kept-file.ts';

const DATA = Buffer.from('code that V8 made');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koetsu-start-'));
  file = keptPath(folder, 'a name');
  writeKept(file, 'identity', DATA);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what is kept in a file', () => {
  it('is there under its identity, and under no other', () => {
    expect(readKept(file, 'identity')).toEqual(DATA);
    expect(readKept(file, 'identity 2')).toBeUndefined();
    expect(readKept(keptPath(folder, 'another name'), 'identity')).toBeUndefined();
  });

  it('is missed, whichever byte is damaged and wherever the file is cut off', () => {
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      writeFileSync(file, damaged);
      expect(readKept(file, 'identity'), `byte ${at}`).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(readKept(file, 'identity'), `${at} bytes`).toBeUndefined();
    }
  });

  it.skipIf(process.platform === 'win32')('is not trusted if others can write it', () => {
    chmodSync(file, 0o666);
    expect(readKept(file, 'identity')).toBeUndefined();
  });

  it('is not kept where there can be no folder', () => {
    const nowhere = keptPath(join(file, 'below'), 'a name');
    expect(() => writeKept(nowhere, 'identity', DATA)).not.toThrow();
    expect(readKept(nowhere, 'identity')).toBeUndefined();
  });
});
