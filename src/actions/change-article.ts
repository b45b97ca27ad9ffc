import { requireScope, type Scope } from '../auth/actor.ts'
import { NotFoundError, RevisionConflictError } from '../core/app-error.ts'
import type { Db, Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
