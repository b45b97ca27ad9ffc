import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Context } from '../graphql/context.ts'
import { maskErrors } from '../graphql/errors.ts'

/** Shows expected errors to the client and hides bugs, which are logged with the request's id. */
export function useErrorMasking(): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        if (!isAsyncIterable(result)) setResult(maskErrors(result, args.contextValue as Context))
      },
    }),
  }
}
