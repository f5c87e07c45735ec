import { ORPCError } from '@orpc/client'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { withReconnect } from '../../../renderer/lib/connection-error.ts'
import { describeCode, describeError } from '../../../renderer/lib/errors.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { ui as german } from '../../../shared/i18n/de/ui.ts'
import { ui as english } from '../../../shared/i18n/en/ui.ts'

beforeAll(async () => {
  useViewSettings.getState().setLanguage('de')
  await i18next.init({
    lng: 'de',
    resources: { de: { ui: german }, en: { ui: english } },
    interpolation: { escapeValue: false },
  })
})

/** As they stand in the backend's words. */
function reasonsOfTime(): string[] {
  const root = join(import.meta.dirname, '../../..')
  const folder = join(root, 'electron/backend/features/time')
  const files = [...readdirSync(folder).map((name) => join(folder, name)), join(root, 'shared/domain/time-range.ts')]
  const said = files.flatMap((file) => readFileSync(file, 'utf8').match(/\breason: [^}\n]*/g) ?? [])
  return [...new Set(said.flatMap((text) => [...text.matchAll(/'(\w+)'/g)].map(([, reason = '']) => reason)))]
}

describe('errors in words', () => {
  test('an expected error names what it is about', () => {
    const error = new ORPCError('name_taken', { data: { field: 'name', name: 'Canva' } })
    expect(describeError(error)).toMatchObject({ code: 'name_taken', title: 'Den Namen „Canva“ gibt es schon.' })
  })

  test('a ledger that cannot be opened says which and why instead of general advice', () => {
    const { advice, meaning } = describeCode('ledger_unreadable', { path: '/tmp/a.gegenwert', reason: 'newer_file' })
    expect(advice).toContain('/tmp/a.gegenwert wurde mit einer neueren Version')
    expect(meaning).toBe('Die Datei wurde nicht verändert.')
    expect(describeCode('ledger_unreadable', { path: 'x', reason: 'not invented yet' }).advice).toBe(
      german.errors.ledger_unreadable.advice,
    )
  })

  test('every reason for which the ledger does not take a time has its sentence in both languages', () => {
    const reasons = reasonsOfTime()
    expect(reasons).toEqual(expect.arrayContaining(['too_short', 'one_target', 'ends_before_start']))
    for (const texts of [german, english])
      expect(Object.keys(texts.errors.invalid_value.reasons)).toEqual(expect.arrayContaining(reasons))
    const { advice } = describeCode('invalid_value', { field: 'targets', reason: 'one_target' })
    expect(advice).toBe(german.errors.invalid_value.reasons.one_target)
    expect(describeCode('invalid_value', { field: 'name', reason: 'not invented yet' }).advice).toContain('„name“')
  })

  test('sizes are shown as people read them', () => {
    const data = { name: 'riesig.csv', bytes: 314_572_800, limitBytes: 209_715_200 }
    expect(describeCode('file_too_large', data).meaning).toContain('314,6 MB')
  })

  test('what nobody expected shows no inner text, but lets it be copied', () => {
    const described = describeError(new Error('SQLITE_CORRUPT at line 7'))
    expect(described.code).toBe('unknown')
    expect(`${described.title} ${described.meaning} ${described.advice}`).not.toContain('SQLITE')
    expect(described.details).toContain('SQLITE_CORRUPT')
  })

  const closedPort = Object.assign(
    new Error('[AsyncIdQueue] Queue[7] was closed or aborted while waiting for pulling.'),
    {
      name: 'AbortError',
    },
  )

  test.each([new TypeError('Failed to fetch'), closedPort])('%s is a lost connection', (error) => {
    expect(describeError(error).code).toBe('connection_lost')
  })

  test('input the contract refuses is not called a bug', () => {
    expect(describeError(new ORPCError('BAD_REQUEST')).code).toBe('bad_request')
  })

  test('a bug the backend logged shows its number', () => {
    const error = new ORPCError('INTERNAL_SERVER_ERROR', { data: { id: 'K4-7F' } })
    expect(describeError(error).advice).toContain('K4-7F')
  })
})

describe('after a lost connection', () => {
  test('the same call is made once more', async () => {
    const calls: string[] = []
    const answer = await withReconnect(() => {
      calls.push('call')
      return calls.length === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('answer')
    })
    expect(answer).toBe('answer')
    expect(calls).toHaveLength(2)
  })

  test('an error that is an answer is not asked for again, and a second loss is told', async () => {
    let count = 0
    const failing = (error: Error) => () => {
      count += 1
      return Promise.reject(error)
    }
    await expect(withReconnect(failing(new ORPCError('in_use', { message: 'in use' })))).rejects.toThrow('in use')
    expect(count).toBe(1)
    await expect(withReconnect(failing(new TypeError('Failed to fetch')))).rejects.toThrow('Failed to fetch')
    expect(count).toBe(3)
  })
})
