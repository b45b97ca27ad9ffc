import type { Lexicon } from '../src/extraction/tagger/lexicon.ts'
import { readConll, type Sentence } from './conll.ts'
import { repairLabels } from './repair-labels.ts'

/**
 * How each set is used: one document in `held` is kept apart to measure on; of the rest, `swap` is the
 * share of documents repeated with other names, `recase` the share of sentences repeated as headlines.
 * Social media and contracts are left out: earlier experiments gained little from them on news.
 */
export const SETS: Readonly<Record<string, { held: number; swap: number; recase: number }>> = {
  current_events: { held: 10, swap: 0.4, recase: 0.2 },
  wikigold: { held: 5, swap: 1, recase: 0.25 },
  gum_strict: { held: 6, swap: 0, recase: 0 },
  ewt_dev: { held: 5, swap: 0, recase: 0.06 },
  ewt_test: { held: 5, swap: 0, recase: 0.06 },
}

/** Whether the document of that number, from 0, is kept apart. */
export const isHeld = (set: string, document: number): boolean =>
  document % (SETS[set]?.held ?? 0) === 3

/** The documents of a set, repaired, split into those to train on and those kept apart. */
export function readSet(
  dataFolder: string,
  set: string,
  lexicon: Lexicon,
): { train: Sentence[][]; held: Sentence[][] } {
  const train: Sentence[][] = []
  const held: Sentence[][] = []
  for (const [i, document] of readConll(`${dataFolder}/${set}.conll`).entries()) {
    const repaired = document.map((sentence) => repairLabels(lexicon, sentence))
    ;(isHeld(set, i) ? held : train).push(repaired)
  }
  return { train, held }
}
