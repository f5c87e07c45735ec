/** Problems of an expense by field: those found before sending, then those the ledger answers with. */
import { useTranslation } from 'react-i18next'
import type { DescribedError } from '../../lib/errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { ProblemField, Problems } from './expense-draft.ts'

const MAX_NAME_LENGTH = 200

const SHARED = ['required', 'amountRequired', 'tooLong', 'ends_before_start', 'too_long'] as const
const OWN = [
  'rateRequired',
  'currencyRequired',
  'unknown_currency',
  'own_currency',
  'too_large',
  'converts_to_nothing',
  'levy_not_here',
  'levy_is_nothing',
  'empty_file',
  'unknown_file_kind',
  'not_what_it_says',
  'file_name_too_long',
  'too_many_receipts',
  'receipt_missing',
  'receipt_changed',
] as const

export type SayReason = (reason: string, value?: string) => string

/** The sentence for a reason, ours or one of the backend's. */
export function useReasons(): SayReason {
  const { t } = useTranslation(['costs', 'ui'])
  return (reason, value = '') => {
    const own = OWN.find((known) => known === reason)
    if (own) return t(`errors.${own}`, { value })
    const shared = SHARED.find((known) => known === reason)
    return t(`ui:fieldErrors.${shared ?? 'unknown'}`, { count: MAX_NAME_LENGTH })
  }
}

export interface FieldProblems {
  /** `{ errorMessage }` where the field has a problem, to be spread into it. */
  of(field: ProblemField): { readonly errorMessage?: string }
  /** An error that belongs to no field of the form. */
  readonly general: DescribedError | null
}

export function useFieldProblems(
  fields: readonly ProblemField[],
  found: Problems,
  answered: DescribedError | null,
): FieldProblems {
  const say = useReasons()
  const sayClosed = useClosedMonth()
  const refused = answered ? fields.find((field) => field === answered.data['field']) : undefined
  const belongsToField = refused !== undefined && ['invalid_value', 'month_closed'].includes(answered?.code ?? '')
  return {
    of: (field) => {
      const problem = found[field]
      if (problem !== undefined) return { errorMessage: say(problem) }
      if (!belongsToField || refused !== field || !answered) return {}
      if (answered.code === 'month_closed') return { errorMessage: sayClosed(answered) }
      const { reason, value } = answered.data
      return { errorMessage: say(String(reason), typeof value === 'string' ? value : '') }
    },
    general: belongsToField ? null : answered,
  }
}

function useClosedMonth(): (error: DescribedError) => string {
  const { t } = useTranslation('costs')
  const format = useFormat()
  return ({ data }) =>
    t('errors.monthClosed', {
      month: format.month(String(data['month'])),
      firstOpenDay: format.day(String(data['firstOpenDay'])),
    })
}
