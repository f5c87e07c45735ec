import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sensitivity } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'

type Bar = Sensitivity['bars'][number]

/** The assumption behind an end of a bar, as short as it stands beside it: "+20 %", "−5 Punkte", "7 Tage", a model. */
export function useAssumptions(): (factor: Bar['factor'], value: Bar['low']['value']) => string {
  const { t } = useTranslation('result')
  const format = useFormat()
  return useCallback(
    (factor, value) => {
      if (typeof value === 'string') return t(`models.${value}`)
      if (factor === 'window') return t('window.days', { count: value })
      if (factor === 'rate') return format.percent(value / 10_000, 0, 'always')
      return t('tornado.points', { points: signed(value / 100, format.number(value / 100)) })
    },
    [t, format],
  )
}

function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : text
}
