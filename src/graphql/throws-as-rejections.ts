import { type GraphQLSchema, isObjectType } from 'graphql'

/**
 * Makes resolvers that throw return a rejected promise instead. Where one row of a list throws at once while another has a
 * promise under way, the executor leaves that promise to itself (seen in @graphql-tools/executor 2.1, completeListValue),
 * and Node.js ends a process in which a promise fails that nobody waits for: a query could stop the server.
 */
export function throwsAsRejections(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (resolve === undefined) continue
      field.resolve = (...args) => {
        try {
          return resolve(...args)
        } catch (error) {
          return Promise.reject(error)
        }
      }
    }
  }
  return schema
}
