/** A query that answers on the sample articles: a tab of GraphiQL, and a test. */
export interface Example {
  readonly name: string
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly headers?: Record<string, string>
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "An article's graph",
    query: `# Who, where, how many, says who: the newest article as a graph.
query ArticleGraph {
  articles(first: 1) {
    edges {
      node {
        headline
        source { name }
        publishedAt
        people { edges { node { name } } }
        places { edges { node { name countryCode geoJSON } } }
        organizations { edges { node { name } } }
        figures {
          totalCount
          edges {
            node {
              valueText
              value
              unit
              qualifier
              metric { key }
              places { name }
              attribution { kind label }
              span { exact start end }
            }
          }
        }
        derivedFigures { label value formula caveat }
      }
    }
  }
}
`,
  },
  {
    name: 'An entity page',
    query: `# Everything about one place: its names, its articles, the figures that apply there.
query EntityPage($slug: String!) {
  entity(slug: $slug) {
    __typename
    name
    aliases { name kind }
    sameAs
    ... on Place { placeKind countryCode geoJSON }
    articles(first: 10) {
      totalCount
      edges { node { headline publishedAt source { name } } }
    }
    figures(first: 10, role: PLACE) {
      edges { node { value unit metric { key } attribution { label } } }
    }
  }
}
`,
    variables: { slug: 'kharkiv' },
  },
  {
    name: 'A country page',
    query: `# An article about a town is found under its country; who is named with it, and when.
query CountryPage($slug: String!) {
  place(slug: $slug) {
    name
    children(first: 5) { totalCount edges { node { name placeKind } } }
    articles(first: 3, nested: true) {
      totalCount
      edges {
        node {
          headline
          related(first: 2) { score article { headline } sharedEntities { name } }
        }
      }
    }
    timeline(interval: WEEK) { start articleCount mentionCount figureCount }
    coOccurring(type: PERSON, first: 5) { articleCount entity { name } }
  }
  figures(first: 3, filter: { places: { within: { slug: { eq: $slug } } } }) {
    totalCount
    edges { node { value unit places { name } } }
  }
  near: places(first: 5, filter: { near: { latitude: 50, longitude: 36.2, km: 50 } }) {
    edges { node { name } }
  }
}
`,
    variables: { slug: 'ukraine' },
  },
  {
    name: 'Figures by source',
    query: `# One metric, as every outlet reported it.
query FiguresBySource {
  figures(
    first: 20
    filter: { metric: { key: { eq: "drones-launched" } } }
    orderBy: { field: PUBLISHED_AT, direction: ASC }
  ) {
    totalCount
    edges {
      node {
        value
        attribution { label }
        article { headline publishedAt source { name } }
      }
    }
  }
}
`,
  },
  {
    name: 'A figure over time',
    query: `# One metric by day, as each claimant has it. Reprints raise articleCount, never the value.
query DronesByDay {
  figureSeries(
    metric: "drones-launched"
    claimants: ["ukrainian-air-force", "russian-defense-ministry"]
    interval: DAY
  ) {
    metric { label aggregation }
    points {
      start
      value
      articleCount
      attribution { label }
      revisions { value reportedAt }
    }
  }
}
`,
  },
  {
    name: 'Conflicting claims',
    query: `# Where claimants contradict each other. Both are shown, none is picked.
query Conflicts {
  conflicts(metric: "drones-launched", first: 10) {
    totalCount
    edges {
      node {
        start
        spread { min max ratio }
        sides {
          value
          attribution { label }
          claims {
            articleCount
            figures(first: 3) { edges { node { span { exact } article { source { name } } } } }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Search',
    query: `# Words, "phrases", beginnings*, AND, OR, NOT: ranked, with the matching words, and counts by source and month.
query Search($words: String!) {
  search(query: $words, first: 10) {
    totalCount
    edges {
      cursor
      score
      snippet { text match }
      node {
        __typename
        ... on Article { slug headline publishedAt }
        ... on Person { name }
        ... on Place { name countryCode }
        ... on Organization { name }
      }
    }
    pageInfo { hasNextPage endCursor }
    facets {
      sources { value label count }
      months { value count }
    }
  }
}
`,
    variables: { words: '(drones OR missiles) kharkiv -"air defences"' },
  },
  {
    name: 'Numbers that nobody stands for',
    query: `# What sources without a name say, newest first: numbers to check before anyone repeats them.
query Unattributed {
  figures(
    first: 10
    filter: { attributionKind: { in: [ANONYMOUS] } }
    orderBy: { field: PUBLISHED_AT, direction: DESC }
  ) {
    totalCount
    edges {
      node {
        span { exact }
        attribution { kind label }
        article { headline source { name } }
      }
    }
  }
}
`,
  },
  {
    name: 'For reviewers',
    query: `# Needs a key with REVIEW: what the extractor was least sure of, and who may be one and the same.
query ToReview {
  mergeSuggestions(first: 10) {
    edges { node { score reasons a { name slug } b { name slug } } }
  }
  reviewQueue(first: 10, maxConfidence: 0.7) {
    edges {
      node {
        __typename
        ... on Figure { id span { exact } value confidence }
        ... on Mention { id span { exact } entity { name } confidence }
      }
    }
  }
}
`,
    headers: { Authorization: 'Bearer YOUR-KEY' },
  },
  {
    name: 'Correct an article',
    query: `# Needs a key: the notice that readers see. With bodyText the text changes too, and its figures are superseded.
mutation Correct($input: CorrectArticleInput!) {
  correctArticle(input: $input) {
    ... on CorrectArticlePayload {
      revision { number kind }
      article {
        corrections {
          kind
          text
          figures { value status supersededBy { value } }
        }
      }
    }
    ... on Error { code message }
  }
}
`,
    variables: {
      input: {
        id: 'QXJ0aWNsZTox',
        kind: 'CLARIFICATION',
        text: 'This is a sample story: what it tells is invented.',
      },
    },
    headers: { Authorization: 'Bearer YOUR-KEY' },
  },
  {
    name: 'Wait for changes',
    query: `# What happened and happens to articles, as server-sent events. Without "after" it starts with what comes next.
subscription Changes {
  articleChanged(after: "0", filter: { source: { slug: { eq: "harbour-wire" } } }) {
    eventId
    kind
    at
    article { headline figures(first: 3) { edges { node { value unit } } } }
  }
}
`,
  },
  {
    name: 'Ingest an article',
    query: `# Needs a key: put yours into the Headers pane. The same input twice is UNCHANGED.
mutation Ingest($input: IngestArticleInput!) {
  ingestArticle(input: $input) {
    ... on IngestArticlePayload {
      outcome
      article {
        slug
        people { edges { node { name } } }
        figures { edges { node { value unit attribution { label } } } }
      }
    }
    ... on Error { code message }
  }
}
`,
    variables: {
      input: {
        source: 'my-cms',
        externalId: 'story-1',
        headline: 'Ferry service resumes after storm',
        bodyText:
          'Ferries between Oslo and Copenhagen sailed again on Monday after a storm had kept 1,200 passengers ashore, the port authority said.\n\nTwo terminals remain closed, said harbour master Kari Nygaard.',
        publishedAt: '2025-12-22T08:00:00Z',
      },
    },
    headers: { Authorization: 'Bearer YOUR-KEY' },
  },
]
