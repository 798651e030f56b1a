import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * The messages in a JSON report of textlint or koetsu, one string each: file, rule, message, range, fix and severity. Lines and
 * columns do not count: textlint's are wrong in places, and both make them from the range.
 */
export function messagesIn(file, folder, rules = () => true) {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  return results.flatMap(({ filePath, messages }) =>
    messages.filter(({ ruleId }) => rules(ruleId)).map((message) => essence(relative(folder, filePath), message)),
  );
}

/** A message as it is compared. */
export function essence(path, { ruleId, message, range, fix, severity }) {
  return JSON.stringify([path, ruleId, message, range, fix?.range ?? null, fix?.text ?? null, severity]);
}

/**
 * Throws if two lists of messages differ, and says in what. The differences that src/lint/fast-rules/README.md explains do not
 * occur in what is measured: if one does, it has to be listed here by itself.
 */
export function assertEqual(theirs, ours) {
  const missing = without(theirs, ours);
  const added = without(ours, theirs);
  if (missing.length + added.length === 0) return;
  const shown = [...missing.slice(0, 10).map((it) => `- ${it}`), ...added.slice(0, 10).map((it) => `+ ${it}`)];
  throw new Error(`${missing.length} messages of textlint are missing, ${added.length} are new:\n${shown.join('\n')}`);
}

/** What is in a list more often than in another one. */
function without(list, others) {
  const counts = new Map();
  for (const it of others) counts.set(it, (counts.get(it) ?? 0) + 1);
  return list.filter((it) => {
    const count = counts.get(it) ?? 0;
    counts.set(it, count - 1);
    return count <= 0;
  });
}
