/** A timesheet as it reads. */
import type { TimesheetQuestion } from '../../../../shared/contract/billing-records.ts'
import type { ReportDocument } from '../../../../shared/contract/reports.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { fill, fillCount } from '../../../../shared/i18n/fill.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { pageTexts, row, small, type PaperWords, type Section } from './paper-words.ts'
import { entriesSection, projectsSection } from './timesheet-sections.ts'
import type { Timesheet } from './timesheet-figures.ts'

export interface SheetContext {
  readonly question: TimesheetQuestion
  readonly words: PaperWords
  readonly settings: StoredSettings
  readonly today: Day
}

export function composeTimesheet(sheet: Timesheet, context: SheetContext): ReportDocument {
  const { words, question, settings, today } = context
  const { texts, format, language } = words
  const paper = texts.timesheet
  const period = format.dayRange(question.period.from, question.period.to)
  const { invoice } = sheet
  const sections = [
    entriesSection(sheet, context),
    projectsSection(sheet, words),
    retainerSection(sheet, words),
    signatureSection(sheet, words),
  ]
  return {
    language,
    fileName: fill(paper.fileName, { client: sheet.client, period }),
    title: invoice ? fill(paper.invoiceTitle, { number: invoice.number }) : fill(paper.title, { period }),
    subtitle: sheet.client,
    state: stateOf(sheet, words),
    sentence: sentenceOf(sheet, words),
    facts: factsOf(sheet, words),
    sections: sections.filter((section) => section !== null),
    ...pageTexts(words, settings, question.period, today),
  }
}

function stateOf({ lines, invoice }: Timesheet, { texts }: PaperWords): ReportDocument['state'] {
  const paper = texts.timesheet
  if (invoice?.unlockedAt === null) return { text: fill(paper.invoiced, { number: invoice.number }), isFinal: true }
  const billable = lines.filter(({ entry }) => entry.isBillable)
  const numbers = new Set(billable.flatMap(({ details }) => details.invoice ?? []))
  if (billable.length === 0) return null
  if (numbers.size === 0) return { text: paper.open, isFinal: false }
  if (billable.some(({ entry }) => entry.invoiceId === null)) return { text: paper.partly, isFinal: false }
  return { text: fill(paper.invoiced, { number: [...numbers].join(', ') }), isFinal: true }
}

function sentenceOf({ client, sums, feeCents, retainer, lines }: Timesheet, { texts, format }: PaperWords) {
  const paper = texts.timesheet
  const values = {
    client,
    raw: format.duration(sums.rawSeconds),
    billed: format.duration(sums.billedSeconds),
    covered: format.duration(sums.coveredSeconds),
    missing: format.duration(sums.unpricedSeconds),
    amount: format.money(sums.cents + feeCents),
  }
  const kind =
    lines.length === 0 && feeCents === 0
      ? paper.nothing
      : sums.unpricedSeconds > 0
        ? paper.sentenceUnpriced
        : retainer.length > 0
          ? paper.sentenceRetainer
          : sums.billedSeconds > 0
            ? paper.sentenceBilled
            : paper.sentence
  return [{ text: fill(kind, values) }]
}

function factsOf({ sums, feeCents, retainer }: Timesheet, { texts, format }: PaperWords): ReportDocument['facts'] {
  const { facts } = texts.timesheet
  const hours = (label: string, seconds: number) => ({
    label,
    value: format.duration(seconds),
    remark: fill(facts.hours, { hours: format.number(seconds / 3600, 2) }),
    tone: null,
  })
  return [
    { ...hours(facts.raw, sums.rawSeconds), remark: fillCount(facts, 'entries', sums.count) },
    hours(facts.notBillable, sums.rawSeconds - sums.billableSeconds),
    hours(facts.billed, sums.billedSeconds),
    ...(retainer.length > 0 ? [hours(facts.covered, sums.coveredSeconds)] : []),
    {
      label: facts.amount,
      value: sums.unpricedSeconds > 0 ? '–' : format.money(sums.cents + feeCents),
      remark: feeCents > 0 ? fill(facts.fee, { amount: format.money(feeCents) }) : texts.timesheet.tax,
      tone: null,
    },
  ]
}

function retainerSection({ retainer }: Timesheet, { texts, format }: PaperWords): Section | null {
  if (retainer.length === 0) return null
  const { columns, sections, retainerNote } = texts.timesheet
  const names = ['monthly', 'carriedIn', 'used', 'excess', 'lapsed', 'carriedOut', 'fee'] as const
  return {
    id: 'retainer',
    title: sections.retainer,
    isHalf: false,
    blocks: [
      {
        kind: 'table',
        label: sections.retainer,
        columns: [
          { header: columns.month, isNumber: false },
          ...names.map((name) => ({ header: columns[name], isNumber: true })),
        ],
        rows: retainer.map((state) =>
          row([
            format.month(state.month),
            format.duration(state.monthlySeconds),
            format.duration(state.carriedInSeconds),
            format.duration(state.usedSeconds),
            format.duration(state.excessSeconds),
            format.duration(state.lapsedSeconds),
            format.duration(state.carriedOutSeconds),
            format.money(state.feeCents),
          ]),
        ),
      },
      small(retainerNote),
    ],
  }
}

function signatureSection({ client }: Timesheet, { texts }: PaperWords): Section {
  const { sections, signature } = texts.timesheet
  return {
    id: 'signature',
    title: sections.signature,
    isHalf: false,
    blocks: [{ kind: 'signatures', labels: [signature.own, fill(signature.client, { client })] }],
  }
}
