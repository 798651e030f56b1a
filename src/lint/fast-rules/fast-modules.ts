import { type DesumasuDearu, fastDesumasu } from './fast-desumasu.ts';
import { fastMatchTokenStream, freshByParagraph, type MatchTokenStream } from './fast-double-negative.ts';
import { fastKuromojin, type Kuromojin, untestedKuromoji } from './fast-kuromojin.ts';
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
  /** The package that is answered, if others go on with the plain module. */
  readonly caller?: string;
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
    caller: 'textlint-rule-no-mix-dearu-desumasu',
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
