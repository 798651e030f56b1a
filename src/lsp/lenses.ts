import type { CodeLens, Command } from 'vscode-languageserver';
import { COMMANDS } from './actions.ts';
import type { Analysis } from './analyse.ts';
import type { Client } from './client.ts';
import { messages } from './messages.ts';
import { rangeToLsp, workspaceEditOf } from './to-lsp.ts';

/** At the top: characters, reading time, findings. At `reading_time`: the minutes that the body takes, to be put there. */
export function lensesOf(analysis: Analysis, client: Client): CodeLens[] {
  const { document, facts, findings, config } = analysis;
  if (!facts) return [];
  const say = messages[config.data.locale];
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const characters = facts.characters.toLocaleString('en-US');
  const title = [say.lens(characters, facts.minutes), say.counts(count('error'), count('warning'), count('info'))];
  const top = { range: rangeToLsp([0, 0], document.index), command: textOnly(title.join(' | ')) };
  return [top, ...readingTimeLens(analysis, client)];
}

function readingTimeLens({ document, facts, config }: Analysis, client: Client): CodeLens[] {
  if (!facts?.readingTime || facts.characters === 0) return [];
  const { range, source } = facts.readingTime;
  const say = messages[config.data.locale];
  const at = rangeToLsp(range, document.index);
  const text = /\d+(?:\.\d+)?/.test(source)
    ? source.replace(/\d+(?:\.\d+)?/, String(facts.minutes))
    : `${facts.minutes}`;
  if (text === source || !client.applyEdit) return [{ range: at, command: textOnly(say.readingTime(facts.minutes)) }];
  const edit = workspaceEditOf([{ range, text: range[0] === range[1] ? ` ${text}` : text }], document, client);
  return [
    {
      range: at,
      command: { title: say.updateTo(facts.minutes), command: COMMANDS.apply, arguments: [edit, document.version] },
    },
  ];
}

/** A lens that does nothing when it is clicked. */
function textOnly(title: string): Command {
  return { title, command: '' };
}
