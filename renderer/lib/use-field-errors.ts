/** Problems of a form by field: those found before sending, then those the ledger answers with. */
import { useTranslation } from 'react-i18next'
import { type DescribedError, reasonText } from './errors.ts'
import { useFormat } from './use-format.ts'

export const MAX_NAME_LENGTH = 200

type Reason =
  | 'required'
  | 'incomplete'
  | 'amountRequired'
  | 'tooLong'
  | 'ends_before_start'
  | 'too_long'
  | 'tax_above_price'
  | 'refund_above_price'
  | 'touch_after_purchase'
  | 'too_many_touches'
  | 'unknown_currency'
  | 'not_convertible'
  | 'before_lead'
  | 'in_future'
  | 'before_opening'
  | 'too_early'
  | 'imported'
  | 'timeUnreadable'
  | 'rateRequired'
  | 'unknown'

const REASONS: readonly Reason[] = [
  'required',
  'incomplete',
  'amountRequired',
  'tooLong',
  'ends_before_start',
  'too_long',
  'tax_above_price',
  'refund_above_price',
  'touch_after_purchase',
  'too_many_touches',
  'unknown_currency',
  'not_convertible',
  'before_lead',
  'in_future',
  'before_opening',
  'too_early',
  'imported',
  'timeUnreadable',
  'rateRequired',
]

export interface FieldErrors<Field extends string> {
  /** `{ errorMessage }` where the field has a problem, to be spread into it. */
  of(field: Field): { readonly errorMessage?: string }
  /** An error that belongs to no field of the form. */
  readonly general: DescribedError | null
}

export function useFieldErrors<Field extends string>(
  fields: readonly Field[],
  problems: Partial<Record<Field, string>>,
  answered: DescribedError | null,
): FieldErrors<Field> {
  const { t } = useTranslation('ui')
  const say = (reason: string) =>
    t(`fieldErrors.${REASONS.find((known) => known === reason) ?? 'unknown'}`, { count: MAX_NAME_LENGTH })
  const format = useFormat()
  const isOfField = answered?.code === 'invalid_value' || answered?.code === 'month_closed'
  const refused = isOfField ? fields.find((field) => field === answered.data['field']) : undefined
  /** A reason that no field has a sentence of its own for has one where it is said of the whole form. */
  const sayReason = () => {
    const reason = String(answered?.data['reason'])
    const isKnown = REASONS.some((known) => known === reason)
    return (isKnown ? null : reasonText('invalid_value', { reason })) ?? say(reason)
  }
  const sayRefusal = () =>
    answered?.code === 'month_closed'
      ? t('fieldErrors.month_closed', {
          month: format.month(String(answered.data['month'])),
          day: format.day(String(answered.data['firstOpenDay'])),
        })
      : sayReason()
  return {
    of: (field) => {
      const problem = problems[field]
      if (problem !== undefined) return { errorMessage: say(problem) }
      return refused === field ? { errorMessage: sayRefusal() } : {}
    },
    general: refused === undefined ? answered : null,
  }
}
