import { median, ratiosOf } from './statistics.mjs';
import { toolModule } from './tools.mjs';

const SURE = { light: '#1f6f8b', bar: '#c0392b', textlint: '#888888' };

/** An SVG of two panels: koetsu's ratios to textlint with the bars to reach, and seconds against the size of a file. */
export async function chartOf(sections) {
  const [vega, vegaLite] = await Promise.all([toolModule('vega'), toolModule('vega-lite')]);
  const { spec } = vegaLite.compile(specOf(sections));
  return `${await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG()}\n`;
}

function specOf(sections) {
  return {
    config: { font: 'sans-serif', axis: { labelLimit: 420, labelFontSize: 12 }, background: 'white' },
    vconcat: [ratioPanel(ratioRows(sections)), sizePanel(sizeRows(sections))].filter((it) => it.data.values.length > 0),
  };
}

function ratioRows(sections) {
  return sections
    .filter(({ name }) => ['archive', 'start', 'one-post', 'keystroke'].includes(name))
    .flatMap(({ title, tables }) =>
      tables.flatMap(({ title: part, base, usages, bars }) =>
        Object.entries(usages)
          .filter(([name]) => name !== base)
          .map(([name, list]) => {
            const key = 'cpu' in list[0] ? 'cpu' : 'p50';
            const numbers = (from) => from.map((usage) => usage[key]);
            const label = `${part ?? title}: ${name.replace(/^koetsu, /, '')}`;
            const { median: ratio, low, high } = ratiosOf(numbers(list), numbers(usages[base]));
            return { label, ratio, low, high, bar: bars[name]?.[key] ?? null };
          }),
      ),
    );
}

function ratioPanel(values) {
  const x = {
    type: 'quantitative',
    scale: { type: 'log', domain: [0.001, 1] },
    title: 'share of what textlint needs (1 = textlint; CPU, keystrokes: time)',
  };
  const y = { field: 'label', type: 'nominal', sort: null, title: null };
  return {
    title: 'koetsu beside textlint, equal messages',
    width: 420,
    height: { step: 22 },
    data: { values },
    encoding: { y },
    layer: [
      { mark: { type: 'rule', color: SURE.light }, encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } } },
      { mark: { type: 'point', filled: true, size: 70, color: SURE.light }, encoding: { x: { field: 'ratio', ...x } } },
      {
        transform: [{ filter: 'isValid(datum.bar)' }],
        mark: { type: 'tick', color: SURE.bar, thickness: 2 },
        encoding: { x: { field: 'bar', ...x } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 11 },
        encoding: { x: { field: 'ratio', ...x }, text: { field: 'ratio', type: 'quantitative', format: '.2~r' } },
      },
    ],
  };
}

function sizeRows(sections) {
  const { tables = [] } = sections.find(({ name }) => name === 'sizes') ?? {};
  return tables.flatMap(({ kilobytes, usages }) =>
    Object.entries(usages).map(([tool, list]) => ({ tool, kilobytes, cpu: median(list.map(({ cpu }) => cpu)) })),
  );
}

function sizePanel(values) {
  return {
    title: 'One file of growing size',
    width: 420,
    height: 220,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'kilobytes', type: 'quantitative', scale: { type: 'log' }, title: 'size of the file, KB' },
      y: { field: 'cpu', type: 'quantitative', scale: { type: 'log' }, title: 'CPU, s' },
      color: { field: 'tool', type: 'nominal', title: null, scale: { range: [SURE.light, '#7fb3c4', SURE.textlint] } },
    },
  };
}
