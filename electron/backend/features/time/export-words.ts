/** The words of exported hours in the language of the file, whatever the screen speaks. */
import type { Language } from '../../../../shared/contract/fields.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { reports as germanReports } from '../../../../shared/i18n/de/reports.ts'
import { timeReport as german } from '../../../../shared/i18n/de/time-report.ts'
import { reports as englishReports } from '../../../../shared/i18n/en/reports.ts'
import { timeReport as english } from '../../../../shared/i18n/en/time-report.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import type { EndedEntry } from './export-entries.ts'

export function exportWords(language: Language) {
  const isGerman = language === 'de'
  const reports = isGerman ? germanReports : englishReports
  const { file } = isGerman ? german : english
  return {
    file,
    csv: reports.csv,
    columns: { ...reports.columns, ...file.columns },
    activities: activityNames(language),
  }
}
export type ExportWords = ReturnType<typeof exportWords>

/** Posts and conversations by their names; those without a name by their number. */
export function targetNames({ targets }: EndedEntry, { file }: ExportWords): string[] {
  return targets.map(({ name, postId, conversationId }) => {
    if (name !== '') return name
    return postId === null ? fill(file.conversation, { id: conversationId ?? 0 }) : fill(file.post, { id: postId })
  })
}
