import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../../src/extraction/language/detect-language.ts'

const ENGLISH =
  'The ferry with 40 passengers ran aground near Bergen on Monday, the coast guard said. Nobody was hurt, and all of them were taken to the shore within an hour.'
const GERMAN =
  'Die Fähre mit 40 Passagieren lief am Montag bei Bergen auf Grund, wie die Küstenwache mitteilte. Verletzt wurde niemand, alle waren nach einer Stunde an Land.'

describe('the language of a text', () => {
  it.each([
    ['en', ENGLISH],
    ['en', ENGLISH.toUpperCase()],
    ['de', GERMAN],
    ['de', GERMAN.toUpperCase()],
    ['de', 'Drei Menschen bei einem Unfall auf der Autobahn verletzt'],
    [
      'fr',
      'Selon la police, trois personnes ont été blessées lundi lorsque leur voiture a quitté la route.',
    ],
    ['es', 'Según la policía, tres personas resultaron heridas el lunes cuando su coche se salió.'],
    [
      'nl',
      'Volgens de politie raakten maandag drie mensen gewond toen hun auto van de weg raakte.',
    ],
    [
      'id',
      'Polisi mengatakan bahwa tiga orang tewas pada hari Senin karena mobil mereka jatuh ke sungai di dekat kantor gubernur.',
    ],
    [
      'ms',
      'Polis berkata tiga lelaki maut pada hari Isnin kerana kereta mereka jatuh ke dalam sungai berhampiran pejabat kerajaan negeri.',
    ],
    ['uk', 'За даними поліції, троє людей поранені в понеділок.'],
    ['ru', 'По данным полиции, трое человек пострадали.'],
    ['zh', '警方表示，周一有三人在车祸中受伤。'],
    ['ar', 'قالت الشرطة إن ثلاثة أشخاص أصيبوا.'],
    ['he', 'שלושה אנשים נפצעו ביום שני.'],
    ['und', 'ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ᛫ᚠᛁᚱᚪ᛫ᚷᛖᚻᚹᛦᛚᚳᚢᛗ'],
  ])('is %s: %s', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  it.each([
    ['nothing', ''],
    ['numbers', '12 34 7,800 9.1% 44'],
    ['signs', '😀 👨‍👩‍👧 *** §'],
    ['a few words', 'Zwei Tote in Rom'],
    ['a table', 'Country | Cases | Share\n'.concat('Kenya | 37 | 12%\n'.repeat(200))],
    ['names', 'Real Madrid 3-1 Atletico Madrid, Bayern 2-2 Dortmund'],
  ])('cannot be told from %s', async (_, text) => {
    expect(await detectLanguage(text)).toBeNull()
  })

  it('is the one of most of a mixed text, wherever it stands', async () => {
    const long = (text: string, times: number): string => `${text}\n\n`.repeat(times)
    expect(await detectLanguage(long(ENGLISH, 2) + long(GERMAN, 30))).toBe('de')
    expect(await detectLanguage(long(ENGLISH, 500) + long(GERMAN, 200))).toBe('en')
    expect(await detectLanguage(long(GERMAN, 200) + long(ENGLISH, 500))).toBe('en')
  })

  it('takes as long for a book as for a page: it reads samples', async () => {
    let read = 0
    const text = new Proxy(Object('x '.repeat(5_000_000)), {
      get(target, key) {
        if (key !== 'slice') return Reflect.get(target, key)
        return (start: number, end: number) => {
          read += end - start
          return String(target).slice(start, end)
        }
      },
    })
    await detectLanguage(text as string)
    expect(read).toBe(16_000)
  })

  it('is found for any text without failing, and the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (text) => {
        const found = await detectLanguage(text)
        expect(found === null || /^(?:[a-z]{2}|und)$/.test(found)).toBe(true)
        expect(await detectLanguage(text)).toBe(found)
      }),
      { numRuns: 50 },
    )
  })
})
