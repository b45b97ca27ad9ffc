import type { EventWords } from '../events/event-vocabulary.ts'

/** What a number counts or measures. */
export interface Thing {
  /** The noun phrase as written; null where the text has none. */
  readonly measure: string | null
  /** The slug its metric's key begins with; '' where nothing names one. */
  readonly key: string
  /** ISO 4217, "percent", a UCUM code, or the counted noun in the plural as written. */
  readonly unit: string | null
  /** What happened, where the thing itself says so ("12 arrests", "death toll"). */
  readonly words: EventWords | null
  /** A share of things, which must not share a metric with their number: "70% of adults". */
  readonly share?: true
  /** How many there are for so many others, likewise: "23 cases per 100,000 people". */
  readonly rate?: true
  /** What things are worth, likewise: "cocaine worth €3m". */
  readonly worth?: true
}
