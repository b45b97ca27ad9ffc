import type { IngestInput } from '../../src/actions/ingest-input.ts'

const GIVEN = [
  'Anna',
  'Boris',
  'Carla',
  'Dmytro',
  'Elena',
  'Farid',
  'Grace',
  'Henrik',
  'Ines',
  'Jonas',
]
const FAMILY = [
  'Adler',
  'Bondar',
  'Castellan',
  'Dervish',
  'Ekholm',
  'Farrow',
  'Galvan',
  'Hrabar',
  'Ilves',
  'Joubert',
  'Kessler',
  'Lindgren',
]
const PLACES = [
  'Kharkiv',
  'Odesa',
  'Warsaw',
  'Lyon',
  'Porto',
  'Izmir',
  'Nairobi',
  'Manila',
  'Lima',
  'Toronto',
  'Leeds',
  'Bergen',
  'Gdansk',
  'Osaka',
  'Perth',
  'Denver',
]
const COUNTRIES = [
  'Ukraine',
  'Poland',
  'France',
  'Portugal',
  'Turkey',
  'Kenya',
  'Peru',
  'Canada',
  'Norway',
  'Japan',
]
const BODIES = [
  'Civil Defence',
  'the Red Cross',
  'the Interior Ministry',
  'the World Bank',
  'the Port Authority',
  'the National Bank',
  'the Labour Party',
  'Harbour Holdings',
  'Meridian Rail',
]
const PARAGRAPHS = [
  '{place} - At least {n} people were killed and {m} injured when a storm hit {place} on Monday, {body} said.',
  '{person}, who leads the rescue service of {place}, said that {n} houses had lost their roofs. "We have not reached every street," {surname} told reporters.',
  'The government of {country} promised {n} million dollars for repairs. {person} said the money would be paid within {m} days.',
  '{body} counted {n} families without a home, and {m} of them slept in the sports hall of {place}.',
  'In {country}, about {n},000 households were without electricity, according to {body}. Engineers came from {place} to help.',
  'Prices of timber rose by {m} percent in a week, {person} of {body} said. The market in {place} stayed closed.',
  '{person} warned that the river in {place} could rise by {m} metres before Friday. {surname} asked people to stay at home.',
  'Last year a storm of the same kind killed {n} people in {country} and destroyed {m} bridges, {body} reported.',
  'Neighbours in {place} said that they had heard no siren. {person}, a teacher, said that she carried {m} children to the upper floor of the school.',
  '{body} denied that its warning came late. It said that {n} messages had been sent by noon, more than in any week before.',
]

/** About that many words, which is what an agency sends of a middling story. */
const PARAGRAPHS_IN_AN_ARTICLE = 17

/**
 * Article number i, the same each time: about 430 words on people, places and numbers that come again
 * in other articles, the later the article the more of them known.
 */
export function generateArticle(i: number): IngestInput {
  const random = randomFrom(i)
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? ''
  const place = pick(PLACES)
  const paragraphs = Array.from({ length: PARAGRAPHS_IN_AN_ARTICLE }, (_, p) => {
    const surname = pick(FAMILY)
    const slots: Readonly<Record<string, string>> = {
      place: p < 3 ? place : pick(PLACES),
      country: pick(COUNTRIES),
      body: pick(BODIES),
      surname,
      person: `${pick(GIVEN)} ${surname}`,
      n: String(3 + Math.floor(random() * 400)),
      m: String(2 + Math.floor(random() * 90)),
    }
    return pick(PARAGRAPHS).replace(/\{(\w+)\}/g, (_match, name: string) => slots[name] ?? '')
  })
  const externalId = `bench-${i}`
  return {
    source: 'bench',
    externalId,
    url: `https://bench.example/${externalId}`,
    headline: `Storm in ${place} leaves ${10 + (i % 90)} streets under water`,
    bodyText: paragraphs.map(capitalise).join('\n\n'),
    publishedAt: new Date(Date.UTC(2025, 0, 1) + i * 3_600_000),
    topics: [{ name: 'Weather' }, { name: place }],
  }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
