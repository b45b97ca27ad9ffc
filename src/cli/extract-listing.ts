import type { EntityType } from '../extraction/extractor.ts'
import { isEnglish } from '../extraction/language/choose-language.ts'
import type { ExtractedFigure, Extraction } from './extraction.ts'

const HEADINGS: readonly (readonly [EntityType, string])[] = [
  ['PERSON', 'People'],
  ['PLACE', 'Places'],
  ['ORGANIZATION', 'Organizations'],
]

/** What was found, to be read by people: a few lines of names, then a line for each figure. */
export function describeExtraction(extraction: Extraction): string {
  const { headline, language, figures, derived } = extraction
  const lines = [
    ...(headline === '' ? [] : [headline, '']),
    ...(isEnglish(language) ? [] : [`Language: ${language}. Only English is read.`]),
    ...HEADINGS.flatMap(([type, heading]) => namesLine(extraction, type, heading)),
    figures.length === 0 ? 'No figures.' : 'Figures:',
    ...figures.map(figureLine),
    ...(derived.length === 0 ? [] : ['Derived:']),
    ...derived.map(
      ({ label, value, formula, caveat }) =>
        `  ${value.toFixed(4)}  ${label} (${formula}). ${caveat}`,
    ),
  ]
  return lines.join('\n')
}

function namesLine({ mentions }: Extraction, type: EntityType, heading: string): string[] {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.type === type) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1)
  }
  const names = [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`))
  return names.length === 0 ? [] : [`${heading}: ${names.join(', ')}`]
}

function figureLine({ span, metric, value, places, attribution }: ExtractedFigure): string {
  const details = [
    value === null ? null : String(value),
    metric,
    places.length === 0 ? null : `in ${places.join(', ')}`,
    attribution.label === null ? null : `says ${attribution.label}`,
  ].filter((detail) => detail !== null)
  const words = span.exact.replace(/\s+/g, ' ')
  return details.length === 0 ? `  ${words}` : `  ${words}: ${details.join('; ')}`
}
