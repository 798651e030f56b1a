import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { VERSION } from '../lint/docs.ts';
import { describeMistake, type Locale, type Result, succeed } from '../lint/mistake.ts';
import { applyFix } from './apply-fix.ts';
import { checkFiles, checkText } from './check-articles.ts';
import type { Deps } from './deps.ts';
import { explainRule } from './explain-rule.ts';
import { checkLines } from './finding-output.ts';
import { listFigures } from './list-figures.ts';
import { INPUT, OUTPUT } from './schemas.ts';

const INSTRUCTIONS = `koetsu is an editorial linter for Japanese Markdown articles. Check a draft with check_text or saved articles with
check_files; explain_rule says why a rule flags something; apply_fix gives back a fixed text. Nothing here writes files.`;

/** No tool writes a file or talks to anybody. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** A server with the tools for agents, to be connected to a transport. What a caller gets wrong is a result with `isError`. */
export function createMcpServer(deps: Deps, locale: Locale): McpServer {
  const server = new McpServer({ name: 'koetsu', version: VERSION }, { instructions: INSTRUCTIONS });
  addChecks(server, deps, locale);
  addOthers(server, deps, locale);
  return server;
}

function addChecks(server: McpServer, deps: Deps, locale: Locale): void {
  server.registerTool(
    'check_text',
    {
      description:
        'Check the text of a Japanese Markdown article: cut sentences, repeated passages, impossible figures, …',
      inputSchema: toStandardJsonSchema(INPUT.checkText),
      outputSchema: toStandardJsonSchema(OUTPUT.check),
      annotations,
    },
    async (given, { mcpReq: { signal } }) => answer(await checkText({ ...given, signal }, deps), locale, checkLines),
  );
  server.registerTool(
    'check_files',
    {
      description: 'Check articles on the disk, as `koetsu check` does: same configuration, baseline and ignore file.',
      inputSchema: toStandardJsonSchema(INPUT.checkFiles),
      outputSchema: toStandardJsonSchema(OUTPUT.check),
      annotations,
    },
    async (given, { mcpReq: { signal } }) => answer(await checkFiles({ ...given, signal }, deps), locale, checkLines),
  );
}

function addOthers(server: McpServer, deps: Deps, locale: Locale): void {
  server.registerTool(
    'explain_rule',
    {
      description: 'The page of a rule: what it flags and why, with examples and options.',
      inputSchema: toStandardJsonSchema(INPUT.explainRule),
      outputSchema: toStandardJsonSchema(OUTPUT.explainRule),
      annotations,
    },
    ({ rule }) => answer(explainRule(rule, deps), locale, ({ page }) => page),
  );
  server.registerTool(
    'apply_fix',
    {
      description:
        'Give back a text with its safe fixes, or with the fix or a suggestion of one finding. Writes no file.',
      inputSchema: toStandardJsonSchema(INPUT.applyFix),
      outputSchema: toStandardJsonSchema(OUTPUT.applyFix),
      annotations,
    },
    async (given, { mcpReq: { signal } }) =>
      answer(await applyFix({ ...given, signal }, deps), locale, ({ text }) => text),
  );
  server.registerTool(
    'list_figures',
    {
      description: 'The figures of an article (amounts, rates, dates) and what koetsu takes each to be said of.',
      inputSchema: toStandardJsonSchema(INPUT.listFigures),
      outputSchema: toStandardJsonSchema(OUTPUT.listFigures),
      annotations,
    },
    async (given) => {
      const found = await listFigures(given, locale, deps);
      const figures = found.ok ? succeed({ figures: found.value.figures }) : found;
      return answer(figures, locale, () => (found.ok ? found.value.table : ''));
    },
  );
}

/** A result as structured content and as text; mistakes as an error that says all of them. */
function answer<T extends Record<string, unknown>>(
  result: Result<T>,
  locale: Locale,
  textOf: (value: T) => string,
): CallToolResult {
  if (result.ok)
    return { content: [{ type: 'text', text: textOf(result.value) }], structuredContent: { ...result.value } };
  const text = result.mistakes.map((mistake) => describeMistake(mistake, locale)).join('\n');
  return { content: [{ type: 'text', text }], isError: true };
}
