import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { NamedArticle } from '../../../../src/extraction/named-article.ts'
import { namesIn } from './expect-names.ts'

const SEED = new URL('../../../../../shared/seed/article.txt', import.meta.url)
const present = existsSync(SEED)
if (!present) console.warn('Skipped: the seed article is not beside this repository.')

function readSeed(): NamedArticle {
  const paragraphs = readFileSync(SEED, 'utf8').split(/\n\n+/)
  const [headline = '', ...body] = paragraphs.slice(1, -1)
  return namesIn(body.join('\n\n'), headline)
}

describe.skipIf(!present)('the seed article', () => {
  const article = present ? readSeed() : namesIn('')
  const ofType = (type: string): string[] =>
    article.entities.filter((entity) => entity.type === type).map(({ name }) => name)

  it('names three people, two of them once', () => {
    expect(ofType('PERSON')).toEqual(['Volodymyr Zelensky', 'Vanel Sarvarov', 'Andriy Sybiha'])
    expect(mentionsOf('Volodymyr Zelensky')).toEqual(['Volodymyr Zelensky', 'Zelensky'])
    expect(article.entities.map(({ jobTitle }) => jobTitle).filter(Boolean)).toEqual([
      'President',
      'General',
      'Foreign Minister',
    ])
  })

  it('names six organizations', () => {
    expect(ofType('ORGANIZATION')).toEqual([
      'General Staff of the Ukrainian Army',
      'Telegram',
      'Ukrainian Air Force',
      'Russian General Staff',
      'Russian Defense Ministry',
      'NATO',
    ])
  })

  it('names fifteen places, all but the street with coordinates', () => {
    const places = article.entities.flatMap(({ name, place }) => (place ? [{ name, place }] : []))
    expect(places.map(({ name, place }) => `${name} ${place.countryCode}`)).toEqual([
      'Ukraine UA',
      'Sieversk UA',
      'Kyiv UA',
      'Moscow RU',
      'United States US',
      'Donetsk region UA',
      'Russia RU',
      'Kramatorsk UA',
      'Sloviansk UA',
      'Donbas UA',
      'Kherson region UA',
      'Zaporizhzhia region UA',
      'Yasenevaya Street RU',
      'Dnipropetrovsk region UA',
      'Kharkiv region UA',
    ])
    expect(places.filter(({ place }) => place.latitude === null).map(({ name }) => name)).toEqual([
      'Yasenevaya Street',
    ])
    expect(mentionsOf('Sieversk')).toHaveLength(5)
    expect(mentionsOf('United States')).toEqual(['United States', 'U.S.'])
  })

  function mentionsOf(name: string): string[] {
    return article.mentions
      .filter(({ entity }) => article.entities[entity]?.name === name)
      .map(({ document, start, end }) => document.text.slice(start, end))
  }
})
