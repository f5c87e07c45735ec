/** What each format must cope with beyond its sample file: the other language, other columns, questions, quirks. */
import { describe, expect, test } from 'vitest'
import { formats } from '../../../electron/backend/features/imports/formats/registry.ts'
import { normaliseHeader } from '../../../electron/backend/features/imports/reader/headers.ts'
import { imports as german } from '../../../shared/i18n/de/imports.ts'
import { adSpend, orders, readTable, SHOPIFY_HEADER, TOGGL_HEADER, timeRecords, togglLine, wide } from './read.ts'

test('no format claims a header twice', () => {
  for (const format of formats) {
    const names = format.columns.flatMap(({ headers }) => headers.map((header) => normaliseHeader(header).name))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})

test('every format has a name', () => {
  expect(Object.keys(german.formats).toSorted()).toEqual(formats.map(({ id }) => id).toSorted())
})

test('a format that is there as a whole wins over a larger one with a column missing', async () => {
  const text = (field: string, required: boolean) => ({ field, headers: [field], type: 'text' as const, required })
  const base = { kind: 'ad-spend' as const, platform: 'meta' as const }
  const small = { ...base, id: 'small', columns: ['day', 'campaign'].map((field) => text(field, true)) }
  const large = { ...base, id: 'large', columns: ['day', 'campaign', 'cost', 'size'].map((field) => text(field, true)) }
  for (const candidates of [
    [small, large],
    [large, small],
  ]) {
    const table = await readTable('day,campaign,cost\n2026-01-01,A,1\n', { formats: candidates })
    expect(table.format.id).toBe('small')
  }
})

describe('Toggl', () => {
  test('German headers, other column order, a further column', async () => {
    const table = await readTable(
      'Dauer;Projekt;Beschreibung;Neu;Startdatum;Startzeit;Enddatum;Endzeit;Benutzer;Abrechenbar;Schlagworte\n' +
        '01:30:00;Instagram;Dreh;?;05.01.2026;09:00;05.01.2026;10:30;Ada;Ja;Content, Reel\n',
    )
    expect(table.format.id).toBe('toggl')
    expect(timeRecords(table)).toMatchObject([
      {
        user: 'Ada',
        project: 'Instagram',
        isBillable: true,
        tags: ['Content', 'Reel'],
        seconds: 5400,
        startedAt: Date.parse('2026-01-05T08:00:00Z'),
      },
    ])
  })

  test('the same entry has the same identity however the export writes dates and times', async () => {
    const iso = await readTable(
      `${TOGGL_HEADER}\n${togglLine('2026-01-25 09:00:00', '2026-01-25 10:00:00', '01:00:00')}\n`,
    )
    const us = await readTable(`${TOGGL_HEADER}\n${togglLine('01/25/2026 9:00', '01/25/2026 10:00', '1:00:00')}\n`)
    expect(timeRecords(us)).toEqual(timeRecords(iso))
    expect(us.dateOrder).toBe('month-first')
  })

  test('two equal entries stay two', async () => {
    const line = togglLine('2026-01-25 09:00:00', '2026-01-25 10:00:00', '01:00:00')
    const table = await readTable([TOGGL_HEADER, line, line, ''].join('\n'))
    const [first, second] = timeRecords(table)
    expect(first?.identity).not.toBe(second?.identity)
    expect(table.notes).toMatchObject([{ line: 3, reason: 'same_entry_twice' }])
  })

  test('an entry without any length is left out', async () => {
    const table = await readTable(
      `${TOGGL_HEADER}\n${togglLine('2026-01-25 09:00:00', '2026-01-25 09:00:00', '00:00:00')}\n\n`,
    )
    expect(table.content.records).toEqual([])
    expect(table.leftOut).toMatchObject([
      { line: 2, reason: 'zero_duration' },
      { line: 3, reason: 'blank' },
    ])
    expect(table.period).toBeNull()
  })

  test('dates that read either way are asked about, and the answer is obeyed', async () => {
    const content = `${TOGGL_HEADER}\n${togglLine('05/10/2026 09:00', '05/10/2026 10:00', '01:00:00')}\n`
    const open = await readTable(content)
    expect(open.questions).toMatchObject([{ kind: 'date-order', suggested: 'month-first' }])
    const answered = await readTable(content, { answers: { dateOrder: 'day-first' } })
    expect(answered.questions).toEqual([])
    expect(timeRecords(answered)).toMatchObject([{ day: '2026-10-05' }])
  })
})

describe('Meta Ads', () => {
  test('English, totals row first, reporting period columns, dot decimals', async () => {
    const table = await readTable(
      'Reporting starts,Reporting ends,Campaign name,Day,Amount spent (EUR),Impressions,Link clicks,Results\n' +
        '2026-01-01,2026-01-31,Results from 2 campaigns,,"1,234.56",99,9,1\n' +
        '2026-01-01,2026-01-31,Spring,2026-01-01,"1,000.50",10,1,\n' +
        '2026-01-01,2026-01-31,Total,2026-01-02,234.06,89,8,1\n',
    )
    expect(table).toMatchObject({ numberFormat: 'dot', format: { id: 'meta-ads' } })
    expect(table.leftOut).toMatchObject([{ line: 2, reason: 'total' }])
    // A campaign may be called "Total": with a day, it is one.
    expect(adSpend(table)).toMatchObject([
      { campaign: 'Spring', cents: 100_050, results: null },
      { campaign: 'Total', cents: 23_406 },
    ])
  })

  test.each(['Gesamt', 'Summe', 'Total', 'Ergebnisse aus 4 Kampagnen', ''])('totals row "%s"', async (word) => {
    const table = await readTable(
      `Tag;Kampagnenname;Ausgegebener Betrag (EUR)\n2026-01-01;A;1,50\n${word};;1,50\n;${word};1,50\n`,
    )
    expect(table.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'total'],
      [4, 'total'],
    ])
    expect(table.problems).toEqual([])
    expect(table.content.sums).toMatchObject({ cents: 150 })
  })

  test('a row with a day but no campaign is a problem, not a total', async () => {
    const table = await readTable('Tag;Kampagnenname;Ausgegebener Betrag (EUR)\n2026-01-01;;1,50\n')
    expect(table.problems).toMatchObject([{ line: 2, column: 'Kampagnenname', reason: 'missing' }])
  })

  test('breakdowns are added up, nothing is lost, the sum is noted once', async () => {
    const table = await readTable(
      'Day,Campaign name,Age,Amount spent (EUR),Impressions,Results\n' +
        '2026-01-01,A,18-24,1.10,10,1\n2026-01-01,A,25-34,2.20,20,\n2026-01-01,A,35-44,3.30,30,2\n',
    )
    expect(adSpend(table)).toMatchObject([{ cents: 660, impressions: 60, results: 3, fileRows: 3, line: 2 }])
    expect(table.notes).toMatchObject([{ line: 3, reason: 'rows_added_up', text: 'A' }])
  })

  test('ad sets stay apart', async () => {
    const table = await readTable(
      'Day,Campaign name,Ad set name,Amount spent (EUR)\n2026-01-01,A,X,1.10\n2026-01-01,A,Y,2.20\n',
    )
    expect(adSpend(table).map(({ adSet, cents }) => [adSet, cents])).toEqual([
      ['X', 110],
      ['Y', 220],
    ])
  })

  test('weeks and months cover all their days', async () => {
    const weeks = await readTable(
      'Week,Campaign name,Amount spent\n2026-01-05 - 2026-01-11,A,1.10\n2026-01-12,A,1.20\n',
    )
    expect(adSpend(weeks).map(({ dayFrom, dayTo }) => [dayFrom, dayTo])).toEqual([
      ['2026-01-05', '2026-01-11'],
      ['2026-01-12', '2026-01-18'],
    ])
    const months = await readTable(
      'Reporting starts,Reporting ends,Campaign name,Amount spent\n2026-02-01,2026-02-28,A,1.10\n',
    )
    expect(adSpend(months)).toMatchObject([{ dayFrom: '2026-02-01', dayTo: '2026-02-28' }])
  })

  test('amounts that read either way are asked about, and the answer is obeyed', async () => {
    const content = 'Tag;Kampagnenname;Ausgegebener Betrag (EUR)\n2026-01-01;A;1.234\n'
    const open = await readTable(content)
    expect(open.questions).toEqual([
      {
        kind: 'number-format',
        suggested: 'comma',
        samples: [
          {
            line: 2,
            column: 'Ausgegebener Betrag (EUR)',
            value: '1.234',
            hundredths: { comma: 123_400, dot: 123 },
          },
        ],
      },
    ])
    const answered = await readTable(content, { answers: { numberFormat: 'dot' } })
    expect(answered.questions).toEqual([])
    expect(adSpend(answered)).toMatchObject([{ cents: 123 }])
  })
})

describe('Google Ads', () => {
  test('UTF-16 with tabs, English, month names, dashes for nothing', async () => {
    const text =
      'Campaign report\nJanuary 1, 2026 - February 28, 2026\n' +
      'Campaign\tCampaign type\tMonth\tCost\tClicks\tImpr.\tCTR\tConversions\tConv. value\n' +
      'Brand\tSearch\tJanuary 2026\t1,975.39\t734\t12,796\t5.74%\t18.50\t1,000.00\n' +
      'Video\tDemand Gen\tFeb 2026\t --\t0\t0\t --\t0.00\t0.00\n' +
      'Total: Campaigns\t --\t --\t1,975.39\t734\t12,796\t5.74%\t18.50\t1,000.00\n' +
      'Total: Account\t --\t --\t1,975.39\t734\t12,796\t5.74%\t18.50\t1,000.00\n'
    for (const bytes of [wide(text, 'le'), wide(text, 'be'), wide(text, 'le', false), wide(text, 'be', false)]) {
      const table = await readTable(bytes)
      expect(table).toMatchObject({ delimiter: '\t', headerLine: 3, numberFormat: 'dot', problems: [] })
      expect(table.leftOut.map(({ line }) => line)).toEqual([6, 7])
      expect(adSpend(table)).toMatchObject([
        { campaignType: 'Search', dayFrom: '2026-01-01', dayTo: '2026-01-31', cents: 197_539, results: 18.5 },
        { campaignType: 'Demand Gen', dayTo: '2026-02-28', cents: 0, conversionValueCents: 0 },
      ])
    }
  })

  test('the currency code of a row is checked', async () => {
    const table = await readTable('Day,Campaign,Currency code,Cost\n2026-01-01,A,EUR,1.00\n2026-01-01,B,CHF,1.00\n')
    expect(adSpend(table)).toMatchObject([{ campaign: 'A', currency: 'EUR' }])
    expect(table.problems).toEqual([{ line: 3, column: 'Cost', value: '1.00 CHF', reason: 'currency' }])
  })
})

describe('Shopify', () => {
  const order = (name: string, fields: Partial<Record<string, string>> = {}) => {
    const values: Record<string, string> = {
      Name: name,
      Email: 'a@example.com',
      'Financial Status': 'paid',
      Currency: 'EUR',
      Taxes: '1.60',
      Total: '10.00',
      'Created at': '2026-05-01 10:00:00 +0200',
      'Lineitem quantity': '1',
      'Refunded Amount': '0.00',
      Id: `50${name.replace('#', '')}`,
      ...(fields as Record<string, string>),
    }
    return SHOPIFY_HEADER.split(',')
      .map((header) => `"${values[header] ?? ''}"`)
      .join(',')
  }
  const readOrders = (...lines: string[]) => readTable([SHOPIFY_HEADER, ...lines, ''].join('\n'))

  test.each([
    ['paid', true, 0],
    ['partially_refunded', true, 400],
    ['refunded', true, 1000],
    ['pending', false, 0],
    ['voided', false, 0],
    ['authorized', false, 0],
    ['partially_paid', false, 0],
  ])('status %s: counted %s', async (status, isCounted, refundedCents) => {
    const refunded = status === 'partially_refunded' ? '4.00' : '0.00'
    const [record] = orders(await readOrders(order('#1', { 'Financial Status': status, 'Refunded Amount': refunded })))
    expect(record).toMatchObject({ status, isCounted, refundedCents, paidCents: 1000 })
  })

  test('an unknown status is kept, not counted and noted', async () => {
    const table = await readOrders(order('#1', { 'Financial Status': 'on_hold' }))
    expect(orders(table)).toMatchObject([{ status: 'unknown', rawStatus: 'on_hold', isCounted: false }])
    expect(table.notes).toMatchObject([{ line: 2, reason: 'unknown_status', text: 'on_hold' }])
  })

  test.each([
    ['Wie hast du uns gefunden?: Instagram', null, 'Instagram'],
    ['HOW DID YOU HEAR ABOUT US: a friend', null, 'a friend'],
    ['utm_source: tiktok\nUTM Medium: social', { source: 'tiktok', medium: 'social', campaign: '' }, null],
    ['first_utm_source: google\nlast_utm_source: instagram', { source: 'instagram', medium: '', campaign: '' }, null],
    [
      'landing_site: /?utm_source=facebook&utm_campaign=Sommer%20Abo',
      { source: 'facebook', medium: '', campaign: 'Sommer Abo' },
      null,
    ],
    ['gift_note: Happy birthday: enjoy', null, null],
    ['utm_source:', null, null],
  ])('note attributes: %s', async (attributes, utm, selfReported) => {
    const [record] = orders(await readOrders(order('#1', { 'Note Attributes': attributes })))
    expect(record).toMatchObject({ utm, selfReported })
  })

  test('line numbers count the lines of the file, not the orders', async () => {
    const table = await readOrders(
      order('#1', { 'Note Attributes': 'utm_source: a\nutm_medium: b\nutm_campaign: c' }),
      order('#2', { Total: 'ten' }),
      order('#3'),
    )
    expect(table.problems).toMatchObject([{ line: 5, column: 'Total' }])
    expect(orders(table).map(({ line }) => line)).toEqual([2, 6])
  })

  test('the same order twice: left out when equal, a problem when not', async () => {
    const table = await readOrders(order('#1'), order('#1'), order('#1', { Total: '20.00' }))
    expect(orders(table)).toHaveLength(1)
    expect(table.leftOut).toMatchObject([{ line: 3, reason: 'duplicate' }])
    expect(table.problems).toMatchObject([{ line: 4, reason: 'same_order_twice' }])
  })

  test('long ids stay text, an order without one goes by its name', async () => {
    const [first, second] = orders(
      await readOrders(order('#1', { Id: '9007199254740993123' }), order('#2', { Id: '' })),
    )
    expect(first?.identity).toBe('9007199254740993123')
    expect(second?.identity).toBe('#2')
  })

  test('several codes, a cancelled order, a refund above what was paid', async () => {
    const table = await readOrders(
      order('#1', { 'Discount Code': 'INSTA10, TIKTOK5', 'Cancelled at': '2026-05-02 10:00:00 +0200' }),
      order('#2', { 'Financial Status': 'partially_refunded', 'Refunded Amount': '99.00' }),
    )
    expect(orders(table)).toMatchObject([
      { discountCodes: ['INSTA10', 'TIKTOK5'], cancelledAt: Date.parse('2026-05-02T08:00:00Z') },
      { refundedCents: 1000 },
    ])
    expect(table.notes).toMatchObject([{ line: 3, reason: 'refund_above_paid' }])
  })

  test('an order late in the evening belongs to the day of the ledger', async () => {
    const [record] = orders(await readOrders(order('#1', { 'Created at': '2026-05-01 23:30:00 -0400' })))
    expect(record).toMatchObject({ day: '2026-05-02', at: Date.parse('2026-05-02T03:30:00Z') })
  })
})
