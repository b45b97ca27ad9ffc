import type { PeriodPrecision as Precision } from '../../core/period-slots.ts'
import { builder } from '../builder.ts'
import { PeriodPrecision } from '../enums.ts'

interface Period {
  readonly start: Date
  readonly end: Date
  readonly precision: Precision
  readonly text: string
}

export const PeriodType = builder.objectRef<Period>('Period').implement({
  description: 'The time a figure is about, read from the words of the article.',
  fields: (t) => ({
    start: t.expose('start', { type: 'DateTime', description: 'Its first moment.' }),
    end: t.expose('end', { type: 'DateTime', description: 'The first moment after it.' }),
    precision: t.expose('precision', {
      type: PeriodPrecision,
      description: 'How exactly the text gives it.',
    }),
    text: t.exposeString('text', { description: 'The words it was read from.' }),
  }),
})
