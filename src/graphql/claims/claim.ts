import { visibleClaim } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { Place } from '../entities/place.ts'
import { Qualifier } from '../enums.ts'
import { AttributionType } from '../figures/attribution.ts'
import { PeriodType } from '../figures/period.ts'
import { readNodeId } from '../node-id.ts'
import { claimAttribution } from './claim-attribution.ts'
import { loadClaimFacts, loadClaimWording } from './claim-wording.ts'

export const Claim = builder.prismaNode('Claim', {
  description:
    'What is said, however many articles print it: one value of one metric, for a period and places, by one claimant.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: visibleClaim(viewer) }),
  select: { id: true },
  fields: (t) => ({
    metric: t.relation('metric', { description: 'What it counts or measures.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number; null for a range.',
    }),
    minValue: t.exposeFloat('minValue', { nullable: true, description: 'Lower end of a range.' }),
    maxValue: t.exposeFloat('maxValue', { nullable: true, description: 'Upper end of a range.' }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How exact it claims to be, in the words of its first report.',
      resolve: async ({ id }, _args, context) => (await loadClaimWording(context, id)).qualifier,
    }),
    unit: t.string({
      nullable: true,
      description: 'ISO 4217 code, "percent", a measure, or the counted noun of its first report.',
      resolve: async ({ id }, _args, context) => (await loadClaimWording(context, id)).unit,
    }),
    population: t.string({
      nullable: true,
      description: 'Of whom it is counted.',
      resolve: async ({ id }, _args, context) => (await loadClaimWording(context, id)).population,
    }),
    places: t.field({
      type: [Place],
      description: 'Where it applies.',
      select: (_args, _context, nested) => ({
        places: { orderBy: { placeId: 'asc' }, take: 50, select: { place: nested() } },
      }),
      resolve: ({ places }) => places.map(({ place }) => place),
    }),
    period: t.field({
      type: PeriodType,
      nullable: true,
      description:
        'The time it is about; null where no text gives one, even though firstReportedAt tells when about it was.',
      select: { periodStart: true, periodEnd: true, periodPrecision: true },
      resolve: async (claim, _args, context) => {
        const { id, periodStart, periodEnd, periodPrecision } = claim
        if (!periodStart || !periodEnd || !periodPrecision) return null
        const { periodText } = await loadClaimWording(context, id)
        return {
          start: periodStart,
          end: periodEnd,
          precision: periodPrecision,
          text: periodText ?? '',
        }
      },
    }),
    attribution: t.field({
      type: AttributionType,
      description: 'Who says so, in the words of its first report.',
      select: { claimantId: true },
      resolve: (claim, _args, context) => claimAttribution(context, claim),
    }),
    articleCount: t.int({
      description: 'How many articles print it, of those that you may see. A reprint counts.',
      resolve: async ({ id }, _args, context) => (await loadClaimFacts(context, id)).articleCount,
    }),
    firstReportedAt: t.field({
      type: 'DateTime',
      description: 'When the first article that prints it was published.',
      resolve: async ({ id }, _args, context) =>
        (await loadClaimFacts(context, id)).firstReportedAt,
    }),
    lastReportedAt: t.field({
      type: 'DateTime',
      description: 'When the latest article that prints it was published.',
      resolve: async ({ id }, _args, context) => (await loadClaimFacts(context, id)).lastReportedAt,
    }),
  }),
})

export const ClaimConnection = builder.connectionObject(
  { type: Claim, name: 'ClaimConnection', description: 'A page of claims.' },
  { name: 'ClaimEdge', description: 'A row of the page and its cursor.' },
)
