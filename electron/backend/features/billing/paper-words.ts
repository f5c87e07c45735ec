/** The words of what clients are given, in the language chosen for it. */
import type { Language } from '../../../../shared/contract/fields.ts'
import type { ReportDocument } from '../../../../shared/contract/reports.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { billingPaper as german } from '../../../../shared/i18n/de/billing-paper.ts'
import { result as germanResult } from '../../../../shared/i18n/de/result.ts'
import { billingPaper as english } from '../../../../shared/i18n/en/billing-paper.ts'
import { result as englishResult } from '../../../../shared/i18n/en/result.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import { formatFor, type Format } from '../../../../shared/i18n/format.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import { DEFAULT_SETTINGS, type StoredSettings } from '../../database/settings-row.ts'

export interface PaperWords {
  readonly language: Language
  readonly format: Format
  readonly texts: Texts<typeof german>
  readonly models: Texts<typeof germanResult>['models']
  readonly activities: ReturnType<typeof activityNames>
}

export function paperWords(language: Language, currency: string): PaperWords {
  const isGerman = language === 'de'
  return {
    language,
    format: formatFor(language, currency),
    texts: isGerman ? german : english,
    models: (isGerman ? germanResult : englishResult).models,
    activities: activityNames(language),
  }
}

export type Section = ReportDocument['sections'][number]
export type Block = Section['blocks'][number]
export type TableBlock = Extract<Block, { kind: 'table' }>
type Cell = TableBlock['rows'][number]['cells'][number]

export function row(cells: readonly (string | Cell)[], isTotal = false): TableBlock['rows'][number] {
  return { isTotal, cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) }
}

export function small(words: string): Block {
  return { kind: 'text', runs: [{ text: words }], isSmall: true }
}

/** What stands in the margins of every page. */
export function pageTexts(
  { texts, format }: PaperWords,
  { name }: StoredSettings,
  period: Period,
  today: Day,
): Pick<ReportDocument, 'pageHead' | 'pageFoot' | 'pageNumber'> {
  const range = format.dayRange(period.from, period.to)
  return {
    pageHead: name === DEFAULT_SETTINGS.name ? range : `${name} · ${range}`,
    pageFoot: fill(texts.pageFoot, { day: format.day(today) }),
    pageNumber: { before: texts.pageBefore, between: texts.pageBetween },
  }
}
