import { foldKey } from '../../core/fold-key.ts'
import type { PlaceKind } from '../../core/place-kind.ts'
import type { FoundEntity, FoundMention } from '../extractor.ts'
import { locateName } from '../gazetteer/locate-name.ts'
import type { TakenText } from '../taken-text.ts'
import { anchorQuote, type QuotedText, readWords } from './anchor-quote.ts'
import type { AnsweredEntity } from './answer.ts'

/** A model gives no score that means anything: below what rules are sure of, above a guess. */
export const REMOTE_CONFIDENCE = 0.8

interface NamedEntity {
  readonly type: FoundEntity['type']
  readonly name: string
  readonly forms: Set<string>
  readonly jobTitle: string | null
  readonly placeKind: PlaceKind | null
}

/** The entities of all answers about one article, and where the text names them. */
export class EntityList {
  readonly mentions: FoundMention[] = []
  /** Quotes that are not in the text, or stand on words that another mention has. */
  dropped = 0
  readonly #taken: Record<'HEADLINE' | 'BODY', TakenText>
  readonly #entities: NamedEntity[] = []
  readonly #indexes = new Map<string, number>()

  constructor(taken: Record<'HEADLINE' | 'BODY', TakenText>) {
    this.#taken = taken
  }

  /** Adds an entity of an answer where at least one of its quotes is in the text. */
  add(text: QuotedText, answered: AnsweredEntity): void {
    const found = answered.mentions.flatMap((quote) => {
      for (const span of anchorQuote(text, quote)) {
        if (this.#taken[span.field].take(span)) return [{ span, metonym: quote.metonym }]
      }
      this.dropped += 1
      return []
    })
    if (found.length === 0) return
    const forms = found.map(({ span }) => span.exact)
    const longest = forms.reduce((a, b) => (b.length > a.length ? b : a))
    const name = readWords(text, answered.name) ?? longest
    const entity = this.#indexOf(text, { ...answered, name })
    for (const form of forms) this.#entities[entity]?.forms.add(form)
    for (const { span, metonym } of found) {
      this.mentions.push({
        entity,
        span,
        metonym: metonym && answered.type === 'PLACE',
        confidence: REMOTE_CONFIDENCE,
      })
    }
  }

  /** The index of the entity with this name, as the model or the text gives it. */
  find(name: string | null, type?: FoundEntity['type']): number | null {
    if (name === null) return null
    const key = foldKey(name)
    const index = this.#entities.findIndex(
      (entity) =>
        (type === undefined || entity.type === type) &&
        [entity.name, ...entity.forms].some((form) => foldKey(form) === key),
    )
    return index === -1 ? null : index
  }

  /** All of them, places with what the gazetteer knows in the light of the others. */
  finish(): FoundEntity[] {
    const locate = (others: readonly FoundEntity[]): FoundEntity[] =>
      this.#entities.map(({ type, name, forms, jobTitle, placeKind }) => ({
        type,
        name,
        aliases: [...forms].filter((form) => form !== name),
        jobTitle,
        place: type === 'PLACE' ? locateName(name, { kind: placeKind, others }) : null,
      }))
    return locate(locate([]))
  }

  #indexOf(text: QuotedText, answered: AnsweredEntity): number {
    const { type, name, placeKind } = answered
    const key = `${type} ${foldKey(name)}`
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    const jobTitle = type === 'PERSON' ? readWords(text, answered.jobTitle) : null
    const index = this.#entities.push({ type, name, forms: new Set(), jobTitle, placeKind }) - 1
    this.#indexes.set(key, index)
    return index
  }
}
