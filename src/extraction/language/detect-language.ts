import { malayOrIndonesian } from './malay-or-indonesian.ts'

/** The detector looks at no more of one text. */
const SAMPLE_LENGTH = 1000
/** Enough to tell which of two languages has more of a long text. */
const MAX_SAMPLES = 16

/** Fewer words in Latin letters may all be names. */
const MIN_WORDS = 8
/** With so many, the detector took no English text of 2,503 for another language. */
const SURE_WORDS = 40
/** By how much another language must be likelier than English, from 0 to 1, in a shorter text. */
const MIN_LEAD = 0.2

/**
 * The language of most of a text, as a tag of two letters; "und" where it is none that is known, but
 * not English either; null where the text is too short, or no text at all ("12 34", code, names).
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall')
  const votes = new Map<string, number>()
  for (const sample of takeSamples(text)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0
    const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
    const found = eld.detect(sample)
    const heard = letters > 2 * latin ? found.language || 'und' : judge(sample, found)
    const language = heard === 'ms' ? malayOrIndonesian(sample) : heard
    if (letters > 0 && language !== null) {
      votes.set(language, (votes.get(language) ?? 0) + letters)
    }
  }
  const [winner] = [...votes].sort(([, a], [, b]) => b - a)
  return winner?.[0] ?? null
}

interface Detection {
  readonly language: string
  readonly isReliable: () => boolean
  readonly getScores: () => Record<string, number>
}

/** Of a text in Latin letters. English is what it is unless there is proof. */
function judge(sample: string, { language, isReliable, getScores }: Detection): string | null {
  // Different ones: a table that repeats a name a thousand times proves nothing.
  const words = new Set(sample.match(/\p{L}+/gu)).size
  if (words < MIN_WORDS || language === '') return null
  if (language === 'en') return 'en'
  if (words >= SURE_WORDS) return isReliable() ? language : 'und'
  const { en = 0, [language]: score = 0 } = getScores()
  return isReliable() && score - en > MIN_LEAD ? language : null
}

/** Pieces from all over the text, in small letters: capitals are another alphabet to the detector. */
function takeSamples(text: string): string[] {
  const count = Math.min(Math.ceil(text.length / SAMPLE_LENGTH), MAX_SAMPLES)
  const step = Math.max(text.length / Math.max(count, 1), SAMPLE_LENGTH)
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor(i * step)
    return text.slice(start, start + SAMPLE_LENGTH).toLowerCase()
  })
}
