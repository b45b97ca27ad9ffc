import type { SearchFilter } from '../../db/search-filter.ts'
import { builder } from '../builder.ts'
import { DateTimeFilterInput, KeyFilterInput } from '../filter-inputs.ts'

const SearchKeyFilterInput = builder.inputType('SearchKeyFilter', {
  description: 'Chooses by slug.',
  fields: (t) => ({ slug: t.field({ type: KeyFilterInput, description: 'Its slug.' }) }),
})

export const SearchFilterInput = builder.inputRef<SearchFilter>('SearchFilter').implement({
  description:
    'Which articles a search looks in; people, places and organizations must be named in such an article. All given conditions must hold.',
  fields: (t) => ({
    source: t.field({ type: SearchKeyFilterInput, description: 'Where the article comes from.' }),
    publishedAt: t.field({ type: DateTimeFilterInput, description: 'When it was published.' }),
    entities: t.field({
      type: SearchKeyFilterInput,
      description: 'Names such a person, place or organization.',
    }),
    language: t.field({ type: KeyFilterInput, description: 'BCP 47 tag: "en".' }),
  }),
})
