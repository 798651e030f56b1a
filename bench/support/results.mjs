import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ORIGIN } from './articles.mjs';
import { chartOf } from './chart.mjs';
import { renderResults } from './render.mjs';

const FOLDER = join(import.meta.dirname, '..');
const DATA = join(FOLDER, 'results.json');
const ORDER = ['archive', 'memory', 'start', 'one-post', 'keystroke', 'sizes', 'growth', 'peers'];

/** Puts what a scenario measured in the place of what it measured before, and writes the report and the chart anew. */
export async function addSection(section) {
  const known = existsSync(DATA) ? JSON.parse(readFileSync(DATA, 'utf8')) : [];
  const sections = [...known.filter(({ name }) => name !== section.name), { ...section, ...circumstances() }];
  sections.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  writeFileSync(DATA, `${JSON.stringify(sections, rounded, 1)}\n`);
  writeFileSync(join(FOLDER, 'RESULTS.md'), renderResults(sections));
  writeFileSync(join(FOLDER, 'results.svg'), await chartOf(sections));
}

/** Four digits are more than such measurements are good for. */
function rounded(_key, value) {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

function circumstances() {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    load: Math.round(loadavg()[2]),
    articles: ORIGIN,
  };
}
