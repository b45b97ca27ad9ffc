import { mergeMetrics } from '../../actions/merge-metrics.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { metricPayload } from './metric-payload.ts'

builder.mutationField('mergeMetrics', (t) =>
  t.field({
    type: metricPayload('MergeMetricsPayload'),
    description:
      'Makes one metric of two that mean the same. The old key goes on resolving, and later articles report the survivor. Needs REVIEW.',
    args: {
      from: t.arg.string({ required: true, description: 'Key of the metric that goes.' }),
      into: t.arg.string({ required: true, description: 'Key of the metric that stays.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'MergeMetricsResult', description: 'The survivor, or why not.' },
    },
    resolve: async (_root, { from, into }, context) => ({
      metricId: await mergeMetrics(context, { from, into }),
    }),
  }),
)
