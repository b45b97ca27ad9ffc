import type { FigureInput } from '../../actions/figure-input.ts'
import { builder } from '../builder.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'
import { AttributionKind, PeriodPrecision, Qualifier } from '../enums.ts'
import { type GlobalId, readGlobalId } from './global-id.ts'

const PeriodInput = builder.inputType('PeriodInput', {
  description: 'The time a figure is about.',
  fields: (t) => ({
    start: t.field({ type: 'DateTime', required: true, description: 'Its first moment.' }),
    end: t.field({
      type: 'DateTime',
      required: true,
      description: 'The first moment after it.',
    }),
    precision: t.field({
      type: PeriodPrecision,
      required: true,
      description: 'How exactly the text gives it.',
    }),
    text: t.string({ description: 'The words it is read from.' }),
  }),
})

const AttributionInput = builder.inputType('AttributionInput', {
  description: 'Who says a figure.',
  fields: (t) => ({
    kind: t.field({ type: AttributionKind, required: true, description: 'How it is named.' }),
    label: t.string({
      description: "Who, in the words of the text; the claimant's name when absent.",
    }),
    claimant: t.globalID({
      for: [Person, Organization, Place],
      description: 'Whom the words name.',
    }),
    via: t.string({ description: 'The channel: "Telegram".' }),
  }),
})

/** What a person says of a figure, wherever that can be said. */
export const FigureContentInput = builder.inputType('FigureContentInput', {
  description:
    'What a figure says. What is absent stays as it is; null says that the text gives none.',
  fields: (t) => ({
    value: t.float({ description: 'The number; null for a range, and where the text gives none.' }),
    minValue: t.float({ description: 'Lower end of a range.' }),
    maxValue: t.float({ description: 'Upper end of a range.' }),
    qualifier: t.field({ type: Qualifier, description: 'How exact it claims to be.' }),
    unit: t.string({ description: 'ISO 4217 code, "percent", a measure, or the counted noun.' }),
    metric: t.string({ description: 'Key of what it counts or measures.' }),
    population: t.string({ description: 'Of whom it is counted.' }),
    places: t.globalIDList({ for: [Place], description: 'Where it applies, at most 50.' }),
    period: t.field({ type: PeriodInput, description: 'The time it is about.' }),
    attribution: t.field({ type: AttributionInput, description: 'Who says so.' }),
  }),
})

type Content = typeof FigureContentInput.$inferInput

/** The input as the actions take it, with ids of rows. */
export function readFigureContent(content: Content): FigureInput {
  const { places, attribution, qualifier, ...plain } = content
  return {
    ...plain,
    ...(qualifier != null && { qualifier }),
    ...(places != null && { placeIds: (places as GlobalId[]).map(readGlobalId) }),
    ...(attribution != null && {
      attribution: {
        kind: attribution.kind,
        label: attribution.label,
        via: attribution.via,
        claimantId: attribution.claimant == null ? null : readGlobalId(attribution.claimant),
      },
    }),
  }
}
