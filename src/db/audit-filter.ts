import type { Prisma } from './generated/client/client.ts'

export interface AuditFilter {
  readonly actor?: string | null | undefined
  readonly action?: string | null | undefined
  readonly target?: { readonly type: string; readonly id: number } | null | undefined
  /** Inclusive. */
  readonly from?: Date | null | undefined
  /** Exclusive. */
  readonly to?: Date | null | undefined
}

export function auditWhere(filter: AuditFilter | null | undefined): Prisma.AuditEventWhereInput {
  const { actor, action, target, from, to } = filter ?? {}
  return {
    ...(actor != null && { actor }),
    ...(action != null && { action }),
    ...(target != null && { targetType: target.type, targetId: target.id }),
    at: { ...(from != null && { gte: from }), ...(to != null && { lt: to }) },
  }
}
