import type { BlobEntry, BlobHeader } from './blob.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * True if a value has the form of an entry of a blob, with all places of its findings within its text. Checked by hand, for an archive
 * has hundreds of thousands of findings; what stands in its facts is not looked at.
 */
export function isBlobEntry(value: unknown): value is BlobEntry {
  if (!isObject(value)) return false;
  const { index, name, text, findings, facts } = value;
  return (
    Number.isSafeInteger(index) &&
    typeof name === 'string' &&
    typeof text === 'string' &&
    Array.isArray(findings) &&
    findings.every((finding) => isFinding(finding, text.length)) &&
    (facts === undefined || isObject(facts))
  );
}

/** True if what a blob says of itself has the right form. */
export function isBlobHeader(value: Loose): value is Loose & BlobHeader {
  const { version, config, environment, articles, locale, day, shard } = value;
  return (
    [version, config, environment, articles, day].every((part) => typeof part === 'string') &&
    (locale === 'ja' || locale === 'en') &&
    isObject(shard) &&
    isCount(shard.index) &&
    isCount(shard.count) &&
    shard.index <= shard.count
  );
}

function isFinding(value: unknown, length: number): boolean {
  if (!isObject(value)) return false;
  const { ruleId, severity, message, range, related, fix, suggestions, fingerprint, docs } = value;
  return (
    [ruleId, message, fingerprint].every((part) => typeof part === 'string') &&
    (severity === 'error' || severity === 'warning' || severity === 'info') &&
    isRange(range, length) &&
    (docs === undefined || typeof docs === 'string') &&
    (fix === undefined || isEdit(fix, length)) &&
    Array.isArray(related) &&
    related.every((place) => isRelated(place, length)) &&
    Array.isArray(suggestions) &&
    suggestions.every((one) => isObject(one) && typeof one.message === 'string' && isEdit(one.edit, length))
  );
}

/** A place in another article is not checked against the text of this one. */
function isRelated(value: unknown, length: number): boolean {
  if (!isObject(value) || typeof value.message !== 'string') return false;
  if (value.filePath === undefined) return isRange(value.range, length);
  return typeof value.filePath === 'string' && isRange(value.range, Number.MAX_SAFE_INTEGER);
}

function isEdit(value: unknown, length: number): boolean {
  return isObject(value) && typeof value.text === 'string' && isRange(value.range, length);
}

function isRange(value: unknown, length: number): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end] = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end && end <= length;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
