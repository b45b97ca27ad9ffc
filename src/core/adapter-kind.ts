/** Whose payloads a source sends to POST /ingest/:source. */
export const ADAPTER_KINDS = [
  'generic',
  'ninjs',
  'wordpress',
  'ghost',
  'strapi',
  'contentful',
] as const
export type AdapterKind = (typeof ADAPTER_KINDS)[number]

/** The choice as it is stored: free text there, so anything unknown is "generic". */
export function toAdapterKind(stored: string): AdapterKind {
  return ADAPTER_KINDS.find((kind) => kind === stored) ?? 'generic'
}
