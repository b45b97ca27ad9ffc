/** What files can be, as the command line and sources name it; with "auto" it is found out. */
export const IMPORT_FORMATS = [
  'auto',
  'text',
  'html',
  'jsonl',
  'ninjs',
  'rss',
  'wordpress',
  'wxr',
  'csv',
] as const

export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** The choice as it is stored: free text there, so anything unknown is found out. */
export function toImportFormat(stored: string): ImportFormat {
  return IMPORT_FORMATS.find((format) => format === stored) ?? 'auto'
}
