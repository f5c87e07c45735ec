/** What the address asks for: a month (without one: the last that has ended), or any period; and in which language. */
import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { addMonths, firstDayOf, lastDayOf, monthOf, type Month, type Period } from '../../../shared/domain/day.ts'
import type { AttributionModel } from '../../../shared/domain/attribution.ts'
import { api } from '../../lib/api.ts'
import { readModel } from '../../lib/ledger-address.ts'
import { type ChosenPeriod, usePeriod } from '../../lib/use-period.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { useFormat } from '../../lib/use-format.ts'

export type ReportLanguage = 'de' | 'en'

export interface ReportQuestion {
  readonly chosen: ChosenPeriod | undefined
  /** Undefined until it is known, and for a ledger without data. */
  readonly input: { period: Period; model: AttributionModel; language: ReportLanguage } | undefined
  readonly isEmpty: boolean
  readonly language: ReportLanguage
  readonly error: Error | null
  setLanguage(language: ReportLanguage): void
  /** Goes to the month before or after. */
  step(months: 1 | -1): void
}

/** The last month that has ended, but none after the last with data. */
export function lastEndedMonth(today: string, extent: Period): Month {
  const ended = monthOf(addMonths(firstDayOf(monthOf(today as Period['to'])), -1))
  const last = monthOf(extent.to)
  const first = monthOf(extent.from)
  const month = ended < last ? ended : last
  return month < first ? first : month
}

export function useReportQuestion(): ReportQuestion {
  const filters = useSearchFilters()
  const { chosen, error } = usePeriod()
  const format = useFormat()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  const language = readLanguage(filters.get('language')) ?? format.language
  const model = readModel(filters.get('model'))
  const isChosen = filters.get('from') !== null || filters.get('period') !== null
  const period = useMemo(() => {
    if (!chosen?.extent || today === undefined) return undefined
    if (isChosen && chosen.period) return chosen.period
    const month = lastEndedMonth(today, chosen.extent)
    return { from: firstDayOf(month), to: lastDayOf(month) }
  }, [chosen, today, isChosen])
  const shown = useMemo(() => chosen && period && forReports(chosen, period, isChosen), [chosen, period, isChosen])
  return {
    chosen: shown,
    input: useMemo(() => period && { period, model, language }, [period, model, language]),
    isEmpty: chosen?.extent === null,
    language,
    error,
    setLanguage: (next) => filters.set({ language: next === format.language ? undefined : next }),
    step(months) {
      if (!period || !chosen) return
      const month = monthOf(addMonths(firstDayOf(monthOf(months < 0 ? period.from : period.to)), months))
      chosen.chooseRange({ from: firstDayOf(month), to: lastDayOf(month) })
    },
  }
}

function readLanguage(text: string | null): ReportLanguage | null {
  return text === 'de' || text === 'en' ? text : null
}

/** Without a period the report is of a month: everything there is has to be asked for. */
function forReports(chosen: ChosenPeriod, period: Period, isChosen: boolean): ChosenPeriod {
  return {
    ...chosen,
    period,
    preset: isChosen ? chosen.preset : null,
    choosePreset: (preset) =>
      preset === 'all' && chosen.extent ? chosen.chooseRange(chosen.extent) : chosen.choosePreset(preset),
  }
}
