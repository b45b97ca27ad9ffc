import type { SpanInput } from '../../actions/span-input.ts'
import { builder } from '../builder.ts'
import { SpanFieldEnum } from '../enums.ts'

export const SpanInputType = builder.inputRef<SpanInput>('SpanInput').implement({
  description:
    'A place in the current text of an article: its offsets, or its words. Given both, they must agree.',
  fields: (t) => ({
    field: t.field({
      type: SpanFieldEnum,
      required: true,
      defaultValue: 'BODY',
      description: 'Which text.',
    }),
    start: t.int({ description: 'Code points before its first character; needs "end".' }),
    end: t.int({ description: 'Code points before the first character behind it.' }),
    exact: t.string({ description: 'The words themselves, as they stand.' }),
    prefix: t.string({ description: 'What stands right before them, where they stand twice.' }),
    suffix: t.string({ description: 'What stands right behind them.' }),
  }),
})
