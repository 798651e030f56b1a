import type { Page } from './context.ts';
import { listed } from './report.ts';

/** More is not printed: nobody reads it on paper. */
const MOST = 1000;

/** The list of findings on paper, where the one on the screen holds a screenful only. */
export function PrintList({ report, shown, words, format }: Page) {
  const findings = Array.from(shown.slice(0, MOST), (number) => listed(report, number)).flatMap((each) => each ?? []);
  return (
    <section class="printed">
      <h2>{words.findings}</h2>
      <p>
        {shown.length > MOST
          ? words.printed(format(MOST), format(shown.length))
          : words.count(format(shown.length), format(report.size))}
      </p>
      <table>
        <tbody>
          {findings.map(({ number, severity, message, article, line }) => (
            <tr key={number}>
              <td>{words.kinds[severity]}</td>
              <td>
                <bdi>{article.name}</bdi>:{line}
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
