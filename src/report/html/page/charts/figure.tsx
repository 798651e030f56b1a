import type { ComponentChildren } from 'preact';
import { usePage } from '../context.ts';

interface FigureProps {
  readonly title: string;
  readonly note?: string;
  readonly wide?: boolean;
  readonly head: readonly string[];
  /** The same values for those who cannot see the drawing. */
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
  readonly children: ComponentChildren;
}

/** A chart with its title, and its values as a table to unfold. */
export function Figure({ title, note, wide, head, rows, children }: FigureProps) {
  const { words } = usePage();
  return (
    <figure class={wide ? 'wide' : ''}>
      <figcaption>
        <h2>{title}</h2>
        {note && <p class="note">{note}</p>}
      </figcaption>
      {rows.length > 0 ? children : <p class="empty">{words.noData}</p>}
      {rows.length > 0 && (
        <details>
          <summary>{words.table}</summary>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  {head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...values]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {values.map((value, i) => (
                      <td key={i}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  );
}
