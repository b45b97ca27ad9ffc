import { readConfig } from '../config.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'

/** Runs work that asks other servers, within what the settings allow. */
export async function withClient<T>(work: (client: GuardedFetch) => Promise<T>): Promise<T> {
  const { createGuardedFetch } = await import('../net/guarded-fetch.ts')
  const { privateAddresses } = readConfig()
  const client = createGuardedFetch(privateAddresses ? { mayAsk: () => true } : {})
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
