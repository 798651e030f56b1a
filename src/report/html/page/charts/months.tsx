import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line, stack } from 'd3-shape';
import { SEVERITIES } from '../../data.ts';
import { usePage } from '../context.ts';
import { linkTo } from '../state.ts';
import { type MonthRow, sum } from '../statistics.ts';
import { LeftAxis } from './axis.tsx';
import { BottomLabels } from './bottom-labels.tsx';
import { Figure } from './figure.tsx';
import { Legend } from './rules.tsx';

const WIDTH = 640;
const HEIGHT = 250;
const MARGIN = { top: 10, right: 12, bottom: 28, left: 44 };

interface MonthsProps {
  /** Those with a date, in the order of time. */
  readonly rows: readonly MonthRow[];
}

/** Findings an article by month, one column a month. */
export function MonthsChart({ rows }: MonthsProps) {
  const { words, format } = usePage();
  const perArticle = rows.map(({ counts, articles }) => counts.map((count) => count / articles));
  const x = bandsOf(rows);
  const y = linear(perArticle.map(sum));
  const layers = stack<readonly number[], number>()
    .keys([0, 1, 2])
    .value((counts, key) => counts[key] ?? 0)(perArticle);
  return (
    <Figure
      title={words.byMonth}
      head={[words.month, words.articles, ...words.severities, words.total]}
      rows={rows.map(({ month, articles, counts }) => [
        month,
        format(articles),
        ...counts.map((n) => format(n)),
        format(sum(counts)),
      ])}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="chart" role="group" aria-label={words.byMonth}>
        <LeftAxis scale={y} from={MARGIN.left} to={WIDTH - MARGIN.right} />
        {rows.map(({ month, articles, counts }, i) => (
          <a key={month} href={linkTo({ month })} aria-label={`${month}: ${format(sum(counts))}`}>
            <title>{`${month}: ${format(sum(perArticle[i] ?? []), 1)} (${format(sum(counts))} / ${format(articles)})`}</title>
            <rect
              class="hit"
              x={x(month)}
              y={MARGIN.top}
              width={x.step()}
              height={HEIGHT - MARGIN.top - MARGIN.bottom}
            />
            {layers.map((layer) => {
              const [from = 0, to = 0] = layer[i] ?? [];
              return (
                to > from && (
                  <rect
                    key={layer.key}
                    class={`bar ${SEVERITIES[layer.key]}`}
                    x={x(month)}
                    y={y(to)}
                    width={x.bandwidth()}
                    height={y(from) - y(to)}
                  />
                )
              );
            })}
          </a>
        ))}
        <BottomLabels scale={x} at={HEIGHT - 10} />
      </svg>
      <Legend />
    </Figure>
  );
}

/** Share of repeated text by month. */
export function DuplicatesChart({ rows }: MonthsProps) {
  const { words, format } = usePage();
  const x = bandsOf(rows);
  const y = linear(rows.map(({ duplicated }) => duplicated));
  const middle = ({ month }: MonthRow): number => (x(month) ?? 0) + x.bandwidth() / 2;
  const top = ({ duplicated }: MonthRow): number => y(duplicated);
  return (
    <Figure
      title={words.duplicated}
      note={words.duplicatedNote}
      head={[words.month, words.articles, words.share]}
      rows={rows.map(({ month, articles, duplicated }) => [month, format(articles), `${format(duplicated, 1)}%`])}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="chart" role="group" aria-label={words.duplicated}>
        <LeftAxis scale={y} from={MARGIN.left} to={WIDTH - MARGIN.right} />
        <path class="area" d={area<MonthRow>(middle, y(0), top)([...rows]) ?? ''} />
        <path class="curve" d={line<MonthRow>(middle, top)([...rows]) ?? ''} />
        {rows.map((row) => (
          <a
            key={row.month}
            href={linkTo({ month: row.month, rule: 'koetsu/duplicated-passages' })}
            aria-label={`${row.month}: ${format(row.duplicated, 1)}%`}
          >
            <title>{`${row.month}: ${format(row.duplicated, 1)}%`}</title>
            <rect
              class="hit"
              x={x(row.month)}
              y={MARGIN.top}
              width={x.step()}
              height={HEIGHT - MARGIN.top - MARGIN.bottom}
            />
            <circle class="dot" cx={middle(row)} cy={top(row)} r={3} />
          </a>
        ))}
        <BottomLabels scale={x} at={HEIGHT - 10} />
      </svg>
    </Figure>
  );
}

function bandsOf(rows: readonly MonthRow[]) {
  return scaleBand(
    rows.map(({ month }) => month),
    [MARGIN.left, WIDTH - MARGIN.right],
  )
    .paddingInner(0.25)
    .paddingOuter(0.1);
}

function linear(values: readonly number[]) {
  return scaleLinear([0, Math.max(1, ...values)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
}
