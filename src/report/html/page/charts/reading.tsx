import { scaleLinear } from 'd3-scale';
import type { ArticleEntry } from '../../data.ts';
import { usePage } from '../context.ts';
import { linkTo } from '../state.ts';
import { BottomAxis, LeftAxis } from './axis.tsx';
import { Figure } from './figure.tsx';

const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = { top: 12, right: 16, bottom: 44, left: 48 };
/** Of more articles, so many are drawn, evenly chosen: more only darken the picture. */
const MOST = 3000;
const TABLE = 200;

type Timed = ArticleEntry & { readonly declared: number; readonly computed: number };

/** Declared against computed reading time, one dot an article; where both agree the dot is on the diagonal. */
export function ReadingChart({ articles }: { readonly articles: readonly ArticleEntry[] }) {
  const { words } = usePage();
  const timed = articles.filter(isTimed);
  const every = Math.ceil(timed.length / MOST);
  const drawn = timed.filter((_, i) => i % every === 0);
  const most = Math.max(
    1,
    quantile(
      timed.flatMap(({ declared, computed }) => [declared, computed]),
      0.995,
    ),
  );
  const x = scaleLinear([0, most], [MARGIN.left, WIDTH - MARGIN.right])
    .nice()
    .clamp(true);
  const y = scaleLinear(x.domain(), [HEIGHT - MARGIN.bottom, MARGIN.top]).clamp(true);
  const [, end = most] = x.domain();
  return (
    <Figure
      title={words.reading}
      note={words.readingNote}
      head={[words.article, words.declared, words.computed]}
      rows={worstOf(timed).map(({ name, declared, computed }) => [name, declared, computed])}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="chart" role="group" aria-label={words.reading}>
        <LeftAxis scale={y} ticks={5} from={MARGIN.left} to={WIDTH - MARGIN.right} />
        <BottomAxis scale={x} from={MARGIN.top} to={HEIGHT - MARGIN.bottom} />
        <line class="diagonal" x1={x(0)} y1={y(0)} x2={x(end)} y2={y(end)} />
        {drawn.map(({ name, title, declared, computed }) => (
          <a key={name} href={linkTo({ article: name, path: name })} tabIndex={-1} aria-label={title || name}>
            <title>{`${title || name}: ${declared} / ${computed}`}</title>
            <circle class={isOff(declared, computed) ? 'dot off' : 'dot'} cx={x(computed)} cy={y(declared)} r={3.5} />
          </a>
        ))}
        <text class="axis-name" x={WIDTH - MARGIN.right} y={HEIGHT - 6} text-anchor="end">
          {words.readingComputed}
        </text>
        <text class="axis-name" transform="rotate(-90)" x={-MARGIN.top} y={13} text-anchor="end">
          {words.readingDeclared}
        </text>
      </svg>
    </Figure>
  );
}

function isTimed(article: ArticleEntry): article is Timed {
  return article.declared !== undefined && article.computed !== undefined;
}

/** As the rule `reading-time-mismatch` has it by default. */
function isOff(declared: number, computed: number): boolean {
  const off = Math.abs(declared - computed);
  return off > 2 && off > 0.25 * computed;
}

function worstOf(timed: readonly Timed[]): readonly Timed[] {
  const off = ({ declared, computed }: Timed): number => Math.abs(declared - computed);
  return [...timed].sort((a, b) => off(b) - off(a)).slice(0, TABLE);
}

/** One slip of the pen (800 minutes) must not press all the others into a corner. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
