import { useMemo } from 'preact/hooks';
import { DuplicatesChart, MonthsChart } from './charts/months.tsx';
import { ReadingChart } from './charts/reading.tsx';
import { RulesChart } from './charts/rules.tsx';
import { usePage } from './context.ts';
import { linkTo } from './state.ts';
import { type Statistics, statisticsOf, sum } from './statistics.ts';

/** The whole archive at a glance; everything links to the findings that it counts. */
export function Overview() {
  const { report } = usePage();
  const statistics = useMemo(() => statisticsOf(report), [report]);
  const dated = statistics.months.filter(({ month }) => month !== '');
  return (
    <div class="overview">
      <Tiles statistics={statistics} />
      <div class="charts">
        <RulesChart rows={statistics.rules} />
        <MonthsChart rows={dated} />
        <ReadingChart articles={report.data.articles} />
        <DuplicatesChart rows={dated} />
      </div>
      <Worst rows={statistics.worst} />
    </div>
  );
}

function Tiles({ statistics }: { readonly statistics: Statistics }) {
  const { report, words, format } = usePage();
  const { counts, articlesWith, duplicated, readingOff } = statistics;
  const articles = report.data.articles.length;
  return (
    <dl class="tiles">
      <Tile name={words.articles} value={format(articles)} />
      <Tile name={words.articlesWith} value={format(articlesWith)} />
      <Tile name={words.severities[0]} value={format(counts[0])} kind="error" href={linkTo({ hidden: [1, 2] })} />
      <Tile name={words.severities[1]} value={format(counts[1])} kind="warning" href={linkTo({ hidden: [0, 2] })} />
      <Tile name={words.severities[2]} value={format(counts[2])} kind="info" href={linkTo({ hidden: [0, 1] })} />
      <Tile name={words.perArticle} value={format(articles === 0 ? 0 : sum(counts) / articles, 1)} />
      <Tile name={words.duplicatedShare} value={`${format(duplicated, 1)}%`} />
      {readingOff !== undefined && <Tile name={words.readingOff} value={words.minutes(format(readingOff))} />}
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly kind?: string;
  readonly href?: string;
}

function Tile({ name, value, kind = '', href }: TileProps) {
  return (
    <div class={`tile ${kind}`}>
      <dt>{name}</dt>
      <dd>
        {href ? (
          <a class="tile-link" href={href}>
            {value}
          </a>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}

function Worst({ rows }: { readonly rows: Statistics['worst'] }) {
  const { report, words, format } = usePage();
  if (rows.length === 0) return null;
  return (
    <section class="worst">
      <h2 id="worst">{words.worst}</h2>
      <div class="scroll">
        <table aria-labelledby="worst">
          <thead>
            <tr>
              {[words.article, ...words.severities, words.share, words.declared, words.computed].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ article, counts }) => {
              const entry = report.data.articles[article];
              if (!entry) return null;
              const { name, title, length, duplicated, declared, computed } = entry;
              return (
                <tr key={name}>
                  <th scope="row">
                    <a href={linkTo({ path: name, article: name })}>{title || name}</a>
                    {title && <bdi class="where">{name}</bdi>}
                  </th>
                  {counts.map((count, i) => (
                    <td key={i}>{format(count)}</td>
                  ))}
                  <td>{format((100 * duplicated) / Math.max(1, length), 1)}%</td>
                  <td>{declared === undefined ? '–' : words.minutes(format(declared))}</td>
                  <td>{computed === undefined ? '–' : words.minutes(format(computed))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
