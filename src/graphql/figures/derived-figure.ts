import { type DerivedFigure, deriveFigures } from '../../core/derived-figures.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { loadRows } from '../load-rows.ts'
import { Figure } from './figure.ts'

const DerivedFigureType = builder.objectRef<DerivedFigure>('DerivedFigure').implement({
  description: 'A number computed from figures of one article and one claimant.',
  fields: (t) => ({
    label: t.exposeString('label', {
      description: 'What it says: "Drones intercepted of drones launched".',
    }),
    value: t.exposeFloat('value', { description: 'The number.' }),
    formula: t.exposeString('formula', { description: 'How it was computed: "587 / 635".' }),
    unit: t.exposeString('unit', { description: '"ratio".' }),
    caveat: t.exposeString('caveat', { description: 'What it must not be taken to say.' }),
    operands: t.field({
      type: [Figure],
      description: 'The figures it was computed from, in the order of the formula.',
      resolve: ({ operands }, _args, context, info) =>
        loadRows(operands, { context, info }, (query) => context.db.figure.findMany(query)),
    }),
  }),
})

builder.prismaObjectField(Article, 'derivedFigures', (t) =>
  t.field({
    type: [DerivedFigureType],
    description:
      'Rates that follow from its figures: the intercepted of the launched. Never stored.',
    select: {
      figures: {
        where: { current: true, status: 'CURRENT', reviewStatus: { not: 'REJECTED' } },
        orderBy: [{ field: 'desc' }, { start: 'asc' }],
        select: {
          id: true,
          value: true,
          partOfId: true,
          claimantId: true,
          attributionKey: true,
          qualifier: true,
          metric: { select: { key: true } },
        },
      },
    },
    resolve: ({ figures }) =>
      deriveFigures(
        figures.map(({ metric, claimantId, attributionKey, ...figure }) => ({
          ...figure,
          metricKey: metric?.key ?? null,
          claimantKey: claimantId === null ? attributionKey : `#${claimantId}`,
        })),
      ),
  }),
)
