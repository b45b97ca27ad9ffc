import { describe, it } from 'vitest'
import { expectFigures, type TextOptions } from '../expect-figures.ts'

const NAMES: TextOptions = {
  people: ['Anna Kowal', 'Oleh Tarn'],
  organizations: ['Relief Agency', 'Norda News', 'Defence Ministry'],
  places: ['Arland', 'Port Lind'],
}

describe('who says so', () => {
  it('is nobody but the article where the text names nobody', () => {
    expectFigures('Nine homes burned.', [
      { kind: 'ARTICLE_VOICE', label: null, claimant: null, cue: null, via: null },
    ])
  })

  it.each([
    [
      'Nine men died, according to the Relief Agency.',
      'Relief Agency',
      'according to the Relief Agency',
    ],
    [
      'According to the Relief Agency, nine men died.',
      'Relief Agency',
      'According to the Relief Agency',
    ],
    ['The Relief Agency said nine men died.', 'Relief Agency', 'The Relief Agency said'],
    [
      'The Relief Agency also later said nine men died.',
      'Relief Agency',
      'The Relief Agency also later said',
    ],
    [
      'The Relief Agency on Monday announced that nine men died.',
      'Relief Agency',
      'The Relief Agency on Monday announced',
    ],
    ['Nine men died, the Relief Agency said.', 'Relief Agency', 'the Relief Agency said'],
    [
      'Nine men died, the Relief Agency said in a statement.',
      'Relief Agency',
      'the Relief Agency said',
    ],
    ['Nine men died, said Anna Kowal.', 'Anna Kowal', 'said Anna Kowal'],
    ['Nine men died, said Anna Kowal, the mayor of Port Lind.', 'Anna Kowal', 'said Anna Kowal'],
    ['“Nine men died,” Anna Kowal told reporters.', 'Anna Kowal', 'Anna Kowal told'],
    [
      'Nine deaths were reported by the Relief Agency.',
      'Relief Agency',
      'reported by the Relief Agency',
    ],
    [
      'Norda News reported nine deaths, citing the Relief Agency.',
      'Relief Agency',
      'citing the Relief Agency',
    ],
    [
      'Norda News quoted the Relief Agency as saying nine men died.',
      'Relief Agency',
      'quoted the Relief Agency',
    ],
    [
      'A spokesman for the Relief Agency said nine men died.',
      'Relief Agency',
      'A spokesman for the Relief Agency said',
    ],
    ['The mayor, Anna Kowal, said nine men died.', 'Anna Kowal', 'The mayor, Anna Kowal, said'],
    [
      'Data from the Relief Agency showed that nine men died.',
      'Relief Agency',
      'Data from the Relief Agency showed',
    ],
    ['Arland said nine men died.', 'Arland', 'Arland said'],
    ['The Relief Agency put the toll at nine.', 'Relief Agency', 'The Relief Agency put'],
  ])('%s', (text, claimant, cue) => {
    expectFigures(text, [{ value: 9, kind: 'NAMED', label: claimant, claimant, cue }], NAMES)
  })

  it.each([
    ['Arland authorities said nine men died.', 'Arland authorities', 'COLLECTIVE'],
    ['Police said nine men died.', 'Police', 'COLLECTIVE'],
    ['Nine men died, local officials said.', 'local officials', 'COLLECTIVE'],
    ['A study found that nine men died.', 'study', 'COLLECTIVE'],
    ['Two officials said nine men died.', 'Two officials', 'COLLECTIVE'],
    [
      'Sources familiar with the plan said nine men died.',
      'Sources familiar with the plan',
      'ANONYMOUS',
    ],
    [
      'An official who asked not to be named said nine men died.',
      'official who asked not to be named',
      'ANONYMOUS',
    ],
    ['A hospital source said nine men died.', 'hospital source', 'ANONYMOUS'],
  ])('%s', (text, label, kind) => {
    expectFigures(text, [{ value: 9, kind, label, claimant: null }], NAMES)
  })

  it.each([
    ['Nine men died, Variety reported.', 'Variety', 'NAMED'],
    ['Nine men died, an official said on condition of anonymity.', 'official', 'ANONYMOUS'],
    ['Nine men died, a witness told Radio Lind.', 'witness', 'COLLECTIVE'],
    ['Aid groups counted nine dead.', 'Aid groups', 'COLLECTIVE'],
    ['Forecasters expect another nine storms.', 'Forecasters', 'COLLECTIVE'],
    ['A survey gave the party nine percent.', 'survey', 'COLLECTIVE'],
    ['Oleh Tarn said an audit had found nine errors.', 'Oleh Tarn', 'NAMED'],
    ['Nine men died, said its secretary, Oleh Tarn.', 'Oleh Tarn', 'NAMED'],
  ])('%s', (text, label, kind) => expectFigures(text, [{ value: 9, kind, label }], NAMES))

  it('ends at a semicolon and at what describes the speaker', () => {
    expectFigures('Nine shops closed; about 50 people marched, according to police.', [
      { kind: 'ARTICLE_VOICE' },
      { label: 'police' },
    ])
    expectFigures(
      '“It is bad,” said Anna Kowal, who dived on nine sites.',
      [{ kind: 'ARTICLE_VOICE' }],
      NAMES,
    )
  })

  it('leaves a number to those who predicted it', () => {
    expectFigures('They added 96 jobs, fewer than the 130 that economists had predicted.', [
      { kind: 'ARTICLE_VOICE' },
      {},
    ])
  })

  it('takes points that a player records for no report', () => {
    expectFigures('Oleh Tarn recorded 29 points.', [{ kind: 'ARTICLE_VOICE' }], NAMES)
  })

  it('governs every figure of its sentence that it introduces', () => {
    const police = { label: 'Police' }
    expectFigures('Police said 12 men were hurt and 30 shops looted.', [police, police])
  })

  it('changes with the next speaker', () => {
    expectFigures('Police said 12 men came, while organisers claimed that 900 did.', [
      { label: 'Police' },
      { label: 'organisers' },
    ])
    expectFigures('Twelve men were held, police said, and doctors said nine were hurt.', [
      { label: 'police' },
      { label: 'doctors' },
    ])
  })

  it('goes on into a sentence that continues the report, and no further', () => {
    expectFigures('Officials said 40 men died. Another 12 were missing.', [
      { label: 'Officials' },
      { label: 'Officials' },
    ])
    expectFigures('Officials said 40 men died. Of those, 12 were miners.', [
      { label: 'Officials' },
      { label: 'Officials' },
    ])
    expectFigures('Officials said 40 men died. The storm destroyed 12 homes.', [
      { label: 'Officials' },
      { kind: 'ARTICLE_VOICE' },
    ])
    expectFigures('Officials said 40 men died.\n\nAnother 12 were missing.', [
      { label: 'Officials' },
      { kind: 'ARTICLE_VOICE' },
    ])
  })

  it('resolves pronouns to the last speaker, and "he" only to a person', () => {
    expectFigures(
      'Anna Kowal said 12 homes burned. She added that 300 people fled.',
      [{ claimant: 'Anna Kowal' }, { claimant: 'Anna Kowal', cue: 'She added' }],
      NAMES,
    )
    expectFigures(
      'Oleh Tarn arrived. The Relief Agency said 12 homes burned. He said 300 people fled.',
      [{ claimant: 'Relief Agency' }, { claimant: 'Oleh Tarn' }],
      NAMES,
    )
  })

  it('resolves "the ministry" to the one the article names', () => {
    expectFigures(
      'The Defence Ministry was silent at first. Later the ministry said 12 jets were lost.',
      [{ kind: 'NAMED', claimant: 'Defence Ministry', cue: 'the ministry said' }],
      NAMES,
    )
  })

  it('gives the channel', () => {
    expectFigures(
      'Nine men died, Oleh Tarn wrote on Telegram.',
      [{ label: 'Oleh Tarn', via: 'Telegram' }],
      NAMES,
    )
    expectFigures('Police said in a post on X that nine men died.', [{ label: 'Police', via: 'X' }])
  })

  it('takes what people who are counted say for no report', () => {
    expectFigures('Some 60% of voters said they would stay at home.', [
      { value: 60, kind: 'ARTICLE_VOICE' },
    ])
  })

  it('takes verbs that only look like saying for none', () => {
    expectFigures('Hospitals admitted 320 patients.', [{ kind: 'ARTICLE_VOICE' }])
    expectFigures('The firm recalled 900 cars.', [{ kind: 'ARTICLE_VOICE' }])
    expectFigures('Shares added 3%.', [{ kind: 'ARTICLE_VOICE' }])
    expectFigures('In the south of Borland, United States, 30 barns burned.', [
      { kind: 'ARTICLE_VOICE' },
    ])
    expectFigures('It wrote off £6m.', [{ kind: 'ARTICLE_VOICE' }])
    expectFigures('The court cut the fine to £6m, citing flaws in the case.', [
      { kind: 'ARTICLE_VOICE' },
    ])
    expectFigures('Doctors saw 12 reported cases.', [{ kind: 'ARTICLE_VOICE' }])
  })

  it('reads the speaker of a headline after its colon', () => {
    expectFigures('Rain.', [{ exact: 'Forty dead', label: 'officials', cue: 'officials' }], {
      headline: 'Forty dead in floods: officials',
    })
  })
})
