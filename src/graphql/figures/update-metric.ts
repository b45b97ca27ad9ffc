import { updateMetric } from '../../actions/update-metric.ts'
import { InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { Aggregation } from '../enums.ts'
import { metricPayload } from './metric-payload.ts'

const UpdateMetricInput = builder.inputType('UpdateMetricInput', {
  description: 'Changes to a metric. What is absent stays as it is.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    label: t.string({ description: 'For people.' }),
    description: t.string({ description: 'What it means exactly; null for none.' }),
    unit: t.string({ description: 'Of its values; null where it differs.' }),
    aggregation: t.field({ type: Aggregation, description: 'How its values may be combined.' }),
  }),
})

builder.mutationField('updateMetric', (t) =>
  t.field({
    type: metricPayload('UpdateMetricPayload'),
    description: 'Defines a metric. Its claims follow a changed aggregation. Needs REVIEW.',
    args: {
      input: t.arg({ type: UpdateMetricInput, required: true, description: 'The changes.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError],
      union: { name: 'UpdateMetricResult', description: 'The metric, or why it was not changed.' },
    },
    resolve: async (_root, { input }, context) => ({
      metricId: await updateMetric(context, input),
    }),
  }),
)
