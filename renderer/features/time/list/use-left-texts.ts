import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { countLeft, type LeftAlone } from './bulk.ts'

/** What a change leaves alone and why, as a sentence; empty where there is nothing. */
export function useLeftText(): (left: LeftAlone) => string {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  return useCallback(
    (left: LeftAlone) => {
      if (countLeft(left) === 0) return ''
      const parts = (['invoiced', 'closed', 'running'] as const).flatMap((reason) =>
        left[reason] === 0 ? [] : [t(`left.${reason}`, { count: left[reason] })],
      )
      return t('left.sentence', { parts: format.list(parts) })
    },
    [t, format],
  )
}
