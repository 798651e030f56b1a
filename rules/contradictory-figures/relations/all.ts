import type { Relation } from '../relation.ts';

/** Every relation, surest first: of two that report the same figure with the same severity, the first one speaks. */
export const relations: readonly Relation[] = [];
