import { tracedFigure } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { Place } from '../entities/place.ts'
import { FigureStatus, Qualifier, ReviewStatus } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { ATTRIBUTION_COLUMNS, AttributionType } from './attribution.ts'
import { PeriodType } from './period.ts'
import { PROVENANCE_COLUMNS, ProvenanceType } from './provenance.ts'
import { SPAN_COLUMNS, SpanType } from './span.ts'

export const Figure = builder.prismaNode('Figure', {
  description: 'One reported statistic: one occurrence of a number in one article.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: tracedFigure(viewer) }),
  select: { id: true },
  fields: (t) => ({
    article: t.relation('article', { description: 'The article that reports it.' }),
    span: t.field({
      type: SpanType,
      description:
        'The words: number, thing counted and, where it follows at once, what happened to it.',
      select: SPAN_COLUMNS,
      resolve: (figure) => figure,
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number; null for a range and where the text gives none ("others injured").',
    }),
    minValue: t.exposeFloat('minValue', { nullable: true, description: 'Lower end of a range.' }),
    maxValue: t.exposeFloat('maxValue', { nullable: true, description: 'Upper end of a range.' }),
    valueText: t.exposeString('valueText', {
      description: 'The number as written: "three", "635".',
    }),
    qualifier: t.expose('qualifier', {
      type: Qualifier,
      description: 'How exact it claims to be.',
    }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'ISO 4217 code, "percent", a measure, or the counted noun.',
    }),
    measure: t.exposeString('measure', {
      nullable: true,
      description: 'The counted noun phrase as written.',
    }),
    metric: t.relation('metric', { nullable: true, description: 'What it counts or measures.' }),
    population: t.exposeString('population', {
      nullable: true,
      description: 'Of whom it is counted.',
    }),
    places: t.field({
      type: [Place],
      description: 'Where it applies.',
      select: (_args, _context, nested) => ({
        places: {
          where: { place: { mergedIntoId: null } },
          orderBy: { position: 'asc' },
          take: 50,
          select: { place: nested() },
        },
      }),
      resolve: ({ places }) => places.map(({ place }) => place),
    }),
    period: t.field({
      type: PeriodType,
      nullable: true,
      description: 'The time it is about; null where the text gives none.',
      select: { periodStart: true, periodEnd: true, periodPrecision: true, periodText: true },
      resolve: ({ periodStart, periodEnd, periodPrecision, periodText }) =>
        periodStart && periodEnd && periodPrecision
          ? {
              start: periodStart,
              end: periodEnd,
              precision: periodPrecision,
              text: periodText ?? '',
            }
          : null,
    }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it, as written.' }),
    target: t.exposeString('target', { nullable: true, description: 'To whom, as written.' }),
    attribution: t.field({
      type: AttributionType,
      description: 'Who says so.',
      select: (_args, _context, nested) => ({
        ...ATTRIBUTION_COLUMNS,
        claimant: nested({ select: { id: true, type: true } }, ['claimant']),
      }),
      resolve: (figure) => figure,
    }),
    confidence: t.exposeFloat('confidence', { description: 'How sure the extractor is, 0 to 1.' }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'What made it.',
      select: PROVENANCE_COLUMNS,
      resolve: (figure) => figure,
    }),
    reviewStatus: t.expose('reviewStatus', {
      type: ReviewStatus,
      description: 'What a person decided about it.',
    }),
    status: t.expose('status', { type: FigureStatus, description: 'Whether it still stands.' }),
  }),
})

builder.prismaObjectFields(Figure, (t) => ({
  partOf: t.field({
    type: Figure,
    nullable: true,
    description: 'The figure of which it counts a part: "587 of which".',
    select: (_args, _context, nested) => ({
      partOf: nested({ select: { id: true, reviewStatus: true } }),
    }),
    resolve: ({ partOf }) => (partOf?.reviewStatus === 'REJECTED' ? null : partOf),
  }),
  supersededBy: t.relation('supersededBy', {
    type: Figure,
    nullable: true,
    description: 'The figure that a correction put in its place.',
  }),
}))

export const FigureConnection = builder.connectionObject(
  { type: Figure, name: 'FigureConnection', description: 'A page of figures.' },
  { name: 'FigureEdge', description: 'A row of the page and its cursor.' },
)
