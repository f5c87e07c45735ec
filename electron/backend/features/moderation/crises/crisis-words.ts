/** The words of the document of a crisis, in the language chosen for it. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { CrisisEntry } from '../../../../../shared/contract/crises.ts'
import type { ReportDocument } from '../../../../../shared/contract/reports.ts'
import { LEVEL_NAMES, type CrisisLevel } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { crises as german } from '../../../../../shared/i18n/de/crises.ts'
import { crisisPaper as germanPaper } from '../../../../../shared/i18n/de/crisis-paper.ts'
import { crises as english } from '../../../../../shared/i18n/en/crises.ts'
import { crisisPaper as englishPaper } from '../../../../../shared/i18n/en/crisis-paper.ts'
import { sayFrom } from '../../../../../shared/i18n/fill.ts'
import { formatFor, type Format } from '../../../../../shared/i18n/format.ts'
import type { Texts } from '../../../../../shared/i18n/texts.ts'
import { entryText } from '../../../../../shared/report/crisis-entry.ts'
import { spanText } from '../../../../../shared/report/time-span.ts'

export interface CrisisWords {
  readonly language: Language
  readonly format: Format
  readonly paper: Texts<typeof germanPaper>
  readonly texts: Texts<typeof german>
  /** "28.10.2026, 11:30" in the ledger's zone. */
  at(instant: Instant): string
  /** "4:38 h", "3 Tage" */
  span(seconds: number): string
  /** "in 4:38 h", "in 3 Tagen", without the "in" */
  spanIn(seconds: number): string
  entry(entry: CrisisEntry): string
  level(level: CrisisLevel): string
}

export function crisisWords(language: Language, currency: string, timeZone: string): CrisisWords {
  const format = formatFor(language, currency)
  const texts: Texts<typeof german> = language === 'de' ? german : english
  const level = (each: CrisisLevel) => texts.levels[LEVEL_NAMES[each]]
  return {
    language,
    format,
    texts,
    level,
    paper: language === 'de' ? germanPaper : englishPaper,
    at: (instant) => format.instant(instant, timeZone),
    span: (seconds) => spanText(seconds, format, 'days', (key, values = {}) => sayFrom(texts.span, key, values)),
    spanIn: (seconds) => spanText(seconds, format, 'inDays', (key, values = {}) => sayFrom(texts.span, key, values)),
    entry: (entry) => entryText(entry, { format, level, say: (key, values = {}) => sayFrom(texts.log, key, values) }),
  }
}

export type Section = ReportDocument['sections'][number]
export type Block = Section['blocks'][number]
export type TableBlock = Extract<Block, { kind: 'table' }>
export type Cell = TableBlock['rows'][number]['cells'][number]

export function row(...cells: readonly (string | Cell)[]): TableBlock['rows'][number] {
  return { isTotal: false, cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) }
}

export function small(text: string): Block {
  return { kind: 'text', runs: [{ text }], isSmall: true }
}
