/** Why two entities may be one. */
export type MergeReason =
  | 'SAME_NAME'
  | 'TRANSLITERATION'
  | 'INITIALS'
  | 'ACRONYM'
  | 'SHORT_FORM'
  | 'SHARED_CONTEXT'
