import { readNodeId } from '../node-id.ts'

/** A Relay id, as an argument gives it. */
export interface GlobalId {
  readonly id: string | number
}

export const readGlobalId = ({ id }: GlobalId): number => readNodeId(String(id))
