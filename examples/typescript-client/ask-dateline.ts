import type { TadaDocumentNode } from 'gql.tada'
import { print } from 'graphql'

export interface Server {
  /** "https://dateline.example/graphql" */
  readonly url: string
  /** Needed for what is not public. */
  readonly key?: string
}

/** Asks one question. What comes back, and what must be given, has the types of the document. */
export async function askDateline<Result, Variables>(
  { url, key }: Server,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data, errors } = (await response.json()) as {
    data?: Result
    errors?: readonly { message: string }[]
  }
  if (data === undefined || errors !== undefined) {
    throw new Error(errors?.map(({ message }) => message).join('\n') ?? `status ${response.status}`)
  }
  return data
}
