import { type DesumasuDearu, fastDesumasu } from './fast-desumasu.ts';
import { fastMatchTokenStream, freshByParagraph, type MatchTokenStream } from './fast-double-negative.ts';
import { fastTokenUtils, type TokenUtils } from './fast-joshi.ts';
import { fastKuromojin, type Kuromojin, untestedKuromoji } from './fast-kuromojin.ts';
import { fastMatchCaptureGroupAll, type MatchIndex } from './fast-match-index.ts';
import { fastMatchPatterns, type RegExpStringMatcher } from './fast-match-patterns.ts';
import { fastMorphemeMatchAll, type MorphemeMatchAll } from './fast-morpheme-match.ts';
import { fastPrh, type Prh } from './fast-prh.ts';
import { fastSentenceSplitter, type SentenceSplitter } from './fast-sentence-splitter.ts';
import { fastStringSource, type UtilToString } from './fast-string-source.ts';

/** A module that rules require, of which there is a faster equal. */
export interface FastModule {
  readonly packageName: string;
  /** The versions with which tests/lint/fast-rules.test.ts and `npm run bench` compared ours. */
  readonly versions: readonly string[];
  /** Name of a file of the package, for one that the package requires itself. */
  readonly inside?: string;
  /** The packages that are answered, if others go on with the plain module. */
  readonly callers?: readonly string[];
  /** Why a copy of a tested version must stay as it is, if it must. */
  readonly objection?: (file: string) => string | undefined;
  /** True if the module need not be loaded as long as the replacement does. */
  readonly canWait?: boolean;
  /** Takes the module's exports and returns those that replace some of them, by the file that requires the module. */
  readonly replace: (plain: object) => (requiredBy: string) => object;
}

/** Of the whole tokenizer, this rule calls `tokenizeForSentence` only. */
const modestCaller = /[\\/]textlint-rule-no-doubled-conjunctive-particle-ga[\\/]/;

export const fastModules: readonly FastModule[] = [
  {
    packageName: 'kuromojin',
    versions: ['3.0.1'],
    objection: untestedKuromoji,
    replace: (plain) => {
      const { tokenize, getTokenizer } = fastKuromojin(plain as Kuromojin);
      return (requiredBy) => (modestCaller.test(requiredBy) ? { tokenize, getTokenizer } : { tokenize });
    },
  },
  {
    packageName: 'sentence-splitter',
    versions: ['5.0.1'],
    replace: (plain) => {
      const splitAST = fastSentenceSplitter(plain as SentenceSplitter);
      return () => ({ splitAST });
    },
  },
  {
    packageName: 'textlint-util-to-string',
    versions: ['3.3.4'],
    canWait: true,
    replace: (plain) => {
      const StringSource = fastStringSource(plain as UtilToString);
      return () => ({ StringSource });
    },
  },
  {
    packageName: 'morpheme-match-all',
    versions: ['2.0.5'],
    replace: (plain) => {
      const createMatcher = fastMorphemeMatchAll(plain as MorphemeMatchAll);
      return () => ({ createMatcher });
    },
  },
  {
    packageName: 'analyze-desumasu-dearu',
    versions: ['5.0.2'],
    callers: ['textlint-rule-no-mix-dearu-desumasu'],
    replace: (plain) => {
      const analyze = fastDesumasu(plain as DesumasuDearu);
      return () => ({ analyze });
    },
  },
  {
    packageName: 'prh',
    versions: ['5.4.4'],
    replace: (plain) => {
      const fromYAML = fastPrh(plain as Prh);
      return () => ({ fromYAML });
    },
  },
  {
    packageName: 'match-index',
    versions: ['1.0.3'],
    replace: (plain) => {
      const matchCaptureGroupAll = fastMatchCaptureGroupAll(plain as MatchIndex);
      return () => ({ matchCaptureGroupAll });
    },
  },
  {
    packageName: '@textlint/regexp-string-matcher',
    versions: ['1.1.1'],
    // Others bring a later one, or call another function of it.
    callers: ['textlint-rule-ja-unnatural-alphabet', 'textlint-rule-no-exclamation-question-mark'],
    replace: (plain) => {
      const matchPatterns = fastMatchPatterns(plain as RegExpStringMatcher);
      return () => ({ matchPatterns });
    },
  },
  {
    packageName: 'textlint-rule-no-doubled-joshi',
    versions: ['5.1.1'],
    inside: 'token-utils',
    replace: (plain) => {
      const utils = fastTokenUtils(plain as TokenUtils);
      return () => utils;
    },
  },
  {
    packageName: 'textlint-rule-no-double-negative-ja',
    versions: ['2.0.1'],
    replace: (plain) => () => ({
      default: freshByParagraph((plain as { default: Parameters<typeof freshByParagraph>[0] }).default),
    }),
  },
  {
    packageName: 'textlint-rule-no-double-negative-ja',
    versions: ['2.0.1'],
    inside: 'matchTokenStream',
    replace: (plain) => () => ({ default: fastMatchTokenStream(plain as MatchTokenStream) }),
  },
];
