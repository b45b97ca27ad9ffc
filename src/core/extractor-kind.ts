/** What a source may choose to have its articles read by. */
export const EXTRACTOR_KINDS = ['embedded', 'remote'] as const
export type ExtractorKind = (typeof EXTRACTOR_KINDS)[number]

/** The choice as it is stored: free text there, so anything unknown is "embedded". */
export function toExtractorKind(stored: string | null | undefined): ExtractorKind {
  return EXTRACTOR_KINDS.find((kind) => kind === stored) ?? 'embedded'
}
