import { useQuery } from '@tanstack/react-query'
import { type Month, monthOf } from '../../../shared/domain/day.ts'
import { monthAfter } from '../../../shared/domain/retainer.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Select } from '../../ui/select.tsx'

export interface MonthSelectProps {
  readonly label: string
  /** Offers "none" under this name. */
  readonly noneLabel?: string
  readonly value: Month | null
  /** The months offered lie around this one, or around the chosen one. */
  readonly around?: Month
  onChange(month: Month | null): void
  readonly description?: string
  readonly errorMessage?: string
}

const NONE = 'none'
const MONTHS_BEFORE = 36
const MONTHS_AFTER = 36

export function MonthSelect({
  label,
  noneLabel,
  value,
  around,
  onChange,
  description,
  errorMessage,
}: MonthSelectProps) {
  const format = useFormat()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  const middle = around ?? (today === undefined ? value : monthOf(today))
  if (middle === null) return null
  const offered = Array.from({ length: MONTHS_BEFORE + MONTHS_AFTER + 1 }, (_, index) =>
    monthAfter(middle, index - MONTHS_BEFORE),
  )
  const months = value === null || offered.includes(value) ? offered : [value, ...offered]
  return (
    <Select
      label={label}
      value={value ?? NONE}
      options={[
        ...(noneLabel === undefined ? [] : [{ value: NONE, label: noneLabel }]),
        ...months.map((month) => ({ value: month as string, label: format.month(month) })),
      ]}
      onChange={(next) => onChange(next === NONE ? null : (next as Month))}
      {...(description !== undefined && { description })}
      {...(errorMessage !== undefined && { errorMessage })}
    />
  )
}
