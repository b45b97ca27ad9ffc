const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ə: 'a',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/**
 * The form under which a place is filed: lower case, without accents, apostrophes, hyphens and a
 * leading article, "Saint" as "st". Empty for a name in another script than Latin.
 */
export function foldPlaceName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøđðıəßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\p{M}'’‘ʼʹʺʻʾʿ`´.]/gu, '')
    .replace(/[\s\-–,/()]+/g, ' ')
    .replace(/^the /, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bmount\b/g, 'mt')
    .trim()
  return /^[a-z0-9& ]+$/.test(folded) ? folded : ''
}
