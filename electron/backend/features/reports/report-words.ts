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

type Values = Readonly<Record<string, string | number>>

/** A text with its {{values}} filled in. */
export function fill(text: string, values: Values = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The form for a count: `<key>_one` or `<key>_other`. Both languages have these two. */
export function fillCount<Key extends string>(
  texts: Readonly<Record<`${Key}_one` | `${Key}_other`, string>>,
  key: Key,
  count: number,
  values: Values = {},
): string {
  const form: `${Key}_one` | `${Key}_other` = count === 1 ? `${key}_one` : `${key}_other`
  return fill(texts[form], { count, ...values })
}

/** A text by its path, in the form for `count` where there is one; the path itself where there is no text. */
export function sayFrom(texts: object, path: string, values: Values): string {
  const { count } = values
  const forms = typeof count === 'number' ? [`${path}_${count === 1 ? 'one' : 'other'}`, path] : [path]
  for (const form of forms) {
    const found = form.split('.').reduce<unknown>(stepInto, texts)
    if (typeof found === 'string') return fill(found, values)
  }
  return path
}

function stepInto(node: unknown, part: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[part] : undefined
}
