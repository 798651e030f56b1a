import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import type { Bilingual, Locale } from './mistake.ts';

/** The finding of a file that could not be processed: it costs one finding, never the run. */
export function unreadable(reason: Bilingual, locale: Locale): Finding {
  return {
    ruleId: 'internal-error',
    severity: 'error',
    message: reason[locale],
    range: [0, 0],
    related: [],
    suggestions: [],
    fingerprint: createHash('sha256').update(`internal-error\0${reason.en}`).digest('hex').slice(0, 16),
  };
}
