import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItemSentence } from 'wink-nlp'
import type { SpanField } from '../core/span.ts'
import { SpannedText } from '../core/span.ts'

/** Universal part-of-speech tags, as the tagger gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

export interface Token {
  readonly text: string
  readonly lower: string
  readonly pos: PartOfSpeech
  /** UTF-16 offsets into the document's text. */
  readonly start: number
  readonly end: number
}

export interface Sentence {
  /** UTF-16 offsets into the document's text. */
  readonly start: number
  readonly end: number
  /** Indexes into the document's tokens; lastToken is exclusive. */
  readonly firstToken: number
  readonly lastToken: number
  /** Which paragraph of the field it stands in, from 0. */
  readonly paragraph: number
}

/** One field of an article, cut into sentences and tagged tokens: what every pass reads. */
export interface Document {
  readonly spanned: SpannedText
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
}

const nlp = winkNLP(model, ['sbd', 'pos'])

/** Tokenises, splits and tags a field. Paragraphs are separated by line feeds; no sentence crosses one. */
export function readDocument(field: SpanField, text: string): Document {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  let paragraph = 0
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    readParagraph(line, index, paragraph, sentences, tokens)
    paragraph += 1
  }
  return { spanned: new SpannedText(field, text), text, sentences, tokens }
}

function readParagraph(
  text: string,
  offset: number,
  paragraph: number,
  sentences: Sentence[],
  tokens: Token[],
): void {
  const doc = nlp.readDoc(text)
  const words = doc.tokens().out()
  const tags = doc.tokens().out(nlp.its.pos) as PartOfSpeech[]
  const spaces = doc.tokens().out(nlp.its.precedingSpaces)
  const firstToken = tokens.length
  let position = offset
  for (const [i, word] of words.entries()) {
    const start = position + (spaces[i]?.length ?? 0)
    position = start + word.length
    tokens.push({
      text: word,
      lower: word.toLowerCase(),
      pos: tags[i] ?? 'X',
      start,
      end: position,
    })
  }
  let next = firstToken
  doc.sentences().each((sentence: ItemSentence) => {
    const last = next + sentence.tokens().length()
    const start = tokens[next]?.start
    const end = tokens[last - 1]?.end
    if (start !== undefined && end !== undefined) {
      sentences.push({ start, end, firstToken: next, lastToken: last, paragraph })
    }
    next = last
  })
}
