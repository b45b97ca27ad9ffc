import { describe, expect, it } from 'vitest'
import { withoutFurniture } from '../../../../src/extraction/clean/page-furniture.ts'

const STORY = ['Bridge closed after cracks found', 'Two lanes stay open, the city said.']

function without(texts: readonly string[]): readonly string[] {
  return withoutFurniture(texts.map((text) => ({ text }))).map(({ text }) => text)
}

function expectFurniture(position: 'before' | 'between' | 'after', text: string): void {
  const [headline = '', body = ''] = STORY
  const page = {
    before: [text, headline, body],
    between: [headline, text, body],
    after: [headline, body, text],
  }
  expect(without(page[position]), text).toEqual(STORY)
}

function expectStory(text: string): void {
  const [headline = '', body = ''] = STORY
  const pages = [
    [text, headline, body],
    [headline, text, body],
    [headline, body, text],
  ]
  for (const page of pages) expect(without(page)).toEqual(page)
}

describe('before the story', () => {
  it.each([
    'News',
    'World',
    'WORLD NEWS',
    'Breaking News',
    'Home',
    'Live updates',
    'Editor’s pick',
    'World | Politics',
    'Home > World > Ukraine',
    'Home » Middle East',
    'Middle East / Analysis',
    'Sign in',
    'Subscribe',
    'Skip to main content',
  ])('"%s" is a label of the page', (text) => expectFurniture('before', text))

  it('takes a run of labels', () => {
    expect(without(['Menu', 'Home', 'News', '5 min read', ...STORY])).toEqual(STORY)
  })
})

describe('anywhere', () => {
  const phrases = [
    'Advertisement',
    'ADVERTISEMENT',
    'Sponsored content',
    'Story continues below advertisement',
    'Article continues after this ad',
    'Continue reading',
    'Back to top button',
    'Back to top',
    '↑ Back to the top',
    'Share this article',
    'Share this story on social media.',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    'FacebookTwitterLinkedIn',
    'Share: Facebook | Telegram | Copy link',
    'Read more',
    'Read more: Mayor defends the cost of the new bridge',
    'Read more about the bridge',
    'Also read: Ferry lines return in spring',
    'Related: What the cracks mean',
    'Click here to see the gallery',
    '5 min read',
    '12-minute read',
    'Reading time: 4 minutes',
    'Listen to this article 5:12',
    'Image source, City of Northport',
    'Photo: Northport harbour office',
    'Photo credit: J. Smith',
    'https://video.example/watch?v=12',
    'We use cookies to give you the best experience on our site.',
    'By continuing to use this site you agree to our use of cookies.',
    'Accept all cookies',
    '* * *',
    '----------',
  ]
  it.each(phrases)('"%s" is furniture', (text) => {
    expectFurniture('before', text)
    expectFurniture('between', text)
    expectFurniture('after', text)
  })
})

describe('after the story', () => {
  it.each([
    'Share',
    'Twitter',
    'Subscribe to our newsletter',
    'Sign up for our daily briefing!',
    'Subscribe now',
    'Join our Telegram channel',
    'Get the latest news delivered to your inbox.',
    'Follow us on Facebook',
    'Copyright 2025 Northport Times',
    'Copyright © 2025 Northport Times. All rights reserved.',
    '© Northport Times',
    '(c) 2024 Northport Times',
    'All rights reserved.',
    'Privacy policy | Terms of use',
    'Leave a comment',
    '12 comments',
    'Comments (3)',
    'Join the conversation',
    'Next article: Storm passes north of the city',
    'Tags: bridge, Northport, traffic',
    'More from Northport',
    'You may also like',
    'Related articles',
  ])('"%s" is furniture', (text) => expectFurniture('after', text))

  it('takes the titles of other stories under their heading', () => {
    expect(
      without([
        ...STORY,
        'Share this article',
        'Related articles',
        'Ferry lines return in spring',
        'Who pays for the bridge?',
        'Most read',
        'Storm passes north of the city',
        'Subscribe to our newsletter',
        '© 2025 Northport Times',
      ]),
    ).toEqual(STORY)
  })

  it('keeps what follows such a heading when it is told in sentences', () => {
    const page = [...STORY, 'Related news', 'The tunnel was closed too, police said.', 'Home']
    expect(without(page)).toEqual(page.slice(0, -1))
  })
})

describe('ordinary text stays', () => {
  it.each([
    'News of the closure spread within minutes.',
    'News blackout in Northport',
    'World leaders meet in Northport on Sunday',
    'War, famine and drought displace millions',
    'Live ammunition was used, witnesses said.',
    'Breaking the ice took three ships two days.',
    'Home | Away: how the final was won',
    'Opinion: why the bridge matters',
    'Sport – City win the cup',
    'Back to top form, the striker scored twice.',
    'Read more than 20 books a year, she told pupils.',
    'Share prices fell 4 percent.',
    'Shares',
    'Follow-up talks are planned for May.',
    'Subscribers to the service rose by 5 percent to 2.1 million.',
    'Sign up for military service has doubled, officials said.',
    'Join us in the fight, he told the crowd.',
    'Advertisement spending rose 3 percent.',
    'Related deaths were not counted.',
    'Copyright law is being rewritten, the minister said.',
    'Cookies were handed out to the crews.',
    'We use cookies-and-cream as a code word, the smuggler told the court.',
    'Five minutes later a second blast followed.',
    'A five-minute silence was held.',
    'Comments by the minister were not welcome.',
    'More from the region than ever before applied for aid.',
    'Next week the council votes.',
    'Help, she cried, is on its way.',
    'Photographs show the crack.',
    'See https://northport.example for the plans.',
    'Search teams found 12 people.',
    'Close to 300 people were rescued.',
    'Twitter said it had removed 40 accounts.',
    'Telegram channels carried the video.',
    'Print runs were cut to 20,000.',
    'Tags on the containers named two firms.',
    '😀 😀',
    '3–1',
    '12',
  ])('"%s"', (text) => expectStory(text))
})

it('changes nothing the second time', () => {
  const once = without([
    'News',
    'Live',
    ...STORY,
    'More on this story',
    'Title',
    'Back to top',
    'Home',
  ])
  expect(without(once)).toEqual(once)
})

it('leaves nothing of a page without a story', () => {
  expect(without(['Home', 'News', 'Advertisement', '© 2025 Northport Times'])).toEqual([])
})
