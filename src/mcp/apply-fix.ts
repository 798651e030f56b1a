import type * as v from 'valibot';
import type { Config } from '../lint/config.ts';
import type { Edit, Finding } from '../lint/finding.ts';
import { fixText } from '../lint/fix-text.ts';
import { applyEdits, harmlessIn } from '../lint/harmless-edits.ts';
import { fail, type Result, succeed } from '../lint/mistake.ts';
import { countsOf } from '../report/places.ts';
import { lintAll } from './check-articles.ts';
import type { Deps } from './deps.ts';
import type { INPUT, OUTPUT } from './schemas.ts';
import { textSource } from './text-source.ts';

type Given = v.InferOutput<typeof INPUT.applyFix> & { readonly signal: AbortSignal };
type Fixed = v.InferOutput<typeof OUTPUT.applyFix>;

/** A text with all its safe fixes, or with the fix or a suggestion of one finding. */
export async function applyFix(given: Given, deps: Deps): Promise<Result<Fixed>> {
  const config = await deps.loadConfig();
  if (!config.ok) return config;
  if (given.fingerprint !== undefined) return fixOne(given, given.fingerprint, config.value, deps);
  if (given.suggestion !== undefined)
    return mistake('suggestion には fingerprint が必要です。', 'suggestion needs the fingerprint of a finding.');
  // The engine stops rules that hang; what it gets through can be fixed in this thread.
  const found = await lint(given.text, given, config.value, deps);
  if (!found.some(({ fix }) => fix)) return succeed({ text: given.text, applied: 0, left: { ...countsOf(found) } });
  const article = { text: given.text, path: textSource('', given.path, deps).path };
  const { text, applied, findings } = await fixText(article, config.value, await deps.tools());
  return succeed({ text, applied, left: { ...countsOf(findings) } });
}

async function fixOne(given: Given, fingerprint: string, config: Config, deps: Deps): Promise<Result<Fixed>> {
  const found = await lint(given.text, given, config, deps);
  const finding = found.find((candidate) => candidate.fingerprint === fingerprint);
  if (!finding)
    return mistake(
      `指紋「${fingerprint}」の指摘はこのテキストにありません。check_text と同じ text と path を指定してください。`,
      `This text has no finding with the fingerprint "${fingerprint}"; give the text and the path that check_text was given.`,
    );
  const edit = editOf(withSafeFix(finding, harmlessIn({ text: given.text, path: given.path })), given.suggestion);
  if (!edit.ok) return edit;
  const text = applyEdits(given.text, [edit.value]);
  return succeed({ text, applied: 1, left: { ...countsOf(await lint(text, given, config, deps)) } });
}

async function lint(text: string, given: Given, config: Config, deps: Deps): Promise<readonly Finding[]> {
  const results = await lintAll([textSource(text, given.path, deps)], config, given.signal, deps);
  return results.flatMap(({ findings }) => findings);
}

/** Without a fix that would change more than it touches: as with all fixes at once, it is not made. */
function withSafeFix({ fix, ...finding }: Finding, isHarmless: (fix: Edit) => boolean): Finding {
  return fix && isHarmless(fix) ? { ...finding, fix } : finding;
}

function editOf({ fix, suggestions }: Finding, number: number | undefined): Result<Edit> {
  const count = suggestions.length;
  if (number !== undefined) {
    const chosen = suggestions[number - 1];
    return chosen
      ? succeed(chosen.edit)
      : mistake(`この指摘の修正候補は${count}件です。`, `This finding has ${count} suggestions.`);
  }
  if (fix) return succeed(fix);
  return count > 0
    ? mistake(
        `この指摘に安全な修正はありません。suggestion に1〜${count}の番号を指定してください。`,
        `This finding has no safe fix; choose one of its suggestions by number, 1 to ${count}.`,
      )
    : mistake('この指摘は自動では修正できません。', 'This finding cannot be fixed automatically.');
}

function mistake(ja: string, en: string): Result<never> {
  return fail({ message: { ja, en } });
}
