import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Client } from './client.ts';

/** Shows how much of something is left: from the first time that something is, until nothing is. */
export function createProgress(
  connection: Connection,
  { showsProgress }: Client,
  title: () => string,
): (left: number, all: number) => void {
  let reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  async function begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const begun = await connection.window.createWorkDoneProgress();
      begun.begin(title(), 0, undefined, false);
      return begun;
    } catch {
      // The client has left, or shows none.
      return undefined;
    }
  }

  return (left, all) => {
    if (!showsProgress || (left === 0 && !reporter)) return;
    reporter ??= begin();
    const done = all - left;
    void reporter.then((it) => {
      if (left > 0) it?.report(Math.floor((done / all) * 100), `${done}/${all}`);
      else it?.done();
    });
    if (left === 0) reporter = undefined;
  };
}
