import type { Annotations, Extractor, ExtractorInput } from './extractor.ts'
import { parseAnswer } from './remote/answer.ts'
import { type AnsweredPart, buildAnnotations } from './remote/build-annotations.ts'
import { CircuitBreaker } from './remote/circuit-breaker.ts'
import type { Clock } from './remote/clock.ts'
import { type ChatEndpoint, completeChat, type Fetch } from './remote/complete-chat.ts'
import { DailyBudget, type DailyLimits } from './remote/daily-budget.ts'
import { type ChatMessage, chatMessages, INSTRUCTIONS_VERSION } from './remote/instructions.ts'
import { RemoteError } from './remote/remote-error.ts'
import { splitText } from './remote/split-text.ts'
import { withRetries } from './remote/with-retries.ts'

export interface RemoteLimits extends DailyLimits {
  /** Prompts and answers of all parts of one article together. */
  readonly tokensPerArticle: number
}

/** What reading one article took. */
export interface RemoteReport {
  readonly requests: number
  /** As the service counts them, or an estimate where it does not. */
  readonly tokens: number
  /** Mentions and figures that the text does not bear out. */
  readonly dropped: number
}

export interface OpenAiExtractorOptions {
  readonly endpoint: ChatEndpoint
  readonly limits: RemoteLimits
  readonly fetch: Fetch
  readonly clock: Clock
  readonly onRead: (report: RemoteReport) => void
  /** How long one request may take. */
  readonly timeoutMs?: number
}

/** UTF-16 units of body text in one request: its annotations fit into one answer. */
const PART_SIZE = 8000
const ANSWER_TOKENS = 12_000
/** With fewer, an answer would be cut off. */
const MIN_ANSWER_TOKENS = 500
/** English has about four characters to a token; three is on the safe side. */
const CHARACTERS_PER_TOKEN = 3
const REQUEST_MS = 60_000
/** No attempt starts later than this after the article came in. */
const ARTICLE_MS = 120_000

/**
 * Reads articles with a language model behind an OpenAI-compatible chat-completions endpoint. The
 * model proposes; only what it quotes from the text, word for word, is kept, at the offsets where
 * the quotes really are.
 *
 * `extract` throws RemoteError when the endpoint fails, answers nonsense or would cost too much.
 */
export function createOpenAiExtractor(options: OpenAiExtractorOptions): Extractor {
  const { endpoint, limits, clock } = options
  const budget = new DailyBudget(limits, clock)
  const breaker = new CircuitBreaker(clock)
  return {
    name: 'openai-compatible',
    version: `${endpoint.model}/${INSTRUCTIONS_VERSION}`,
    extract: async (input) => {
      checkSize(input, limits.tokensPerArticle)
      budget.spend(input.headline.length + input.body.length)
      return breaker.run(() => read(input, options))
    },
  }
}

/** Refuses before anything is paid for. */
function checkSize(input: ExtractorInput, limit: number): void {
  const parts = splitText(input.body, PART_SIZE)
  const prompts = parts.map(({ text }) => estimateTokens(contentsOf(chatMessages(input, text))))
  const tokens = prompts.reduce((sum, count) => sum + count + MIN_ANSWER_TOKENS, 0)
  if (tokens > limit) throw tooManyTokens(tokens, limit)
}

async function read(input: ExtractorInput, options: OpenAiExtractorOptions): Promise<Annotations> {
  const { endpoint, clock, fetch } = options
  const limit = options.limits.tokensPerArticle
  const deadline = clock.now() + ARTICLE_MS
  const answers: AnsweredPart[] = []
  let tokens = 0
  for (const part of splitText(input.body, PART_SIZE)) {
    const messages = chatMessages(input, part.text)
    const prompt = estimateTokens(contentsOf(messages))
    const left = limit - tokens - prompt
    if (left < MIN_ANSWER_TOKENS) throw tooManyTokens(tokens + prompt + MIN_ANSWER_TOKENS, limit)
    const request = {
      messages,
      maxTokens: Math.min(ANSWER_TOKENS, left),
      timeoutMs: options.timeoutMs ?? REQUEST_MS,
    }
    const reply = await withRetries(() => completeChat(fetch, endpoint, request), {
      clock,
      deadline,
    })
    tokens += reply.tokens ?? prompt + estimateTokens(reply.content)
    const answer = parseAnswer(reply.content)
    if ('problem' in answer) throw new RemoteError(answer.problem)
    answers.push({ part, answer })
  }
  const { annotations, dropped } = buildAnnotations(input, answers)
  options.onRead({ requests: answers.length, tokens, dropped })
  if (dropped > 0 && annotations.mentions.length + annotations.figures.length === 0) {
    throw new RemoteError(`none of its ${dropped} quotes is in the text`)
  }
  return annotations
}

const contentsOf = (messages: readonly ChatMessage[]): string =>
  messages.map(({ content }) => content).join('')

const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN)

const tooManyTokens = (tokens: number, limit: number): RemoteError =>
  new RemoteError(
    `the article takes about ${tokens} tokens of ${limit}: raise DATELINE_EXTRACTOR_TOKENS_PER_ARTICLE`,
  )
