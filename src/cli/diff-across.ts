import { articleFiles, articleTest } from '../archive/article-files.ts';
import { checkAcross } from '../archive/check-across.ts';
import type { Facts } from '../archive/facts.ts';
import { type EngineOptions, lintArticles } from '../archive/lint-articles.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import { fileSource } from './tools.ts';

/** A changed article with its facts; a side is undefined where the article was not there, or could not be read. */
export interface ChangedFacts {
  readonly before: Known | undefined;
  readonly after: Known | undefined;
}

interface Known {
  readonly filePath: string;
  readonly facts: Facts;
}

/** What became of the findings across articles that have to do with a change. */
export interface AcrossDifference {
  /** Findings by file, in files that did not change too: a copied title may stand in the later article. */
  readonly now: ReadonlyMap<string, readonly Finding[]>;
  readonly added: readonly Finding[];
  readonly fixed: number;
  readonly kept: number;
}

const NOTHING: AcrossDifference = { now: new Map(), added: [], fixed: 0, kept: 0 };

/**
 * Compares the archive that the configuration names as it was and as it is. Of the articles that did not change the facts come
 * from the cache, if they are there. Without an archive, or a change in it, there is nothing to compare.
 */
export async function compareAcross(
  changes: readonly ChangedFacts[],
  engine: EngineOptions,
): Promise<AcrossDifference> {
  const { config } = engine;
  const { archive: globs = [] } = config.settings;
  const isMember = articleTest(globs, config.root);
  const changed = globs.length === 0 ? [] : changes.map((change) => membersOf(change, isMember));
  if (changed.every(({ before, after }) => !before && !after)) return NOTHING;
  const ours = new Set(changed.flatMap(({ after }) => after?.filePath ?? []));
  const found = await Promise.all(globs.map((pattern) => articleFiles([pattern], config.root)));
  const files = new Set(found.flatMap((result) => (result.ok ? result.value : [])));
  const others: Known[] = [];
  const unchanged = [...files].filter((file) => !ours.has(file)).map(fileSource);
  for await (const { filePath, facts } of lintArticles(unchanged, engine)) if (facts) others.push({ filePath, facts });
  const was = checkAcross([...others, ...changed.flatMap(({ before }) => before ?? [])], config);
  const is = checkAcross([...others, ...changed.flatMap(({ after }) => after ?? [])], config);
  const touched = new Set(changed.flatMap(({ before, after }) => (after ?? before)?.filePath ?? []));
  return difference(was, is, touched);
}

/** The old revision takes the name of the new one, so that fingerprints agree. */
function membersOf({ before, after }: ChangedFacts, isMember: (file: string) => boolean): ChangedFacts {
  return {
    before:
      before && isMember(before.filePath)
        ? { facts: before.facts, filePath: after?.filePath ?? before.filePath }
        : undefined,
    after: after && isMember(after.filePath) ? after : undefined,
  };
}

type ByFile = ReadonlyMap<string, readonly Finding[]>;

function difference(was: ByFile, is: ByFile, touched: ReadonlySet<string>): AcrossDifference {
  const concerns = (filePath: string, { related }: Finding): boolean =>
    touched.has(filePath) || related.some((place) => place.filePath !== undefined && touched.has(place.filePath));
  const left = new Map(
    [...was].flatMap(([filePath, list]) => list.map((finding) => [idOf(filePath, finding), finding])),
  );
  const now = new Map<string, readonly Finding[]>();
  const added: Finding[] = [];
  let kept = 0;
  for (const [filePath, findings] of is) {
    const own = findings.filter((finding) => concerns(filePath, finding));
    if (own.length > 0) now.set(filePath, own);
    const fresh = own.filter((finding) => !left.has(idOf(filePath, finding)));
    added.push(...fresh);
    kept += own.length - fresh.length;
    for (const finding of findings) left.delete(idOf(filePath, finding));
  }
  const fixed = [...was].flatMap(([filePath, findings]) =>
    findings.filter((finding) => left.has(idOf(filePath, finding)) && concerns(filePath, finding)),
  );
  return { now, added, fixed: fixed.length, kept };
}

function idOf(filePath: string, { ruleId, fingerprint }: Finding): string {
  return [filePath, ruleId, fingerprint].join('\0');
}

/** The results with the findings across articles; articles that did not change are added where something new stands in them. */
export async function withAcross(
  results: readonly FileResult[],
  { now, added }: AcrossDifference,
): Promise<FileResult[]> {
  const known = new Set(results.map(({ filePath }) => filePath));
  const fresh = new Set(added);
  const more: FileResult[] = [];
  for (const [filePath, findings] of now) {
    const own = findings.filter((finding) => fresh.has(finding));
    if (known.has(filePath) || own.length === 0) continue;
    const read = await fileSource(filePath).read();
    more.push({ filePath, text: 'text' in read ? read.text : '', findings: own });
  }
  const joined = results.map((result) => ({
    ...result,
    findings: [...result.findings, ...(now.get(result.filePath) ?? [])].sort((a, b) => a.range[0] - b.range[0]),
  }));
  return [...joined, ...more];
}
