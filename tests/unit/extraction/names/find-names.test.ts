import { describe, it } from 'vitest'
import type { EntityType } from '../../../../src/extraction/extractor.ts'
import { expectNames } from './expect-names.ts'

const TYPES: Readonly<Record<string, EntityType>> = {
  P: 'PERSON',
  L: 'PLACE',
  O: 'ORGANIZATION',
}

/** "P Angela Merkel; L Berlin" */
const CASES: Readonly<Record<string, readonly (readonly [text: string, names: string])[]>> = {
  'politics and diplomacy': [
    [
      'German Chancellor Angela Merkel met French President Emmanuel Macron in Berlin on Tuesday.',
      'P Angela Merkel; P Emmanuel Macron; L Berlin',
    ],
    [
      'Ursula von der Leyen and Pedro Sánchez spoke in Madrid.',
      'P Ursula von der Leyen; P Pedro Sánchez; L Madrid',
    ],
    [
      'Crown Prince Mohammed bin Salman received Secretary of State Antony Blinken in Riyadh.',
      'P Mohammed bin Salman; P Antony Blinken; L Riyadh',
    ],
    [
      'U.S. Secretary of the Treasury Scott Bessent flew to Geneva.',
      'L U.S.; P Scott Bessent; L Geneva',
    ],
    ['The EU urged Ankara to ratify the treaty.', 'O EU; L Ankara'],
    ['Texas Gov. Greg Abbott signed the bill in Austin.', 'L Texas; P Greg Abbott; L Austin'],
    [
      'President Bola Tinubu of Nigeria left Abuja for Paris.',
      'P Bola Tinubu; L Nigeria; L Abuja; L Paris',
    ],
    [
      "Sir Keir Starmer's Labour government faces a vote in the House of Commons.",
      'P Keir Starmer; O Labour; O House of Commons',
    ],
    ['Pope Francis appointed Cardinal Pietro Parolin.', 'P Francis; P Pietro Parolin'],
    ['The mayor of London, Sadiq Khan, welcomed the plan.', 'L London; P Sadiq Khan'],
    ['The Social Democrats won in Lower Saxony.', 'O Social Democrats; L Lower Saxony'],
    [
      'Vice-president of the European Commission Kaja Kallas spoke.',
      'O European Commission; P Kaja Kallas',
    ],
    ['Former U.S. Senator Bob Menendez was sentenced.', 'L U.S.; P Bob Menendez'],
    ['South Korean President Lee Jae-myung flew to Tokyo.', 'P Lee Jae-myung; L Tokyo'],
  ],
  'war and security': [
    [
      'The General Staff of the Armed Forces said shells hit Bakhmut.',
      'O General Staff of the Armed Forces; L Bakhmut',
    ],
    [
      'The Russian Defense Ministry reported strikes on Odesa and Mykolaiv.',
      'O Russian Defense Ministry; L Odesa; L Mykolaiv',
    ],
    ['Al-Shabaab fighters attacked a hotel in Mogadishu.', 'O Al-Shabaab; L Mogadishu'],
    ['The Taliban banned women from universities across Afghanistan.', 'O Taliban; L Afghanistan'],
    ['The ministry wrote via Telegram that troops had left.', 'O Telegram'],
    ['Congo accused Rwanda of backing the M23 rebels.', 'L Congo; L Rwanda; O M23'],
    ['Russia-Ukraine talks collapsed.', 'L Russia; L Ukraine'],
    ['The USS Carl Vinson sailed towards Guam.', 'L Guam'],
    ['The Battle of Gettysburg is taught in schools.', ''],
    ['An air raid hit the National Bank of Ukraine in Kyiv.', 'O National Bank of Ukraine; L Kyiv'],
  ],
  'business and markets': [
    [
      'Apple Inc. said on Monday that Tim Cook would visit its suppliers in Shenzhen.',
      'O Apple Inc.; P Tim Cook; L Shenzhen',
    ],
    [
      'The Bank of England kept rates at 4 percent, Governor Andrew Bailey said.',
      'O Bank of England; P Andrew Bailey',
    ],
    [
      'Shares in Volkswagen AG and BMW fell after the European Commission opened an inquiry.',
      'O Volkswagen AG; O BMW; O European Commission',
    ],
    ['Nvidia and Microsoft lifted the Nasdaq on Thursday.', 'O Nvidia; O Microsoft; O Nasdaq'],
    ['Johnson & Johnson agreed to pay $700 million.', 'O Johnson & Johnson'],
    ['Boeing named Kelly Ortberg as chief executive.', 'O Boeing; P Kelly Ortberg'],
    ['French carmaker Renault will cut 3,000 jobs in Flins.', 'O Renault; L Flins'],
    [
      'Goldman Sachs economist Jan Hatzius expects two cuts by the Federal Reserve.',
      'O Goldman Sachs; P Jan Hatzius; O Federal Reserve',
    ],
    ["Russia's Gazprom cut flows to Moldova.", 'L Russia; O Gazprom; L Moldova'],
    ['Unemployment fell, Statistics Iceland said.', 'O Statistics Iceland'],
    ['The fine was paid by Acme Widgets, Inc. in May.', 'O Acme Widgets, Inc.'],
    ['GDP and CPI figures are due on Friday.', ''],
  ],
  'disasters and weather': [
    [
      'A quake struck near Marrakech in Morocco, the U.S. Geological Survey said.',
      'L Marrakech; L Morocco; O U.S. Geological Survey',
    ],
    ['Floods killed 40 people in the town of Derna in eastern Libya.', 'L Derna; L Libya'],
    [
      'Hurricane Milton made landfall in Florida, and Governor Ron DeSantis asked for help.',
      'L Florida; P Ron DeSantis',
    ],
    ['The ferry sank in the Java Sea off Bali.', 'L Java Sea; L Bali'],
    [
      'The Kenyan Red Cross opened shelters in Garissa County.',
      'O Kenyan Red Cross; L Garissa County',
    ],
    [
      'Wildfires spread across northern Greece and reached the suburbs of Athens.',
      'L Greece; L Athens',
    ],
    ['The river burst its banks in Xyrovka, a village near Sumy.', 'L Xyrovka; L Sumy'],
    [
      'The ship left Kingston upon Hull for Southend-on-Sea.',
      'L Kingston upon Hull; L Southend-on-Sea',
    ],
  ],
  'courts and police': [
    [
      'Police in the Brazilian state of Bahia arrested Carlos Alberto Souza on Friday.',
      'L Bahia; P Carlos Alberto Souza',
    ],
    [
      'Judge Juan Merchan of the Manhattan Criminal Court delayed the sentencing.',
      'P Juan Merchan; O Manhattan Criminal Court',
    ],
    ['Mr. Johnson, 52, who lives in Leeds, told the BBC.', 'P Johnson; L Leeds; O BBC'],
    [
      'The Supreme Court of India heard the case in New Delhi.',
      'O Supreme Court of India; L New Delhi',
    ],
    ['Dutch police seized cocaine in the port of Rotterdam.', 'L Rotterdam'],
    ['Two officers were hurt on Baker Street in London.', 'L Baker Street; L London'],
  ],
  'sport and culture': [
    [
      'Manchester United beat Real Madrid 2-1 on Wednesday night.',
      'O Manchester United; O Real Madrid',
    ],
    [
      'Serena Williams won her first match in Melbourne since 2019.',
      'P Serena Williams; L Melbourne',
    ],
    [
      'Novak Djokovic of Serbia beat Carlos Alcaraz in the final of the Australian Open in Melbourne.',
      'P Novak Djokovic; L Serbia; P Carlos Alcaraz; L Melbourne',
    ],
    [
      'The winger joined FC Basel from Sunderland A.F.C. in January.',
      'O FC Basel; O Sunderland A.F.C.',
    ],
    ['Actor Tom Hanks and director Greta Gerwig praised the film.', 'P Tom Hanks; P Greta Gerwig'],
    ['He works for The Guardian in Leeds.', 'O The Guardian; L Leeds'],
  ],
  'science and health': [
    [
      'Researchers at Stanford University and the University of Tokyo took part.',
      'O Stanford University; O University of Tokyo',
    ],
    [
      'The Department of Health and Human Services will fund the trial.',
      'O Department of Health and Human Services',
    ],
    [
      'The Syrian Observatory for Human Rights counted nine dead.',
      'O Syrian Observatory for Human Rights',
    ],
    [
      "Elon Musk's SpaceX launched a rocket from Cape Canaveral.",
      'P Elon Musk; O SpaceX; L Cape Canaveral',
    ],
  ],
  'what is no name': [
    ['Ukrainian and Russian officials met on Wednesday, two days before Christmas.', ''],
    ['Meanwhile, Catholics and Muslims prayed. However, Americans voted.', ''],
    ['Police said nothing. Authorities agreed. Officials left.', ''],
    ['The president, the prime minister and the King spoke in English.', ''],
    ['It will open in March or on May 4. I think so.', ''],
  ],
  'letters of other alphabets than English': [
    ['Inga Ruginienė met Pavel Blažek in Łódź.', 'P Inga Ruginienė; P Pavel Blažek; L Łódź'],
    [
      'Ahmed al-Sharaa received İlham Aliyev in Damascus.',
      'P Ahmed al-Sharaa; P İlham Aliyev; L Damascus',
    ],
    ['The firm moved from Şanlıurfa to Zürich.', 'L Şanlıurfa; L Zürich'],
  ],
}

describe.each(Object.entries(CASES))('%s', (_domain, cases) => {
  it.each(cases)('%s', (text, names) => {
    const expected = names === '' ? [] : names.split('; ')
    expectNames(
      text,
      expected.map((name) => [TYPES[name.charAt(0)] ?? 'PERSON', name.slice(2)]),
    )
  })
})
