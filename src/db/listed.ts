import { Prisma } from './generated/client/client.ts'

/** The values as rows for an IN: one parameter, however many they are, so that the statement stays the same. */
export const listed = (values: readonly (number | string)[]): Prisma.Sql =>
  Prisma.sql`(SELECT "value" FROM json_each(${JSON.stringify(values)}))`
