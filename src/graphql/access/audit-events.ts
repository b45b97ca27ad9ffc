import { requireScope } from '../../auth/actor.ts'
import { newestAuditEvents } from '../../core/orders.ts'
import { auditWhere } from '../../db/audit-filter.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { readNodeId } from '../node-id.ts'
import { loadTarget, targetTypeOf } from './audit-target.ts'

const AuditEvent = builder.prismaObject('AuditEvent', {
  description: 'Who did what. Never changed, never deleted.',
  select: { id: true },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actor: t.exposeString('actor', { description: 'Who: a key with its name, or "operator".' }),
    action: t.exposeString('action', { description: 'What: "reviewFigure", "mergeEntities".' }),
    targetType: t.exposeString('targetType', { description: 'What kind of thing it was done to.' }),
    target: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'What it was done to; null where that exists no more.',
      select: { targetType: true, targetId: true },
      resolve: (event, _args, context, info) => loadTarget(event, { context, info }),
    }),
    details: t.field({
      type: 'JSON',
      description: 'More about it: of decisions what was "before" and "after".',
      select: { details: true },
      resolve: ({ details }) => details,
    }),
  }),
})

const AuditEventConnection = builder.connectionObject(
  { type: AuditEvent, name: 'AuditEventConnection', description: 'A page of the audit log.' },
  { name: 'AuditEventEdge', description: 'A row of the page and its cursor.' },
)

const AuditEventFilter = builder.inputType('AuditEventFilter', {
  description: 'Which lines of the audit log. All given conditions must hold.',
  fields: (t) => ({
    actor: t.string({ description: 'Who, as the log has it.' }),
    action: t.string({ description: 'What: the name of a mutation.' }),
    target: t.globalID({ description: 'What it was done to.' }),
    from: t.field({ type: 'DateTime', description: 'At or after this.' }),
    to: t.field({ type: 'DateTime', description: 'Before this.' }),
  }),
})

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description: 'The audit log, newest first. Needs ADMIN.',
      args: {
        filter: t.arg({ type: AuditEventFilter, description: 'Only those that match.' }),
      },
      resolve: (_root, args, context, info) => {
        requireScope(context.actor, 'ADMIN')
        const { target, ...filter } = args.filter ?? {}
        const where = auditWhere({
          ...filter,
          target: target && {
            type: targetTypeOf(target.typename),
            id: readNodeId(String(target.id)),
          },
        })
        return rootConnection(
          { args, context, info, order: newestAuditEvents },
          {
            where,
            rows: (query) => context.db.auditEvent.findMany(query),
            count: () => context.db.auditEvent.count({ where }),
          },
        )
      },
    },
    AuditEventConnection,
  ),
)
