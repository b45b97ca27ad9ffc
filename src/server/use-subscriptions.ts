import type { ExecutionResult } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Context } from '../graphql/context.ts'
import { subscribe } from '../graphql/subscriptions/subscribe.ts'
import { eventStreamResponse } from './event-stream.ts'

/** Runs subscriptions, and writes their results as server-sent events that have ids. */
export function useSubscriptions(): Plugin<Context> {
  return {
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
    onResultProcess: ({ result, resultProcessor, setResultProcessor }) => {
      // Yoga has refused clients that do not take event streams; its own have no ids.
      if (resultProcessor === undefined || !isAsyncIterable(result)) return
      setResultProcessor(
        (results) => eventStreamResponse(results as AsyncIterable<ExecutionResult>),
        'text/event-stream',
      )
    },
  }
}
