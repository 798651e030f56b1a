import { median, ratiosOf } from './statistics.mjs';

/** What is measured, as it is shown. `times`: ratios to the base of the table make sense. */
export const COLUMNS = {
  cpu: { title: 'CPU s', digits: 2, times: true },
  wall: { title: 'wall s', digits: 2, times: true },
  rss: { title: 'memory MB', digits: 0, times: true },
  p50: { title: 'p50 ms', digits: 1, times: true },
  p95: { title: 'p95 ms', digits: 1, times: true },
  one: { title: '1 MB, s', digits: 2 },
  four: { title: '4 MB, s', digits: 2 },
  growth: { title: '4 MB / 1 MB', digits: 2 },
};

/** The report in Markdown. */
export function renderResults(sections) {
  const parts = sections.flatMap((section) => [
    `## ${section.title}`,
    introOf(section),
    ...section.tables.map(tableOf),
  ]);
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

const HEAD = `# Measurements

Written by \`npm run bench\` ([how](run.mjs)) from [results.json](results.json); do not edit. koetsu is the built CLI (\`koetsu check\`), textlint
the stock CLI, both with \`textlint-rule-preset-ja-technical-writing\` unless it says otherwise. Before a number is written, the
messages are compared: file, rule, message, range, fix and severity of every one are equal. CPU is what the kernel counted for the process with
all its threads and children; memory is the peak of resident memory. Numbers in brackets are ratios to the first line of textlint (or to the line that says 1): the
middle of the pairs, and the lowest and highest. Seconds are those of a shared machine; only ratios within a table mean something.

![Ratios to textlint](results.svg)`;

function introOf({ about, pairs, date, node, machine, load, articles }) {
  const busy = load > 1 ? `, load ${load} meanwhile` : '';
  return `${about} ${pairs} ${pairs === 1 ? 'run' : 'runs'} of each in turn, ${date}, Node ${node}, ${machine}${busy}, ${articles}.`;
}

function tableOf({ title, base, usages, bars }) {
  const names = Object.keys(usages);
  const keys = Object.keys(COLUMNS).filter((key) => names.some((name) => key in usages[name][0]));
  const head = [
    title ?? '',
    ...keys.map((key) => COLUMNS[key].title),
    ...(Object.keys(bars).length > 0 ? ['to reach'] : []),
  ];
  const rows = names.map((name) => [
    name,
    ...keys.map((key) => cellOf(key, usages[name], name === base ? undefined : usages[base])),
    ...(Object.keys(bars).length > 0 ? [barsOf(bars[name])] : []),
  ]);
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellOf(key, usages, base) {
  const { digits, times } = COLUMNS[key];
  const numbers = usages.map((usage) => usage[key]);
  const shown = median(numbers).toFixed(digits);
  if (!times || base === undefined || base.length !== numbers.length) return shown;
  const ratio = ratiosOf(
    numbers,
    base.map((usage) => usage[key]),
  );
  const spread = numbers.length > 1 ? `, ${short(ratio.low)}–${short(ratio.high)}` : '';
  return `${shown} (**${short(ratio.median)}**${spread})`;
}

/** Three digits after the point at most, two that count. */
function short(ratio) {
  return ratio < 0.1 ? Number(ratio.toPrecision(2)).toString() : ratio.toFixed(2);
}

function barsOf(bars = {}) {
  return Object.entries(bars)
    .map(([key, bar]) => `${COLUMNS[key].title.replace(/ (?:s|MB|ms)$/, '')} ≤ ${bar}`)
    .join(', ');
}
