// The journal must say the same whatever people write into names and notes: read back by the real programs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvRow } from '../../electron/backend/files/csv-text.ts'
import { escape } from '../../electron/backend/files/html-file.ts'
import {
  accountNames,
  accountsOf,
  amountText,
  descriptionText,
  journalHead,
  lineText,
  postingsOf,
  tagText,
  type JournalLine,
} from '../../electron/backend/features/reports/journal-text.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { reports as words } from '../../shared/i18n/de/reports.ts'
import { canReadJournals, checkStrictly, hledgerMonths, ledgerMonths } from '../support/plain-text-accounting.ts'

/** What journals give a meaning to, and what people write all the same. */
const HOSTILE = [
  ['  ', ';', '  ; x: y', '\n', '\r\n', '\t', '|', '"', "'", ':', '::', '@', '@@', '=', '* ', '! ', '(x)', '[y]'],
  ['[2026-01-01]', 'date:2020-01-01', '{1 EUR}', '{{1}}', '#', '%', '~', '&', '\u00a0', '\u2028', '\u0085', '\ufeff'],
  [
    '😀',
    '👩🏽\u200d💻',
    '\ud83d',
    'ü',
    'Straße',
    '100,00',
    '-5 EUR',
    '  12.00 EUR',
    ',',
    '\\',
    '\u0000',
    '\u200b',
    'account x',
  ],
]
const hostile = fc.constantFrom(...HOSTILE.flat())
const text = fc
  .array(fc.oneof(hostile, fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const cents = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 })

function lines(names: ReadonlyMap<number, string>): fc.Arbitrary<JournalLine> {
  return fc.record({
    id: fc.integer({ min: 1, max: 1_000_000 }),
    day: fc.integer({ min: 0, max: 800 }).map((offset) => addDays(toDay('2025-01-01'), offset)),
    cents,
    scope: fc.constantFrom('social' as const, 'other' as const),
    kind: fc.constantFrom('labour', 'ads', 'tool', 'service', 'levy', 'other', 'revenue' as const),
    activity: fc.constantFrom('Dialog', 'Content', null),
    channel: fc.constantFrom(...names.values(), null),
    description: text,
    tags: fc.array(fc.tuple(fc.constantFrom('campaign', 'post', 'person'), fc.option(text, { nil: null })), {
      maxLength: 3,
    }),
  })
}

describe.runIf(canReadJournals)('read by hledger and Ledger', () => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'gegenwert-journal-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([1, 2, 3])('accounts, months and sums survive any text (%i)', (seed) => {
    const records = fc.sample(text, { seed, numRuns: 60 }).map((name, index) => ({ id: index + 1, name }))
    const names = accountNames(records)
    const sample = fc.sample(lines(names), { seed, numRuns: 1_500 })
    const accounts = [...new Set(sample.flatMap((line) => accountsOf(line, words.journal)))]
    const path = join(folder, `${seed}.journal`)
    const head = journalHead([`Kopf ${records[0]?.name ?? ''}`], 'EUR', accounts)
    writeFileSync(path, head + sample.map((line) => lineText(line, words.journal, 'EUR')).join(''))

    const expected: Record<string, number> = {}
    for (const line of sample) {
      for (const posting of postingsOf(line, words.journal)) {
        const key = `${posting.account} ${line.day.slice(0, 7)}`
        expected[key] = (expected[key] ?? 0) + posting.cents
      }
    }
    const booked = Object.fromEntries(Object.entries(expected).filter(([, sum]) => sum !== 0))
    checkStrictly(path)
    expect(hledgerMonths(path)).toEqual(booked)
    expect(ledgerMonths(path)).toEqual(booked)
  })
})

test('descriptions and tags stay on their line and begin no comment', () =>
  fc.assert(
    fc.property(text, (written) => {
      expect(descriptionText(written)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp};|]|\s\s/u)
      expect(tagText(written)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp},[\]]|\s\s/u)
    }),
  ))

test('accounts of different records never become one', () =>
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (written) => {
      const names = [...accountNames(written.map((name, index) => ({ id: index + 1, name }))).values()]
      expect(new Set(names).size).toBe(written.length)
      for (const name of names) expect(name).not.toMatch(/[\p{Cc}:;]|\s\s|^\s|\s$|^$/u)
    }),
  ))

test('amounts are written exactly', () =>
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      const written = amountText(amount)
      expect(written).toMatch(/^-?\d+\.\d\d$/)
      expect(BigInt(written.replace('.', ''))).toBe(BigInt(amount))
    }),
  ))

test('no text of a table is ever a formula', () =>
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), text).map((parts) => parts.join('')),
      (written) => {
        const cell = csvRow([written], 'comma').slice(0, -2)
        expect(cell).not.toMatch(/^"?[=+\-@\t\r]/)
      },
    ),
  ))

test('no text of a page is ever markup', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '<script>', 'a', '\ud800'), { maxLength: 12 }),
      (parts) => {
        const written = escape(parts.join(''))
        expect(written).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/)
        const read = written
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(read).toBe(parts.join('').toWellFormed())
      },
    ),
  ))
