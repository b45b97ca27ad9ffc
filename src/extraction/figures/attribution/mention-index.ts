import { partitionPoint } from '../../../core/partition-point.ts'
import type { Document } from '../../document.ts'
import type { FoundEntity } from '../../extractor.ts'
import type { LocatedMention, NamedArticle } from '../../named-article.ts'

/** The mentions of one document, findable by where they stand. */
export interface MentionIndex {
  readonly mentions: readonly LocatedMention[]
  readonly entities: readonly FoundEntity[]
}

export function indexMentions(article: NamedArticle, document: Document): MentionIndex {
  const mentions = article.mentions.filter((mention) => mention.document === document)
  return { mentions, entities: article.entities }
}

/** The mentions that lie wholly between two UTF-16 offsets, in order. */
export function mentionsWithin(index: MentionIndex, start: number, end: number): LocatedMention[] {
  const found: LocatedMention[] = []
  for (let i = firstFrom(index, start); i < index.mentions.length; i += 1) {
    const mention = index.mentions[i]
    if (!mention || mention.start >= end) break
    if (mention.end <= end) found.push(mention)
  }
  return found
}

/**
 * Whether an offset range touches a name: numbers there are part of it ("Federal Highway 180").
 * @param orIs whether a name that lies wholly in the range counts; the "A$" of a sum does not
 */
export function isInMention(
  index: MentionIndex,
  start: number,
  end: number,
  { orIs }: { readonly orIs: boolean },
): boolean {
  const next = firstFrom(index, start)
  const before = index.mentions[next - 1]
  const after = index.mentions[next]
  if (before !== undefined && before.end > start) return true
  return after !== undefined && after.start < end && (orIs || after.end > end)
}

/** The index of the first mention that starts at or after an offset. */
export function firstFrom({ mentions }: MentionIndex, offset: number): number {
  return partitionPoint(0, mentions.length, (i) => (mentions[i]?.start ?? 0) < offset)
}
