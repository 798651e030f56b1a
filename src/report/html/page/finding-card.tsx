import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Range } from '../../../text/range.ts';
import { type ArticleData, SEVERITIES } from '../data.ts';
import { usePage } from './context.ts';
import { shortRule } from './finding-list.tsx';
import { Places } from './places.tsx';
import type { Listed } from './report.ts';

interface CardProps {
  readonly finding: Listed;
  readonly data: ArticleData;
}

/** All that is known of one finding: what is wrong, what would be right, and the other places that it is about. */
export function FindingCard({ finding, data }: CardProps) {
  const { words } = usePage();
  const detail = data.details[finding.number - finding.article.first];
  const severity = SEVERITIES[finding.severity] ?? 'info';
  if (!detail) return null;
  return (
    <section class={`card ${severity}`} aria-label={finding.message}>
      <p class="card-head">
        <span class={`tag ${severity}`}>{words.kinds[finding.severity]}</span>
        <Rule rule={finding.rule} docs={finding.docs} />
        <span class="where">{words.line(finding.line)}</span>
        <CopyLink />
      </p>
      <p class="card-message">{finding.message}</p>
      {detail.fix && <Change label={words.fix} edit={detail.fix} text={data.text} />}
      {detail.suggestions.map(({ message, edit }) => (
        <Change key={message} label={words.suggestions} edit={edit} text={data.text}>
          {message}
        </Change>
      ))}
      {detail.related.length > 0 && <Places finding={finding} detail={detail} data={data} />}
    </section>
  );
}

function Rule({ rule, docs }: { readonly rule: string; readonly docs: string | undefined }) {
  const { words } = usePage();
  if (!docs || !/^https:\/\//.test(docs)) return <code>{shortRule(rule)}</code>;
  return (
    <a href={docs} target="_blank" rel="noopener noreferrer" title={words.docs}>
      <code>{shortRule(rule)}</code>
    </a>
  );
}

interface ChangeProps {
  readonly label: string;
  readonly edit: { readonly range: Range; readonly text: string };
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** As much of a change as is needed to judge it. */
function Change({ label, edit, text, children }: ChangeProps) {
  const { words } = usePage();
  const before = shorten(text.slice(edit.range[0], edit.range[1]));
  return (
    <p class="change">
      <span class="label">{label}</span> {children} {before && <del>{before}</del>}
      {before && <span aria-hidden="true"> → </span>}
      {edit.text ? <ins>{shorten(edit.text)}</ins> : <em>{words.deleted}</em>}
    </p>
  );
}

function CopyLink() {
  const { words } = usePage();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  return (
    <button
      type="button"
      class="plain copy"
      onClick={() =>
        void navigator.clipboard.writeText(location.href).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      {copied ? words.copied : words.copy}
    </button>
  );
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 100)} … ${text.slice(-40)}` : text;
}
