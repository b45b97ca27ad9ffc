/** Why two entities may be one, from the strongest to the weakest. */
export const MERGE_REASONS = [
  'SAME_NAME',
  'TRANSLITERATION',
  'INITIALS',
  'ACRONYM',
  'SHORT_FORM',
  'SHARED_CONTEXT',
] as const
export type MergeReason = (typeof MERGE_REASONS)[number]
