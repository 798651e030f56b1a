import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { remembered } from '../../src/start/remembered.ts';
import { openStore } from '../../src/start/store.ts';

it('what was found out from files holds until one of them changes, comes or goes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koetsu-start-'));
  const [there, missing] = [join(folder, 'there'), join(folder, 'missing')];
  writeFileSync(there, '1');
  let clock = Date.now() + 60_000;
  let times = 0;
  const ask = (): string =>
    remembered('something', () => ({ value: `found ${++times}`, places: [there, missing, join(folder, 'none')] }));
  expect([ask(), ask()]).toEqual(['found 1', 'found 2']);
  openStore(join(folder, 'cache'), () => clock);
  expect([ask(), ask()]).toEqual(['found 3', 'found 3']);
  writeFileSync(there, '2');
  expect([ask(), ask()]).toEqual(['found 4', 'found 4']);
  writeFileSync(missing, '');
  expect(ask()).toBe('found 5');
  rmSync(there);
  expect([ask(), ask()]).toEqual(['found 6', 'found 6']);
  // A file that has changed just now may change again without a sign.
  writeFileSync(there, '3');
  clock = Date.now();
  expect([ask(), ask()]).toEqual(['found 7', 'found 8']);
  rmSync(folder, { recursive: true });
});
