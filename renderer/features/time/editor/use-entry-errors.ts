import { useTranslation } from 'react-i18next'
import { type DescribedError, reasonText } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { TimesField } from './times.ts'

/** The fields of the ledger's answers, and where they stand in the form. */
const TIME_FIELDS: Readonly<Record<string, TimesField>> = { startedAt: 'start', endedAt: 'end', day: 'day' }

export interface EntryErrors {
  readonly times: Partial<Record<TimesField, string>>
  readonly person: string | undefined
  readonly note: string | undefined
  /** What belongs to no field of the form. */
  readonly general: DescribedError | null
  readonly overlaps: readonly Overlap[] | null
}

export interface Overlap {
  readonly id: number
  readonly startedAt: number
  readonly endedAt: number | null
  readonly label: string
}

/** What the ledger said, at the field it is about. */
export function useEntryErrors(answered: DescribedError | null): EntryErrors {
  const { t } = useTranslation(['time', 'ui'])
  const format = useFormat()
  const none: EntryErrors = { times: {}, person: undefined, note: undefined, general: answered, overlaps: null }
  if (answered?.code === 'overlap') {
    return { ...none, general: null, overlaps: answered.data['entries'] as readonly Overlap[] }
  }
  if (answered?.code === 'month_closed') {
    const day = t('ui:fieldErrors.month_closed', {
      month: format.month(String(answered.data['month'])),
      day: format.day(String(answered.data['firstOpenDay'])),
    })
    return { ...none, general: null, times: { day } }
  }
  if (answered?.code !== 'invalid_value') return none
  const text = reasonText(answered.code, answered.data) ?? t('ui:fieldErrors.unknown')
  const field = String(answered.data['field'])
  const time = TIME_FIELDS[field]
  if (time) return { ...none, general: null, times: { [time]: text } }
  if (field === 'personId') return { ...none, general: null, person: text }
  return field === 'note' ? { ...none, general: null, note: text } : none
}
