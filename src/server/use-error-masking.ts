import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Context } from '../graphql/context.ts'
import { maskError } from '../graphql/errors.ts'

/** Shows expected errors to the client and hides bugs, which are logged with the request's id. */
export function useErrorMasking(): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        if (isAsyncIterable(result) || !result.errors) return
        const { log, requestId } = args.contextValue as Context
        const errors = result.errors.map((error) => maskError(error, { log, requestId }))
        setResult({ ...result, errors: errors as typeof result.errors })
      },
    }),
  }
}
