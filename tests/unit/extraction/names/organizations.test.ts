import { describe, it } from 'vitest'
import type { EntityType } from '../../../../src/extraction/extractor.ts'
import { expectNames } from './expect-names.ts'

type Cases = readonly (readonly [text: string, names: readonly (readonly [EntityType, string])[]])[]

const person = (name: string) => ['PERSON', name] as const
const place = (name: string) => ['PLACE', name] as const
const organization = (name: string) => ['ORGANIZATION', name] as const

const CASES: Readonly<Record<string, Cases>> = {
  'what the text calls an organization': [
    ['Chipmaker Velmora cuts outlook', [organization('Velmora')]],
    ['Many signed with the retailer Ostrella last year.', [organization('Ostrella')]],
    [
      'The trio Dremmel and the band Spirit played in Lisbon.',
      [organization('Dremmel'), organization('Spirit'), place('Lisbon')],
    ],
    ['Lumio, a Lagos lender, raised $18 million.', [organization('Lumio'), place('Lagos')]],
    ['The Sultan, a friend of the bank, came.', [person('Sultan')]],
  ],
  'whose shares are traded': [
    ['Shares in Adani fell on Friday.', [organization('Adani')]],
    ['On Monday Baltia shareholders will vote.', [organization('Baltia')]],
  ],
  'where news comes from': [
    ['"No one slept," the keeper told ORF.', [organization('ORF')]],
    ['The signal was real, says a paper in Nature Astronomy.', [organization('Nature Astronomy')]],
    ['The men were freed, Vigilant reported.', [organization('Vigilant')]],
    ['Elon Musk called it a lie in a post on X.', [person('Elon Musk'), organization('X')]],
    ['He marked the spot with an X.', []],
  ],
  'several words that everybody knows': [
    [
      'Supporters of Pakistan Tehreek-e-Insaf marched on Islamabad.',
      [organization('Pakistan Tehreek-e-Insaf'), place('Islamabad')],
    ],
    [
      'The notebook went to Sotheby’s, and Moody’s did not mind.',
      [organization('Sotheby’s'), organization('Moody’s')],
    ],
    ['The general flew in a Lockheed C-130 to Kabul.', [place('Kabul')]],
  ],
  'where a name begins and ends': [
    [
      'Babajide Sanwo-Olu, of the All Progressives Congress, is in London.',
      [person('Babajide Sanwo-Olu'), organization('All Progressives Congress'), place('London')],
    ],
    [
      'The Tulsa County Sheriff’s Office called for help.',
      [organization('Tulsa County Sheriff’s Office')],
    ],
    [
      'She works at the Max Planck Institute for Astronomy in Heidelberg.',
      [organization('Max Planck Institute for Astronomy'), place('Heidelberg')],
    ],
    [
      'Amnesty International Nigeria and the Justice & Empowerment Initiatives welcomed the ruling.',
      [
        organization('Amnesty International Nigeria'),
        organization('Justice & Empowerment Initiatives'),
      ],
    ],
    [
      'Nissan and Honda to open merger talks. TOKYO, Dec 18 - Nissan Motor (7201.T) and Honda are to begin talks on a merger.',
      [
        organization('Nissan'),
        organization('Honda'),
        place('TOKYO'),
        organization('Nissan Motor'),
        organization('Honda'),
      ],
    ],
    [
      'Vanuatu: A magnitude 7.3 earthquake strikes off Port Vila. Ecuador: Four boys go missing in Guayaquil after being detained by soldiers of the Ecuadorian Air Force.',
      [
        place('Vanuatu'),
        place('Port Vila'),
        place('Ecuador'),
        place('Guayaquil'),
        organization('Ecuadorian Air Force'),
      ],
    ],
    ['The White House did not reply.', [organization('White House')]],
    ['Nurhaina binti Abdullah, 34, was a nurse.', [person('Nurhaina binti Abdullah')]],
  ],
  'which type a name has': [
    ['UN court rules for Belize in sea border dispute', [organization('UN'), place('Belize')]],
    [
      'Aston Villa beat Brentford 1-0. The Dane saw it. Villa face Bayern Munich next.',
      [
        organization('Aston Villa'),
        organization('Brentford'),
        organization('Villa'),
        organization('Bayern Munich'),
      ],
    ],
    [
      'Rayo Vallecano drew 3-3. López put Rayo ahead.',
      [organization('Rayo Vallecano'), person('López'), organization('Rayo')],
    ],
    ['He came from Oadby, told BBC so. Nobody knew.', [place('Oadby'), organization('BBC')]],
    [
      'Eli Lilly rose 3% after a meeting at the Gtech Community Stadium.',
      [organization('Eli Lilly'), place('Gtech Community Stadium')],
    ],
    [
      'One in three beds at Sainte-Justine Hospital was closed.',
      [organization('Sainte-Justine Hospital')],
    ],
    ['Traffic stopped on Interstate 44 near Tulsa.', [place('Interstate 44'), place('Tulsa')]],
    [
      'Sen. James Lankford, R-Okla., was in Tulsa.',
      [person('James Lankford'), place('Okla.'), place('Tulsa')],
    ],
  ],
  'what is no organization': [
    ['MPs voted against the bill in the Super League of debates.', []],
    ['Gov. Kevin Stitt, a Republican, asked Oklahomans to pray.', [person('Kevin Stitt')]],
    ['It was 43 degrees Celsius in Seville.', [place('Seville')]],
  ],
}

describe.each(Object.entries(CASES))('%s', (_rule, cases) => {
  it.each(cases)('%s', expectNames)
})
