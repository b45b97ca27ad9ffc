/**
 * The language that a text is stored and read in. What its source declares counts, but for one case:
 * many sources call everything English, so a text that is plainly in another language is taken for
 * what it is. Where nothing is declared and nothing can be detected, a text is English.
 */
export async function chooseLanguage(
  declared: string | null | undefined,
  detect: () => Promise<string | null>,
): Promise<string> {
  if (declared && !isEnglish(declared) && !/^und\b/i.test(declared)) return declared
  const detected = await detect()
  if (detected !== null && !isEnglish(detected)) return detected
  return declared && isEnglish(declared) ? declared : 'en'
}

/** Whether a BCP 47 tag means English, in whatever country. */
export const isEnglish = (language: string): boolean => /^eng?\b/i.test(language)
