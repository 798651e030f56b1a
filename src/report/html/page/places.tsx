import type { Range } from '../../../text/range.ts';
import type { ArticleData, Detail } from '../data.ts';
import { usePage } from './context.ts';
import type { Listed } from './report.ts';
import { linkTo } from './state.ts';
import { useArticle } from './use-article.ts';

/** How much is shown around a place, and of a place that is long, in characters. */
const AROUND = 90;
const MOST = 1600;

interface PlacesProps {
  readonly finding: Listed;
  readonly detail: Detail;
  readonly data: ArticleData;
}

/** A finding and the places that it is about, side by side. */
export function Places({ finding, detail, data }: PlacesProps) {
  const { words } = usePage();
  return (
    <div class="places">
      <section class="place" aria-label={words.here}>
        <h3>
          {words.here} <span class="where">{words.line(finding.line)}</span>
        </h3>
        <Excerpt text={data.text} range={detail.range} />
      </section>
      <div class="others">
        {detail.related.map((place, i) =>
          place.name === undefined ? (
            <Here key={i} place={place} data={data} />
          ) : (
            <Elsewhere key={i} place={place} name={place.name} />
          ),
        )}
      </div>
    </div>
  );
}

type Related = Detail['related'][number];

function Here({ place, data }: { readonly place: Related; readonly data: ArticleData }) {
  const { words } = usePage();
  const line = lineOf(data.text, place.range[0]);
  return (
    <section class="place other" aria-label={words.there}>
      <h3>
        {words.there} <span class="where">{words.line(line)}</span>
        <button type="button" class="plain" onClick={() => showLine(line)}>
          {words.show}
        </button>
      </h3>
      <p class="note">{place.message}</p>
      <Excerpt text={data.text} range={place.range} />
    </section>
  );
}

function Elsewhere({ place, name }: { readonly place: Related; readonly name: string }) {
  const { words, report } = usePage();
  const number = report.articleNumber.get(name) ?? -1;
  const loaded = useArticle(number);
  const title = report.data.articles[number]?.title;
  return (
    <section class="place other" aria-label={words.there}>
      <h3>
        {words.there} <bdi class="where">{name}</bdi>
        {number >= 0 && (
          <a href={linkTo({ article: name })} class="plain">
            {words.openArticle}
          </a>
        )}
      </h3>
      {title && !place.message.includes(title) && <p class="note">{title}</p>}
      <p class="note">{place.message}</p>
      {typeof loaded === 'object' && <Excerpt text={loaded.data.text} range={place.range} />}
      {loaded === 'absent' && <p class="note">{words.noText}</p>}
    </section>
  );
}

function Excerpt({ text, range }: { readonly text: string; readonly range: Range }) {
  const [start, end] = range;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const place = text.slice(start, end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <blockquote class="excerpt" dir="auto" tabIndex={0}>
      {from > 0 && '…'}
      {text.slice(from, start).trimStart()}
      <mark class="place-mark">{place.length > MOST ? `${place.slice(0, MOST)}…` : place}</mark>
      {text.slice(end, to).trimEnd()}
      {to < text.length && '…'}
    </blockquote>
  );
}

/** Scrolls the article to a line. */
function showLine(line: number): void {
  const element = document.getElementById(`line-${line}`);
  element?.scrollIntoView({ block: 'center' });
  element?.animate([{ backgroundColor: 'rgb(255 200 0 / 45%)' }, { backgroundColor: 'transparent' }], 1500);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
