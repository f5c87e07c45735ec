// What crises read of the log they find by its indexes, however many conversations there are.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCrisisLedger, type CrisisLedger } from '../support/crisis-ledger.ts'
import { plansOf } from '../support/query-plans.ts'

let ledger: CrisisLedger
beforeAll(async () => void (ledger = await openCrisisLedger(Date.parse('2026-10-28T14:00:00Z'))))
afterAll(() => ledger.host.close())

/** Tables that grow with the log, under the names statements give them. */
const LARGE = /^SCAN (?:conversation\w*|crisis_\w+|entry|line|ledger_line|attachment|statement)\b/

test.each(['crisisList', 'crisisDetail', 'crisisLog', 'crisisFigures', 'crisisDocument'] as const)(
  '%s',
  async (name) => {
    const { moderation } = ledger.host.client
    const id = ledger.openId
    const ask = {
      crisisList: () => moderation.crisisList(),
      crisisDetail: () => moderation.crisisDetail({ id }),
      crisisLog: () => moderation.crisisLog({ id, cursor: { at: 1, id: 1 } }),
      crisisFigures: () => moderation.crisisFigures({ id }),
      crisisDocument: () => moderation.crisisDocument({ id, language: 'de', hasNames: true }),
    }[name]
    const plans = await plansOf(ledger.host, ask)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.flatMap(({ details }) => details.filter((detail) => LARGE.test(detail)))).toEqual([])
  },
)
