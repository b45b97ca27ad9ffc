/** Lower case, straight apostrophe, no diacritics: the form under which vectors and names are filed. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (isAscii(lower)) return lower
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'")
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false
  return true
}

const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, without the final mix, so that a phrase can be hashed word by word. */
export function extendHash(text: string, state = FNV_BASIS): number {
  let hash = state
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  }
  return hash
}

/** The murmur3 finaliser: spreads an FNV state over 32 bits. Never 0, which marks an empty slot. */
export function finishHash(state: number): number {
  let hash = state ^ (state >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}
