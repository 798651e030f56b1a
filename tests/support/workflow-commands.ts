/** A workflow command, as the runner of GitHub Actions reads it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands in a log; other lines are skipped. Follows ActionCommand.TryParseV2 of the runner. */
export function commandsIn(log: string): Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line);
    if (!match) return [];
    const [, name = '', list = '', data = ''] = match;
    const pairs = list
      .split(',')
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [key = '', ...value] = pair.split('=');
        return [key, unescaped(value.join('='))];
      });
    return [{ name, properties: Object.fromEntries(pairs), data: unescaped(data) }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
