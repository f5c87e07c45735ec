/** The words of a report in its own language, whatever the screen or the ledger speaks. */
import type { Language } from '../../../../shared/contract/fields.ts'
import { formatFor, type Format } from '../../../../shared/i18n/format.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { period as germanPeriod } from '../../../../shared/i18n/de/period.ts'
import { reports as german } from '../../../../shared/i18n/de/reports.ts'
import { result as germanResult } from '../../../../shared/i18n/de/result.ts'
import { period as englishPeriod } from '../../../../shared/i18n/en/period.ts'
import { reports as english } from '../../../../shared/i18n/en/reports.ts'
import { result as englishResult } from '../../../../shared/i18n/en/result.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'

export interface ReportWords {
  readonly language: Language
  readonly format: Format
  readonly texts: Texts<typeof german>
  readonly period: Texts<typeof germanPeriod>
  readonly result: Pick<Texts<typeof germanResult>, 'sentence' | 'clauses' | 'models'>
  readonly activities: ReturnType<typeof activityNames>
}

export function wordsFor(language: Language, currency: string): ReportWords {
  const isGerman = language === 'de'
  return {
    language,
    format: formatFor(language, currency),
    texts: isGerman ? german : english,
    period: isGerman ? germanPeriod : englishPeriod,
    result: isGerman ? germanResult : englishResult,
    activities: activityNames(language),
  }
}
