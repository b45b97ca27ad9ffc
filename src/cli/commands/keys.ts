import { type Command, InvalidArgumentError } from 'commander'
import { createApiKey } from '../../actions/create-api-key.ts'
import { revokeApiKey } from '../../actions/revoke-api-key.ts'
import { OPERATOR, SCOPES, type Scope } from '../../auth/actor.ts'
import { readScopes } from '../../auth/api-key.ts'
import { print, withDatabase } from '../with-database.ts'

export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description('make, list and revoke API keys')

  keys
    .command('create')
    .description('make a key; it is shown only now')
    .argument('<name>', 'what it is for')
    .requiredOption('--scope <scope...>', `what it may do: ${SCOPES.join(', ')}`, collectScope)
    .option('--json', 'print as JSON')
    .action(async (name: string, { scope, json }: { scope: Scope[]; json?: true }) => {
      const made = await withDatabase((db) =>
        createApiKey({ db, actor: OPERATOR }, { name, scopes: scope }),
      )
      print(json ? JSON.stringify(made) : made.key)
    })

  keys
    .command('list')
    .description('list all keys')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const rows = await withDatabase((db) => db.apiKey.findMany({ orderBy: { id: 'asc' } }))
      const list = rows.map(({ id, name, prefix, scopes, createdAt, revokedAt }) => ({
        id,
        name,
        prefix,
        scopes: readScopes(scopes),
        createdAt,
        revokedAt,
      }))
      if (json) return print(JSON.stringify(list))
      for (const { id, name, prefix, scopes, revokedAt } of list) {
        print(
          `${id}\t${prefix}…\t${scopes.join(' ')}\t${revokedAt ? 'revoked' : 'active'}\t${name}`,
        )
      }
    })

  keys
    .command('revoke')
    .description('end a key, at once and for good')
    .argument('<id>', 'its number in the list', readId)
    .action(async (id: number) => {
      await withDatabase((db) => revokeApiKey({ db, actor: OPERATOR, now: new Date() }, id))
      print(`revoked ${id}`)
    })
}

function collectScope(text: string, before: Scope[] = []): Scope[] {
  const scope = SCOPES.find((known) => known === text.toUpperCase())
  if (scope === undefined) throw new InvalidArgumentError(`there are: ${SCOPES.join(', ')}.`)
  return [...before, scope]
}

function readId(text: string): number {
  const id = Number(text)
  if (!Number.isInteger(id) || id < 1) throw new InvalidArgumentError('give the number of a key.')
  return id
}
