import { fingerprint } from '../../core/fingerprint.ts'
import { readPage } from '../../core/page.ts'
import { decodeSearchCursor } from '../../core/search-cursor.ts'
import { parseSearchQuery } from '../../core/search-query.ts'
import type { Search } from '../../db/search-hits.ts'
import { builder } from '../builder.ts'
import { SearchTypeEnum } from '../enums.ts'
import { SearchConnectionObject } from './search-connection.ts'
import { SearchFilterInput } from './search-filter.ts'
import { searchPage } from './search-page.ts'

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionObject,
    description:
      'Articles by their text, and people, places and organizations by their names, best first. Words must all be found, case and accents aside; "in quotes" as a phrase, with * as a beginning, combined with AND, OR, NOT (or -word) and parentheses, limited to a field by headline:, dek:, body:, name: or figure:.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'What to look for: at most 500 characters, 32 words.',
      }),
      types: t.arg({
        type: [SearchTypeEnum],
        description: 'Only hits of these types; all unless given.',
      }),
      first: t.arg.int({ description: 'How many hits: 20 unless given, at most 100.' }),
      after: t.arg.string({ description: 'Only hits behind this cursor, of the same search.' }),
      filter: t.arg({ type: SearchFilterInput, description: 'Which articles it looks in.' }),
    },
    resolve: async (_root, args, context, info) => {
      const search: Search = {
        text: args.query,
        query: parseSearchQuery(args.query),
        types: args.types ?? ['ARTICLE', 'PERSON', 'PLACE', 'ORGANIZATION'],
        filter: args.filter ?? {},
      }
      const identity = fingerprint([search.text, search.types, search.filter]).slice(0, 16)
      const place = args.after == null ? null : decodeSearchCursor(args.after, identity)
      const { size } = readPage({ first: args.first }, { name: 'search', columns: [] })
      return searchPage({ search, identity, place, size }, { context, info })
    },
  }),
)
