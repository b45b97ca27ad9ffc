/**
 * The form of a name or headline that comparisons use: compatibility-decomposed, without
 * diacritics, lower case, everything but letters and digits turned into single spaces.
 * "Zelenskyy's U.S. visit" and "ZELENSKYY’S U.S. VISIT" have one key. Databases differ in how they
 * compare text; folded keys compare the same everywhere, and hold no LIKE wildcard.
 */
export function foldKey(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’ʼ‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return folded === '' ? text.trim().toLowerCase() : folded
}
