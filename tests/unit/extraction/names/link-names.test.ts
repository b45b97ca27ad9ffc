import { describe, expect, it } from 'vitest'
import { entityOf, namesIn } from './expect-names.ts'

const formsOf = (body: string): string[][] =>
  namesIn(body).entities.map(({ name, aliases }) => [name, ...aliases])

describe('people', () => {
  it('are one entity under surname and full name, whichever comes first', () => {
    expect(
      formsOf('Sybiha arrived late. Andriy Sybiha then spoke to Marta Olsen. Olsen left.'),
    ).toEqual([
      ['Andriy Sybiha', 'Sybiha'],
      ['Marta Olsen', 'Olsen'],
    ])
  })

  it('are one entity with and without a middle name', () => {
    expect(formsOf('Anna J. Berg resigned. Friends of Anna Berg were surprised.')).toEqual([
      ['Anna J. Berg', 'Anna Berg'],
    ])
  })

  it('who share a surname stay apart, and the surname means the one named last', () => {
    const article = namesIn(
      'Bill Keane opened the meeting. Keane thanked the staff. Maria Keane took over. Keane then closed it.',
    )
    expect(article.entities.map(({ name }) => name)).toEqual(['Bill Keane', 'Maria Keane'])
    expect(article.mentions.map(({ entity }) => entity)).toEqual([0, 0, 1, 1])
  })

  it('are one entity under a surname, with a title or without, possessive or in a headline', () => {
    const article = namesIn(
      'President Volodymyr Zelensky met Olaf Scholz in Kyiv. Zelensky thanked him. “President Zelensky’s plan is ours,” Chancellor Scholz said.',
      'ZELENSKY HOSTS SCHOLZ IN KYIV',
    )
    expect(
      article.mentions.map(({ document, start, end, entity }) => [
        document.text.slice(start, end),
        article.entities[entity]?.name,
      ]),
    ).toEqual([
      ['ZELENSKY', 'Volodymyr Zelensky'],
      ['SCHOLZ', 'Olaf Scholz'],
      ['KYIV', 'Kyiv'],
      ['Volodymyr Zelensky', 'Volodymyr Zelensky'],
      ['Olaf Scholz', 'Olaf Scholz'],
      ['Kyiv', 'Kyiv'],
      ['Zelensky', 'Volodymyr Zelensky'],
      ['Zelensky', 'Volodymyr Zelensky'],
      ['Scholz', 'Olaf Scholz'],
    ])
  })

  it('are one entity under an initial, if only one first name fits', () => {
    expect(formsOf('Jenny Smith won. The seat went to J. Smith by 40 votes.')).toEqual([
      ['Jenny Smith', 'J. Smith'],
    ])
    expect(
      formsOf('John Smith ran against Jenny Smith. The seat went to J. Smith by 40 votes.'),
    ).toEqual([['John Smith'], ['Jenny Smith'], ['J. Smith']])
    expect(formsOf('John Smith ran. The seat went to M. Smith by 40 votes.')).toEqual([
      ['John Smith'],
      ['M. Smith'],
    ])
  })

  it('are one entity with and without their particle, which opens a sentence with a capital', () => {
    expect(
      formsOf('Ursula von der Leyen spoke. Von der Leyen left. Critics of von der Leyen laughed.'),
    ).toEqual([['Ursula von der Leyen', 'Von der Leyen', 'von der Leyen']])
    expect(
      formsOf(
        'Joost van den Berg resigned. Van den Berg said so. King Willem spoke to van den Berg.',
      ),
    ).toEqual([['Joost van den Berg', 'Van den Berg', 'van den Berg'], ['Willem']])
    expect(
      formsOf('Bashar al-Assad fled. Al-Assad left. Supporters of al-Assad followed.'),
    ).toEqual([['Bashar al-Assad', 'Al-Assad', 'al-Assad']])
    expect(
      formsOf('Yusuf el-Masri lost a foot. El-Masri now teaches in Bremen.').slice(0, 1),
    ).toEqual([['Yusuf el-Masri', 'El-Masri']])
    expect(formsOf('Crown Prince Mohammed bin Salman spoke. Bin Salman left.')).toEqual([
      ['Mohammed bin Salman', 'Bin Salman'],
    ])
  })

  it('are one entity under a family name of two words', () => {
    expect(formsOf('Andrés Manuel López Obrador spoke. Later López Obrador left.')).toEqual([
      ['Andrés Manuel López Obrador', 'López Obrador'],
    ])
  })

  it('keep the title that stands before the name as their job', () => {
    const article = namesIn('Foreign Minister Andriy Sybiha met Mr. Olsen and Dr. Lena Vogt.')
    expect(article.entities.map(({ name, jobTitle }) => [name, jobTitle])).toEqual([
      ['Andriy Sybiha', 'Foreign Minister'],
      ['Olsen', null],
      ['Lena Vogt', null],
    ])
  })

  it('take a job in lower case from right before or right after the name', () => {
    const article = namesIn(
      'Sadiq Khan, the mayor of London, met chief executive Tim Cook. Dmytro Kuleba, the Ukrainian foreign minister, did not.',
    )
    expect(entityOf(article, 'Sadiq Khan').jobTitle).toBe('mayor')
    expect(entityOf(article, 'Tim Cook').jobTitle).toBe('chief executive')
    expect(entityOf(article, 'Dmytro Kuleba').jobTitle).toBe('foreign minister')
  })

  it('have no job where the words before them are of their family', () => {
    expect(
      entityOf(namesIn('Police spoke to his brother John Smith.'), 'John Smith').jobTitle,
    ).toBeNull()
  })
})

describe('organizations', () => {
  it('are one entity with the acronym that brackets introduce', () => {
    expect(
      formsOf('The Meridian Farmers Association (MFA) sued. The MFA wants its money back.'),
    ).toEqual([['Meridian Farmers Association', 'MFA']])
  })

  it('are one entity with an acronym of their initials', () => {
    expect(formsOf('The European Central Bank met. Few expected the ECB to act.')).toEqual([
      ['European Central Bank', 'ECB'],
    ])
  })

  it('are one entity with and without a general last word', () => {
    expect(formsOf('The Wagner Group left. Fighters of Wagner stayed.')).toEqual([
      ['Wagner Group', 'Wagner'],
    ])
  })

  it('are one entity with and without what stands before their name, if only one fits', () => {
    expect(
      formsOf('The Russian Defense Ministry spoke. Later the Defense Ministry took it back.'),
    ).toEqual([['Russian Defense Ministry', 'Defense Ministry']])
    expect(
      formsOf(
        'The Russian Defense Ministry and the Ukrainian Defense Ministry spoke. The Defense Ministry agreed.',
      ),
    ).toEqual([['Russian Defense Ministry'], ['Ukrainian Defense Ministry'], ['Defense Ministry']])
  })
})

describe('places', () => {
  it('are one entity under all the names that the gazetteer has for them', () => {
    expect(
      formsOf('Talks with the United States failed. The U.S. withdrew. Kiev, or Kyiv, was calm.'),
    ).toEqual([
      ['United States', 'U.S.'],
      ['Kiev', 'Kyiv'],
    ])
  })

  it('are apart where one is a region and the other its town', () => {
    const article = namesIn('Shells fell on Kherson. All of Kherson region in Ukraine lost power.')
    expect(article.entities.map(({ name, place }) => [name, place?.kind])).toEqual([
      ['Kherson', 'CITY'],
      ['Kherson region', 'REGION'],
      ['Ukraine', 'COUNTRY'],
    ])
  })

  it('share a kind word in the plural', () => {
    expect(
      formsOf('Power failed in Kherson, Odesa and Zaporizhzhia regions of Ukraine.').slice(0, 3),
    ).toEqual([
      ['Kherson region', 'Kherson'],
      ['Odesa region', 'Odesa'],
      ['Zaporizhzhia region', 'Zaporizhzhia'],
    ])
  })

  it('lose the capitals of a dateline', () => {
    expect(formsOf('REYKJAVIK, Iceland - Rates fell. Banks in Reykjavik closed.')).toEqual([
      ['Reykjavik', 'REYKJAVIK'],
      ['Iceland'],
    ])
  })
})
