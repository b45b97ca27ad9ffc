import type { GraphiQLOptions } from 'graphql-yoga'
import { EXAMPLES } from './example-queries.ts'

/** GraphiQL opens with one tab per example; the first one is shown. */
export const graphiqlOptions: GraphiQLOptions = {
  title: 'Dateline',
  defaultTabs: EXAMPLES.map(({ query, variables, headers }) => ({
    query,
    variables: variables ? JSON.stringify(variables, null, 2) : '',
    headers: headers ? JSON.stringify(headers, null, 2) : '',
  })),
  shouldPersistHeaders: false,
}

/** The page carries all its scripts: nothing is fetched from elsewhere. 9 MB, so loaded when first asked for. */
export async function renderGraphiQL(options: GraphiQLOptions): Promise<string> {
  const { renderGraphiQL: render } = await import('@graphql-yoga/render-graphiql')
  return render(options)
}
