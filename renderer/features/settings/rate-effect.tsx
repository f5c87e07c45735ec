/** What a rate will change before it is saved, as it is typed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RateEffect as Effect } from '../../../shared/contract/people.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './settings.module.css'

interface RateEffectProps {
  readonly personId: number | null
  readonly validFrom: Day | null
  readonly centsPerHour: number | null
  readonly replacesId: number | undefined
}

export function RateEffect({ personId, validFrom, centsPerHour, replacesId }: RateEffectProps) {
  const { t } = useTranslation('settings')
  const input = {
    personId,
    validFrom: validFrom ?? ('2000-01-01' as Day),
    centsPerHour: centsPerHour ?? 0,
    basis: null,
    ...(replacesId !== undefined && { replacesId }),
  }
  const isComplete = validFrom !== null && centsPerHour !== null
  const preview = useQuery({
    ...api.settings.previewRate.queryOptions({ input }),
    enabled: isComplete,
    placeholderData: keepPreviousData,
  })
  const texts = useEffectTexts(isComplete ? preview.data : undefined)
  if (texts === null) return null
  return (
    <output className={styles.effect} aria-label={t('who.effect.title')}>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </output>
  )
}

function useEffectTexts(effect: Effect | undefined): string[] | null {
  const { t } = useTranslation('settings')
  const format = useFormat()
  if (effect === undefined) return null
  const { entries, seconds, centsBefore, centsAfter, unpricedSecondsBefore, unpricedSecondsAfter } = effect
  const values = {
    hours: format.hours(seconds),
    before: format.money(centsBefore),
    after: format.money(centsAfter),
    difference: format.money(centsAfter - centsBefore, 'always'),
  }
  const isFirst = unpricedSecondsBefore === seconds
  const open = entries === 0 ? null : isFirst ? 'first' : centsBefore === centsAfter ? 'same' : 'open'
  return [
    open === null ? t('who.effect.nothing') : t(`who.effect.${open}`, values),
    unpricedSecondsAfter > 0 && t('who.effect.lost', { hours: format.hours(unpricedSecondsAfter) }),
    effect.closedSeconds > 0 && t('who.effect.closed', { hours: format.hours(effect.closedSeconds) }),
  ].filter((text) => text !== false)
}
