import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql'
import { endable } from '../../core/endable.ts'
import type { Context } from '../context.ts'
import { maskErrors } from '../errors.ts'
import type { Deliveries } from './deliveries.ts'

/**
 * Runs a subscription. It differs from GraphQL.js in three ways: each event is executed with a context
 * of its own, since time, rights and what was loaded before change while a stream is open; each result
 * carries the event's id in `extensions.eventId`, the first one only the position; and an error
 * between events ends the stream as a last result, masked as in queries.
 */
export async function subscribe(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { log, requestId } = args.contextValue as Context
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return maskErrors(source, { log, requestId })
  const deliveries = source as Deliveries
  return endable(answers(deliveries, args), () => void deliveries.return?.())
}

async function* answers(
  deliveries: Deliveries,
  args: ExecutionArgs,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const { log, requestId } = args.contextValue as Context
  yield { extensions: { eventId: String(deliveries.startsBehind) } }
  try {
    for await (const delivery of deliveries) {
      const { event, context: contextValue } = delivery
      const result = await execute({ ...args, contextValue, rootValue: delivery })
      const extensions = { ...result.extensions, eventId: String(event.id) }
      yield maskErrors({ ...result, extensions }, { log, requestId })
    }
  } catch (error) {
    yield maskErrors({ errors: [error] }, { log, requestId })
  }
}
