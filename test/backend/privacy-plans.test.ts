// Data protection reads what belongs to one person or one conversation by its indexes, however long the log has become.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProtectedLedger } from '../support/protected-ledger.ts'
import type { DirectHost } from '../support/direct-host.ts'
import { plansOf } from '../support/query-plans.ts'

let host: DirectHost
beforeAll(async () => void (host = await openProtectedLedger(Date.parse('2026-10-28T14:00:00Z'))))
afterAll(() => host.close())

/** Tables that grow with the log, under the names statements give them. */
const LARGE = /^SCAN (?:conversation\w*|event\w*|contact\b|attachment|lead|handover)\b/

test.each(['contact', 'detail', 'erasureNotice'] as const)('%s scans no table of the log', async (name) => {
  const { moderation } = host.client
  const ask = {
    contact: () => moderation.contact({ id: 1 }),
    detail: () => moderation.detail({ id: 1 }),
    // What can be erased is read whole: texts, drafts, words of the timeline and files, never the log they belong to.
    erasureNotice: () => moderation.erasureNotice(),
  }[name]
  const plans = await plansOf(host, ask)
  expect(plans.length).toBeGreaterThan(0)
  const allowed = name === 'erasureNotice' ? /^SCAN (?:conversation_text|event_text|attachment)\b/ : /^$/
  const scans = plans.flatMap(({ details }) => details.filter((detail) => LARGE.test(detail) && !allowed.test(detail)))
  expect(scans).toEqual([])
})
