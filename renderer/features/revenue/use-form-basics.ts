/** What forms of revenue need to know before they open. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import type { Country } from './tax.ts'

export interface FormBasics {
  readonly today: Day
  readonly country: Country
  readonly margin: number | null
}

/** Undefined until it is known. */
export function useFormBasics(): FormBasics | undefined {
  const status = useQuery(api.app.status.queryOptions())
  const settings = useQuery(api.settings.ledger.queryOptions())
  const today = status.data?.today
  if (today === undefined || !settings.data) return undefined
  const { marginBasisPoints, holidayRegion } = settings.data
  return { today, country: holidayRegion.country, margin: marginBasisPoints }
}

/** Fields whose text cannot be read at the moment; each says so itself. */
export function useUnreadable() {
  const [fields, setFields] = useState<readonly string[]>([])
  const onValidityChange = (field: string, isValid: boolean) =>
    setFields((before) => [...before.filter((name) => name !== field), ...(isValid ? [] : [field])])
  return { fields, onValidityChange }
}
