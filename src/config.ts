import { z } from 'zod'

/** A setting that is set to nothing counts as not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

/** At least one, so that what a signature of five minutes lets through twice is known. */
const daysSchema = z.coerce.number().int().min(1).max(36_500)

const environmentSchema = z.object({
  DATABASE_URL: optional(z.string().default('file:./data/dateline.db')),
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(4000)),
  HOST: optional(z.string().default('127.0.0.1')),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: optional(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
  DATELINE_ADMIN_KEY: optional(z.string().min(16, 'must have at least 16 characters').optional()),
  DATELINE_SAMPLES: optional(z.enum(['on', 'off']).default('on')),
  DATELINE_PRIVATE_ADDRESSES: optional(z.enum(['on', 'off']).default('off')),
  DATELINE_DELIVERY_DAYS: optional(daysSchema.default(30)),
  DATELINE_EVENT_DAYS: optional(daysSchema.default(30)),
  DATELINE_FAILURE_DAYS: optional(daysSchema.default(90)),
  DATELINE_EXTRACTOR_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  DATELINE_EXTRACTOR_KEY: optional(z.string().optional()),
  DATELINE_EXTRACTOR_MODEL: optional(z.string().optional()),
  DATELINE_EXTRACTOR_TOKENS_PER_ARTICLE: optional(
    z.coerce.number().int().min(2000).default(60_000),
  ),
  DATELINE_EXTRACTOR_ARTICLES_PER_DAY: optional(z.coerce.number().int().min(1).default(1000)),
  DATELINE_EXTRACTOR_CHARACTERS_PER_DAY: optional(
    z.coerce.number().int().min(1).default(5_000_000),
  ),
})

export interface Config {
  readonly databaseUrl: string
  readonly port: number
  readonly host: string
  /** Where clients reach the server, without a trailing slash; null where that is host and port. */
  readonly publicUrl: string | null
  readonly logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  readonly adminKey: string | null
  readonly samples: boolean
  /** Whether servers in private networks and on this machine may be asked: feeds, webhooks. */
  readonly privateAddresses: boolean
  readonly keep: RetentionConfig
  /** Null where sources can only be read by the embedded extractor. */
  readonly remoteExtractor: RemoteExtractorConfig | null
}

/** Days that things are kept after they came in; what is still to be done is kept as long as it is. */
export interface RetentionConfig {
  /** What a CMS sent, once it was carried out. */
  readonly deliveryDays: number
  /** Events, and messages to webhooks that were delivered. */
  readonly eventDays: number
  /** Of both, what failed for good and may be replayed. */
  readonly failureDays: number
}

interface RemoteExtractorConfig {
  /** Of an OpenAI-compatible service, without "/chat/completions". */
  readonly url: string
  readonly key: string | null
  readonly model: string
  readonly tokensPerArticle: number
  readonly articlesPerDay: number
  readonly charactersPerDay: number
}

/** A setting is wrong: the message names it and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads and checks all settings, once. The README lists them. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys(environmentSchema.shape)
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('DATELINE_') && !known.includes(name),
  )
  if (unknown !== undefined) {
    const settings = known.filter((name) => name.startsWith('DATELINE_')).join(', ')
    throw new ConfigError(`${unknown} is not a setting. There are: ${settings}.`)
  }
  const result = environmentSchema.safeParse(environment)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const values = result.data
  return {
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    logLevel: values.LOG_LEVEL,
    adminKey: values.DATELINE_ADMIN_KEY ?? null,
    samples: values.DATELINE_SAMPLES === 'on',
    privateAddresses: values.DATELINE_PRIVATE_ADDRESSES === 'on',
    keep: {
      deliveryDays: values.DATELINE_DELIVERY_DAYS,
      eventDays: values.DATELINE_EVENT_DAYS,
      failureDays: values.DATELINE_FAILURE_DAYS,
    },
    remoteExtractor: readRemoteExtractor(values),
  }
}

function readRemoteExtractor(
  values: z.infer<typeof environmentSchema>,
): RemoteExtractorConfig | null {
  const { DATELINE_EXTRACTOR_URL: url, DATELINE_EXTRACTOR_MODEL: model } = values
  const { DATELINE_EXTRACTOR_KEY: key } = values
  if (url === undefined && model === undefined && key === undefined) return null
  if (url === undefined || model === undefined) {
    const missing = url === undefined ? 'DATELINE_EXTRACTOR_URL' : 'DATELINE_EXTRACTOR_MODEL'
    throw new ConfigError(
      `${missing} is not set: a remote extractor needs DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL.`,
    )
  }
  return {
    url,
    key: key ?? null,
    model,
    tokensPerArticle: values.DATELINE_EXTRACTOR_TOKENS_PER_ARTICLE,
    articlesPerDay: values.DATELINE_EXTRACTOR_ARTICLES_PER_DAY,
    charactersPerDay: values.DATELINE_EXTRACTOR_CHARACTERS_PER_DAY,
  }
}
