import type { Span } from '../../core/span.ts'
import { builder } from '../builder.ts'
import { SpanFieldEnum } from '../enums.ts'

export const SpanType = builder.objectRef<Span>('Span').implement({
  description:
    'A place in the text of one revision. Offsets count Unicode code points, start inclusive, end exclusive.',
  fields: (t) => ({
    field: t.expose('field', { type: SpanFieldEnum, description: 'Which text it points into.' }),
    start: t.exposeInt('start', { description: 'Code points before its first character.' }),
    end: t.exposeInt('end', { description: 'Code points before the first character behind it.' }),
    exact: t.exposeString('exact', { description: 'The words themselves.' }),
    prefix: t.exposeString('prefix', { description: 'Up to 32 code points before them.' }),
    suffix: t.exposeString('suffix', { description: 'Up to 32 code points behind them.' }),
  }),
})

/** Columns that a row needs for its span. */
export const SPAN_COLUMNS = {
  field: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
} as const
