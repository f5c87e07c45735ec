// Any sequence of invoices of a client, against a slow reckoning that knows nothing of the code: what each comes to is stored, listed,
// and stands in its files, whatever is invoiced before or after it; measured times stay as they are.
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { TimesheetQuestion } from '../../shared/contract/billing-records.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Day, Month } from '../../shared/domain/day.ts'
import { ROUNDED_PARTS, ROUNDING_WAYS, type Rounding } from '../../shared/domain/billing-rounding.ts'
import { addClient, addPerson, retainer as usual, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId, openDirectHost, TEST_NOW } from '../support/direct-host.ts'
import { NO_WORK } from '../support/time-ledger.ts'

const HOUR_MS = 3_600_000
/** Noon of 1 September and of 1 October in Berlin; the clocks change on 25 October, days below count in UTC. */
const MONTHS = [Date.parse('2026-09-01T10:00:00Z'), Date.parse('2026-10-01T10:00:00Z')] as const

interface Worked {
  readonly month: 0 | 1
  readonly day: number
  readonly seconds: number
  readonly isBillable: boolean
}
const worked: fc.Arbitrary<Worked> = fc.record({
  month: fc.constantFrom(0, 1),
  day: fc.integer({ min: 1, max: 30 }),
  seconds: fc.integer({ min: 1, max: 20_000 }),
  isBillable: fc.boolean().map((isNot) => !isNot),
})

/** A period by the days of the two months, 1 to 61. */
const period = fc
  .tuple(fc.integer({ min: 1, max: 61 }), fc.integer({ min: 1, max: 61 }))
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))

interface Agreed {
  readonly rounding: Rounding
  readonly centsPerHour: number
  readonly retainer: {
    readonly monthlySeconds: number
    readonly capSeconds: number | null
    readonly months: number | null
    readonly excess: number | null
  } | null
}
const agreed: fc.Arbitrary<Agreed> = fc
  .record({
    rounding: fc.record({
      way: fc.constantFrom(...ROUNDING_WAYS),
      minutes: fc.integer({ min: 1, max: 60 }),
      of: fc.constantFrom(...ROUNDED_PARTS),
    }),
    centsPerHour: fc.integer({ min: 0, max: 20_000 }),
    retainer: fc.option(
      fc.record({
        monthlySeconds: fc.integer({ min: 36, max: 60_000 }),
        capSeconds: fc.option(fc.integer({ min: 0, max: 30_000 })),
        months: fc.option(fc.integer({ min: 1, max: 3 })),
        excess: fc.option(fc.integer({ min: 0, max: 20_000 })),
      }),
    ),
  })
  // Totals are rounded by invoice: how a month is invoiced then decides what it leaves to the next.
  .map((terms) =>
    terms.rounding.of === 'total' && terms.retainer
      ? { ...terms, retainer: { ...terms.retainer, capSeconds: 0 } }
      : terms,
  )

const dayNumber = ({ month, day }: Worked) => month * 30 + day
const dayOf = (number: number) => new Date(MONTHS[0] + (number - 1) * 24 * HOUR_MS).toISOString().slice(0, 10) as Day
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

function slowlyRounded(seconds: number, { way, minutes }: Rounding): number {
  if (way === 'none') return seconds
  let whole = 0
  while (whole + minutes * 60 <= seconds) whole += minutes * 60
  const rest = seconds - whole
  if (rest === 0 || way === 'down') return whole
  return way === 'up' || rest * 2 >= minutes * 60 ? whole + minutes * 60 : whole
}

/** Half a cent up, once. */
function costOf(seconds: number, centsPerHour: number): number {
  return Number((2n * BigInt(seconds) * BigInt(centsPerHour) + 3_600n) / 7_200n)
}

/** What groups of entries come to that use up a retainer one after the other. */
function reckon(groups: readonly (readonly Worked[])[], { rounding, centsPerHour, retainer }: Agreed) {
  const sums = groups.map(() => ({ raw: 0, billed: 0, cents: 0 }))
  let carried = 0
  for (const month of [0, 1] as const) {
    let left = retainer ? retainer.monthlySeconds + carried : 0
    const price = retainer?.excess ?? centsPerHour
    for (const [index, group] of groups.entries()) {
      const own = group.filter((each) => each.month === month && each.isBillable)
      const isTotal = rounding.of === 'total' && rounding.way !== 'none'
      const parts = isTotal ? [total(own.map(({ seconds }) => seconds))] : own.map(({ seconds }) => seconds)
      for (const raw of parts) {
        const billed = slowlyRounded(raw, rounding)
        const covered = Math.min(left, billed)
        left -= covered
        sums[index]!.raw += raw
        sums[index]!.billed += billed
        sums[index]!.cents += costOf(billed - covered, price)
      }
    }
    carried = retainer ? Math.min(left, retainer.capSeconds ?? Infinity) : 0
  }
  return sums
}

const scenario = fc.record({
  entries: fc.array(worked, { minLength: 1, maxLength: 12 }),
  terms: agreed,
  periods: fc.array(period, { minLength: 1, maxLength: 5 }),
  relocked: fc.nat({ max: 9 }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never

async function prepare(client: Client, { entries, terms }: Scenario): Promise<number> {
  const personId = await addPerson(client)
  const clientId = await addClient(client, 'Café Ahoi')
  await setBillingRate(client, clientId, terms.centsPerHour)
  await client.billing.setRounding({ commandId: newCommandId(), clientId, rounding: terms.rounding })
  if (terms.retainer) {
    const { monthlySeconds, capSeconds, months, excess } = terms.retainer
    const retainer = {
      ...usual,
      fromMonth: '2026-09' as Month,
      toMonth: '2026-10' as Month,
      monthlySeconds,
      feeCents: 0,
      carryOverCapSeconds: capSeconds,
      carryOverMonths: months,
      excessCentsPerHour: excess,
    }
    await client.billing.addRetainer({ commandId: newCommandId(), clientId, retainer })
  }
  const drafts = entries.map(({ month, day, seconds, isBillable }) => {
    const startedAt = MONTHS[month] + (day - 1) * 24 * HOUR_MS
    return { ...NO_WORK, personId, clientId, isBillable, startedAt, endedAt: startedAt + seconds * 1_000 }
  })
  await client.time.add({ commandId: newCommandId(), entries: drafts, onOverlap: 'keep' })
  return clientId
}

/** Sums of a sheet as the screen, the HTML file and the CSV file have them, in cents. */
async function sheetSums(client: Client, question: Pick<TimesheetQuestion, 'clientId' | 'invoiceId' | 'period'>) {
  const asked = { ...question, language: 'en' as const }
  const { document, sums, differsFromInvoice } = await client.billing.timesheet(asked)
  const file = async (kind: 'html' | 'csv') => {
    let text = ''
    for await (const event of await client.billing.timesheetFile({ ...asked, kind }))
      if (event.kind === 'piece') text += event.text
    return text
  }
  const table = document.sections.find(({ id }) => id === 'entries')?.blocks[0]
  const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.at(-1)!.text) : []
  const cents = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 100)
  const csv = Papa.parse<Record<string, string>>((await file('csv')).replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data
  const column = (name: string) => total(csv.map((row) => Number(row[name] || 0)))
  return {
    sums,
    differsFromInvoice,
    lines: total(rows.slice(0, -1).map(cents)),
    listed: cents(rows.at(-1) ?? '0'),
    isInHtml: (await file('html')).includes(rows.at(-1)!),
    csv: Math.round(column('Amount') * 100),
    csvRaw: Math.round(column('Logged (min)') * 60),
    csvBilled: Math.round(column('Billed (min)') * 60),
  }
}

test('invoices of any periods in any order come to what was agreed, in the list, on the sheet and in its files', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      let now = TEST_NOW
      const host = await openDirectHost({ businessKind: 'freelancer' }, () => now)
      try {
        const { client } = host
        const clientId = await prepare(client, given)
        const times = () =>
          host.backend.ledger.reader.prepare('SELECT id, started_at, ended_at, day FROM time_entry').all()
        const before = times()
        let open = given.entries.toSorted((a, b) => dayNumber(a) - dayNumber(b))
        let groups: { readonly id: number; readonly period: { from: Day; to: Day }; readonly entries: Worked[] }[] = []
        for (const [index, { from, to }] of given.periods.entries()) {
          now += 60_000
          const own = open.filter((each) => each.isBillable && dayNumber(each) >= from && dayNumber(each) <= to)
          if (own.length === 0) continue
          open = open.filter((each) => !own.includes(each))
          const asked = { from: dayOf(from), to: dayOf(to) }
          const number = String(index)
          const draft = { clientId, period: asked, number, feeMonths: [], booking: null }
          const { recordId } = await client.billing.addInvoice({ commandId: newCommandId(), ...draft })
          groups.push({ id: recordId!, period: asked, entries: own })
        }
        const again = groups[given.relocked]
        if (again) {
          now += 60_000
          await client.billing.unlockInvoice({ commandId: newCommandId(), id: again.id, reason: 'Noch einmal' })
          await client.billing.lockInvoice({ commandId: newCommandId(), id: again.id })
          groups = [...groups.filter((each) => each !== again), again]
        }
        const wanted = reckon([...groups.map(({ entries }) => entries), open], given.terms)
        const stored = new Map((await client.billing.invoices({ clientId })).map((invoice) => [invoice.id, invoice]))
        for (const [index, { id, period: asked }] of groups.entries()) {
          const { raw, billed, cents } = wanted[index]!
          // Where an earlier one was locked again, those behind it have moved up since.
          const invoice = stored.get(id)!
          expect([invoice.rawSeconds, invoice.billedSeconds]).toEqual([raw, billed])
          const sheet = await sheetSums(client, { clientId, invoiceId: id, period: asked })
          expect(sheet.sums).toMatchObject({ rawSeconds: raw, billedSeconds: billed, cents, unpricedSeconds: 0 })
          expect([sheet.lines, sheet.listed, sheet.csv]).toEqual([cents, cents, cents])
          expect([sheet.csvRaw, sheet.csvBilled]).toEqual([raw, billed])
          expect(sheet.isInHtml).toBe(true)
          if (again === undefined || again.id === id)
            expect([invoice.cents, sheet.differsFromInvoice]).toEqual([cents, false])
        }
        const { billed, cents } = wanted.at(-1)!
        const left = (await client.billing.client({ id: clientId, month: '2026-10' as Month })).client.open
        expect([left.billedSeconds, left.cents]).toEqual([billed, cents])
        expect(times()).toEqual(before)
      } finally {
        host.close()
      }
    }),
    { numRuns: 40 },
  )
})
