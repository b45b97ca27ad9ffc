/** Names made of listed parts, so that the network learns how names are built and not which there are. */
import type { Random } from './random.ts'

export interface NameParts {
  readonly givenNames: readonly string[]
  readonly surnames: readonly string[]
  readonly cities: readonly string[]
}

const ORGANIZATIONS = [
  'S Inc',
  'S Inc.',
  'S Corp',
  'S Corp.',
  'S Co',
  'S Ltd',
  'S Plc',
  'S Group',
  'S Holdings',
  'S & S',
  'S , S & Co',
  'S Brothers',
  'S Securities',
  'S Capital',
  'S Industries',
  'S Motors',
  'S Airlines',
  'S Foundation',
  'S University',
  'S Institute',
  'S Records',
  'S Media',
  'S Energy',
  'S Pharmaceuticals',
  'C Bank',
  'Bank of C',
  'C University',
  'University of C',
  'C Police',
  'C Airport Authority',
  'C Chamber of Commerce',
  'C Stock Exchange',
  'C High Court',
  'C City Council',
  'C General Hospital',
  'C Times',
  'C Herald',
  'C Daily News',
  'C United',
  'C City',
  'FC C',
  'C FC',
  'Sporting C',
  'Dynamo C',
  'Real C',
  'C Oil Co',
  'C Steel Corp',
  'C Telecom',
  'National Bank of C',
  'Ministry of Health',
  'Ministry of Foreign Affairs',
  'Ministry of Defence',
  'Finance Ministry',
  'Foreign Ministry',
  'Interior Ministry',
  'Defense Ministry',
  'Health Department',
  'Department of Justice',
  'National Guard',
  'National Weather Service',
  'Election Commission',
  'Central Bank',
  'Supreme Court',
  'Workers Party',
  "People 's Party",
  'Social Democratic Party',
  'National Front',
  'Liberation Army',
  'A',
  'A',
  'A News',
]
const PLACES = [
  'C',
  'C',
  'C',
  'C',
  'C Province',
  'C region',
  'C County',
  'C District',
  'Lake S',
  'Mount S',
  'S River',
  'S Street',
  'S Island',
  'Port S',
  'San C',
  'North C',
  'South C',
  'West C',
  'C Airport',
  'C Stadium',
]

export function inventOrganization(parts: NameParts, random: Random): string {
  return fill(random.pick(ORGANIZATIONS), parts, random)
}

export function inventPlace(parts: NameParts, random: Random): string {
  return fill(random.pick(PLACES), parts, random)
}

export function inventPerson(parts: NameParts, random: Random): string {
  const given = capitalise(random.pick(parts.givenNames))
  const surname = capitalise(random.pick(parts.surnames))
  const draw = random.next()
  if (draw < 0.05) return `${given[0]}. ${surname}`
  return draw < 0.12 ? `${given} ${letter(random)}. ${surname}` : `${given} ${surname}`
}

/** S is a surname, C a city, A an acronym. */
function fill(pattern: string, parts: NameParts, random: Random): string {
  const words = pattern.split(' ').map((word) => {
    if (word === 'S') return capitalise(random.pick(parts.surnames))
    if (word === 'C') return random.pick(parts.cities)
    return word === 'A'
      ? Array.from({ length: 3 + random.below(2) }, () => letter(random)).join('')
      : word
  })
  return words.join(' ')
}

function letter(random: Random): string {
  return String.fromCharCode(65 + random.below(26))
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
