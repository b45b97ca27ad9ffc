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

/**
 * Longer runs without a space are no words but addresses, codes or attacks; the tokenizer takes
 * time that grows with their square.
 */
const LONG_RUN = /\S{200,}/g

function readParagraph(
  text: string,
  offset: number,
  paragraph: number,
  sentences: Sentence[],
  tokens: Token[],
): void {
  let position = 0
  for (const { 0: run, index } of text.matchAll(LONG_RUN)) {
    readText(text.slice(position, index), offset + position, paragraph, sentences, tokens)
    addRun(run, offset + index, paragraph, sentences, tokens)
    position = index + run.length
  }
  readText(text.slice(position), offset + position, paragraph, sentences, tokens)
}

function addRun(
  text: string,
  start: number,
  paragraph: number,
  sentences: Sentence[],
  tokens: Token[],
): void {
  const end = start + text.length
  const firstToken = tokens.length
  tokens.push({ text, lower: text.toLowerCase(), pos: 'X', start, end })
  sentences.push({ start, end, firstToken, lastToken: tokens.length, paragraph })
}

function readText(
  text: string,
  offset: number,
  paragraph: number,
  sentences: Sentence[],
  tokens: Token[],
): void {
  const doc = nlp.readDoc(text)
  const words = doc.tokens().out()
  const tags = doc.tokens().out(nlp.its.pos) as PartOfSpeech[]
  let position = 0
  let next = 0
  doc.sentences().each((sentence: ItemSentence) => {
    const firstToken = tokens.length
    const last = next + sentence.tokens().length()
    for (; next < last; next += 1) {
      const word = words[next] ?? ''
      // Looked for rather than counted: the tokenizer drops some rare spaces.
      const start = text.indexOf(word, position)
      if (word === '' || start < 0) continue
      position = start + word.length
      addToken(tokens, firstToken, {
        text: word,
        lower: word.toLowerCase(),
        pos: tags[next] ?? 'X',
        start: offset + start,
        end: offset + position,
      })
    }
    if (tokens.length > firstToken) splitFullStop(tokens)
    const start = tokens[firstToken]?.start
    const end = tokens.at(-1)?.end
    if (start !== undefined && end !== undefined) {
      sentences.push({ start, end, firstToken, lastToken: tokens.length, paragraph })
    }
  })
}

const ENDS_WITH_LETTER = /\p{L}$/u
/** Cuts inside other words are meant: "can|not". */
const BEYOND_LATIN_1 = /[\u0100-\u{10ffff}]/u
const STARTS_WITH_LETTER = /^[\p{L}\p{M}]/u

/** The tokenizer cuts words at letters outside Latin-1 ("Bla|žek"): touching letters are one word. */
function addToken(tokens: Token[], firstToken: number, token: Token): void {
  const last = tokens.length > firstToken ? tokens.at(-1) : undefined
  const isOneWord =
    last !== undefined &&
    last.end === token.start &&
    ENDS_WITH_LETTER.test(last.text) &&
    STARTS_WITH_LETTER.test(token.text) &&
    BEYOND_LATIN_1.test(last.text + token.text)
  if (!isOneWord) {
    tokens.push(token)
    return
  }
  const text = last.text + token.text
  tokens[tokens.length - 1] = {
    text,
    lower: text.toLowerCase(),
    pos: /^\p{Lu}/u.test(text) ? 'PROPN' : last.pos,
    start: last.start,
    end: token.end,
  }
}

/** The tokenizer leaves the full stop on some last words of a sentence: "in Vienna.". Not on "U.S.". */
function splitFullStop(tokens: Token[]): void {
  const last = tokens.at(-1)
  if (last === undefined || !/^[\p{L}\p{M}-]{2,}\.$/u.test(last.text)) return
  const text = last.text.slice(0, -1)
  const { end } = last
  tokens[tokens.length - 1] = { ...last, text, lower: text.toLowerCase(), end: end - 1 }
  tokens.push({ text: '.', lower: '.', pos: 'PUNCT', start: end - 1, end })
}
