import { annotate } from './annotate.ts'
import { readConll } from './read-conll.ts'
import {
  addMentionTallies,
  type MentionTallies,
  NO_MENTIONS,
  scoreMentions,
} from './score-mentions.ts'

/** Finds the names of a CoNLL file, document by document, and compares. */
export async function measureConll(path: string): Promise<MentionTallies> {
  let tallies = NO_MENTIONS
  for (const { text, mentions } of readConll(path)) {
    tallies = addMentionTallies(
      tallies,
      scoreMentions(mentions, await annotate(text, null)).tallies,
    )
  }
  return tallies
}
