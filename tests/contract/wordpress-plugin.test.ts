import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readPayload } from '../../src/ingestion/adapters/read-payload.ts'
import { readFixture } from '../unit/ingestion/adapters/read-fixture.ts'

const PLUGIN = 'integrations/wordpress/dateline.php'

const hasPhp = canRun('php', ['--version'])
if (!hasPhp) console.log('Skipped: the tests of the WordPress plugin need php.')

function canRun(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a function of the plugin gives; an object among the arguments is a post. */
function call(name: string, ...args: readonly unknown[]): any {
  const php = ['-d', 'display_errors=stderr', 'tests/support/wordpress-plugin.php']
  return JSON.parse(execFileSync('php', [...php, name, JSON.stringify(args)], { encoding: 'utf8' }))
}

const event = (kind: string, post: unknown) =>
  readPayload('wordpress', { source: 'courier', topic: null, json: { event: kind, post } })

const PUBLIC = { post_status: 'publish' }
const DRAFT = { post_status: 'draft' }

describe.skipIf(!hasPhp)('the WordPress plugin', () => {
  test('is PHP without errors', () => {
    expect(execFileSync('php', ['-l', PLUGIN], { encoding: 'utf8' })).toContain('No syntax errors')
  })

  test('sends a post that the adapter reads as it reads one of the REST API', () => {
    const post = call('dateline_payload', {})
    expect(event('save', post)).toEqual(readFixture('wordpress/post-alone'))
  })

  test('sends no time and no address of a post that WordPress published without them', () => {
    const post = call('dateline_payload', { post_date_gmt: '0000-00-00 00:00:00', post_name: '' })
    expect(event('save', post)).toMatchObject({ input: { publishedAt: null, url: null } })
  })

  test('sends of a post that is gone when it went, and no text', () => {
    const post = call('dateline_removed', { post_status: 'trash' }, '2025-12-23 09:00:00')
    expect(post).toEqual({
      id: 1207,
      type: 'post',
      status: 'trash',
      modified_gmt: '2025-12-23T09:00:00',
    })
    expect(event('delete', post)).toEqual({
      kind: 'REMOVE',
      externalId: '1207',
      at: new Date('2025-12-23T09:00:00Z'),
    })
  })

  test.each([
    ['a new post', PUBLIC, null, 'save'],
    ['an edit', PUBLIC, PUBLIC, 'save'],
    ['a draft that is published', PUBLIC, DRAFT, 'save'],
    ['a post that is restored to what it was', PUBLIC, { post_status: 'trash' }, 'save'],
    ['a post that becomes a draft', DRAFT, PUBLIC, 'unpublish'],
    ['a post that becomes private', { post_status: 'private' }, PUBLIC, 'unpublish'],
    ['a post that is put into the trash', { post_status: 'trash' }, PUBLIC, 'unpublish'],
    ['a post that is given a password', { post_password: 'x' }, PUBLIC, 'unpublish'],
    ['a draft that is edited', DRAFT, DRAFT, null],
    ['a draft that is put into the trash', { post_status: 'trash' }, DRAFT, null],
    ['a post that is scheduled', { post_status: 'future' }, null, null],
  ])('makes of %s the right event', (_what, post, before, expected) => {
    expect(call('dateline_event', post, before)).toBe(expected)
  })

  test.each([
    [200, 'done'],
    [202, 'done'],
    [400, 'refused'],
    [413, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [0, 'later'],
    [302, 'later'],
    [401, 'later'],
    [404, 'later'],
    [409, 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('takes an answer of %i as %s', (status, verdict) => {
    expect(call('dateline_verdict', status)).toBe(verdict)
  })

  test('waits 1, 2, 4 and 8 minutes before it tries again, then always 10', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 5000].map((attempts) => call('dateline_pause', attempts))
    expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600])
  })
})
