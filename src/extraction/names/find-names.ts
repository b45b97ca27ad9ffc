import type { Document } from '../document.ts'
import type { LocatedMention, NamedArticle } from '../named-article.ts'
import { isMetonym } from './is-metonym.ts'
import { linkNames } from './link-names.ts'
import { endOf } from './name.ts'
import { tagNames } from './tag-names.ts'

/**
 * Finds the people, places and organizations of an article, one entity for all the forms of a
 * name. Same input, same output; time grows with the length of the text.
 * @param documents the headline, then the body
 */
export function findNames(documents: readonly Document[], publishedAt: Date | null): NamedArticle {
  const linked = linkNames(tagNames(documents))
  const mentions = linked.flatMap(({ entity, names }, index) =>
    names.map((name): LocatedMention => {
      const { document, firstToken, lastToken, confidence } = name
      return {
        document,
        start: document.tokens[firstToken]?.start ?? 0,
        end: endOf(document, lastToken),
        entity: index,
        metonym: isMetonym(name, entity.place),
        confidence,
      }
    }),
  )
  const order = new Map(documents.map((document, i) => [document, i] as const))
  const rank = ({ document }: LocatedMention): number => order.get(document) ?? 0
  mentions.sort((a, b) => rank(a) - rank(b) || a.start - b.start)
  return { documents, entities: linked.map(({ entity }) => entity), mentions, publishedAt }
}
