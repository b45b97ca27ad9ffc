import { initGraphQLTada } from 'gql.tada'
import { askDateline } from './ask-dateline.ts'
import type { introspection } from './graphql-env.d.ts'

const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; URL: string }
}>()

const FIGURES_AT = graphql(`
  query FiguresAt($place: String!, $first: Int!) {
    figures(first: $first, filter: { places: { slug: { eq: $place } } }) {
      edges {
        node {
          valueText
          metric { label }
          attribution { claimant { name } }
          article { headline publishedAt }
        }
      }
    }
  }
`)

/** node figures-at.ts https://dateline.example/graphql leeds: what was counted there, and who says so. */
const [url = 'http://127.0.0.1:4000/graphql', place = ''] = process.argv.slice(2)
const { figures } = await askDateline({ url }, FIGURES_AT, { place, first: 20 })
for (const { node } of figures.edges) {
  const { valueText, metric, attribution, article } = node
  console.log(
    [valueText, metric?.label, attribution.claimant?.name ?? 'the article', article.headline].join(' | '),
  )
}
