import { scaleBand, scaleLinear } from 'd3-scale';
import { SEVERITIES } from '../../data.ts';
import { usePage } from '../context.ts';
import { shortRule } from '../finding-list.tsx';
import { linkTo } from '../state.ts';
import { type RuleRow, sum } from '../statistics.ts';
import { Figure } from './figure.tsx';

const WIDTH = 640;
const LEFT = 210;
const RIGHT = 64;
const ROW = 26;
const MOST = 18;

/** Findings by rule: bars of the severities, each a link to its findings. */
export function RulesChart({ rows }: { readonly rows: readonly RuleRow[] }) {
  const { words, format } = usePage();
  const sorted = [...rows].sort((a, b) => sum(b.counts) - sum(a.counts));
  const drawn = sorted.slice(0, MOST);
  const height = drawn.length * ROW;
  const y = scaleBand(
    drawn.map(({ rule }) => rule),
    [0, height],
  ).padding(0.28);
  const x = scaleLinear([0, Math.max(1, ...drawn.map(({ counts }) => sum(counts)))], [LEFT, WIDTH - RIGHT]);
  return (
    <Figure
      title={words.byRule}
      head={[words.rule, ...words.severities, words.total]}
      rows={sorted.map(({ rule, counts }) => [shortRule(rule), ...counts.map((n) => format(n)), format(sum(counts))])}
    >
      <svg viewBox={`0 0 ${WIDTH} ${height}`} class="chart" role="group" aria-label={words.byRule}>
        {drawn.map(({ rule, counts }) => (
          <a key={rule} href={linkTo({ rule })}>
            <title>{`${shortRule(rule)}: ${words.severities.map((name, i) => `${name} ${format(counts[i] ?? 0)}`).join(', ')}`}</title>
            <rect class="hit" x={0} y={(y(rule) ?? 0) - 4} width={WIDTH} height={ROW} />
            <text x={LEFT - 10} y={(y(rule) ?? 0) + y.bandwidth() / 2} dy="0.34em" text-anchor="end">
              {shorten(shortRule(rule))}
            </text>
            {SEVERITIES.map((severity, i) => {
              const before = sum(counts.slice(0, i));
              const width = x(before + (counts[i] ?? 0)) - x(before);
              return (
                width > 0 && (
                  <rect
                    key={severity}
                    class={`bar ${severity}`}
                    x={x(before)}
                    y={y(rule)}
                    width={Math.max(1, width)}
                    height={y.bandwidth()}
                  />
                )
              );
            })}
            <text class="value" x={x(sum(counts)) + 7} y={(y(rule) ?? 0) + y.bandwidth() / 2} dy="0.34em">
              {format(sum(counts))}
            </text>
          </a>
        ))}
      </svg>
      <Legend />
    </Figure>
  );
}

/** What the colours stand for. */
export function Legend() {
  const { words } = usePage();
  return (
    <p class="legend" aria-hidden="true">
      {SEVERITIES.map((severity, i) => (
        <span key={severity}>
          <span class={`swatch ${severity}`} />
          {words.severities[i]}
        </span>
      ))}
    </p>
  );
}

function shorten(rule: string): string {
  return rule.length > 31 ? `…${rule.slice(-30)}` : rule;
}
