/** Rows of an advertising report → spend by campaign and day, week or month. */
import { addDays, type Day } from '../../../../../shared/domain/day.ts'
import type { CellReader } from '../reader/cell-reader.ts'
import { monthAround, type CalendarSpan } from '../reader/dates.ts'
import type { FormatDeclaration } from './format.ts'
import { PeriodTracker, type Outcome, type RecordBuilder } from './record-builder.ts'
import { joinIdentity, type AdPlatform, type AdSpendRecord } from './records.ts'

export function adSpendRecords({ platform }: FormatDeclaration): RecordBuilder {
  if (!platform) throw new Error('a format of ad spend names its platform')
  const byIdentity = new Map<string, AdSpendRecord>()
  const tracker = new PeriodTracker()
  return {
    add(row): Outcome {
      const record = readAdSpend(row, platform)
      if (!record) return 'failed'
      const known = byIdentity.get(record.identity)
      byIdentity.set(record.identity, known ? addUp(known, record) : record)
      tracker.include(record.dayFrom, record.dayTo)
      if (!known) return 'added'
      // Breakdowns by age or device: one note per record is enough.
      if (known.fileRows === 1) row.note('rows_added_up', record.campaign)
      return 'merged'
    },
    finish() {
      const records = [...byIdentity.values()]
      const sums = { cents: 0, impressions: 0, clicks: 0 }
      for (const record of records) {
        sums.cents += record.cents
        sums.impressions += record.impressions ?? 0
        sums.clicks += record.clicks ?? 0
      }
      return { content: { kind: 'ad-spend', records, sums }, period: tracker.period }
    },
  }
}

function readAdSpend(row: CellReader, platform: AdPlatform): AdSpendRecord | null {
  const days = readDays(row)
  const campaign = row.text('campaign', 'required')
  // Platforms write nothing, or dashes, where nothing was spent.
  const cents = row.cents('cost') ?? 0
  const impressions = row.count('impressions')
  const clicks = row.count('clicks')
  const results = row.number('results')
  const conversionValueCents = row.cents('conversionValue')
  if (days === null || row.hasProblem) return null
  const adSet = row.text('adSet')
  return {
    identity: joinIdentity([platform, days.from, days.to, campaign, ...(adSet === '' ? [] : [adSet])]),
    line: row.line,
    platform,
    campaign,
    adSet,
    campaignType: row.text('campaignType'),
    dayFrom: days.from,
    dayTo: days.to,
    cents,
    currency: row.baseCurrency,
    impressions,
    clicks,
    results,
    conversionValueCents,
    fileRows: 1,
  }
}

/** A day; the seven days of a week; the whole month, also where its column holds only its first day; or from … to. */
function readDays(row: CellReader): { readonly from: Day; readonly to: Day } | null {
  if (row.has('day')) return row.span('day', 'required')
  if (row.has('week')) return weekOf(row.span('week', 'required'))
  if (row.has('month')) return monthOf(row.span('month', 'required'))
  const from = row.day('from', 'required')
  const to = row.has('to') ? row.day('to', 'required') : from
  if (from === null || to === null) return null
  return from <= to ? { from, to } : row.fail('to', 'end_before_start')
}

function weekOf(span: CalendarSpan | null): CalendarSpan | null {
  return span?.precision === 'day' ? { from: span.from, to: addDays(span.from, 6), precision: 'range' } : span
}

function monthOf(span: CalendarSpan | null): CalendarSpan | null {
  return span?.precision === 'day' ? monthAround(span.from) : span
}

function addUp(known: AdSpendRecord, next: AdSpendRecord): AdSpendRecord {
  return {
    ...known,
    cents: known.cents + next.cents,
    impressions: sum(known.impressions, next.impressions),
    clicks: sum(known.clicks, next.clicks),
    results: sum(known.results, next.results),
    conversionValueCents: sum(known.conversionValueCents, next.conversionValueCents),
    fileRows: known.fileRows + 1,
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}
