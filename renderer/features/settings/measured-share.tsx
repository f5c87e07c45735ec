/** What was measured, offered beside the field for it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usableShare } from '../../../shared/domain/tracked-share.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './settings.module.css'
import { useLedgerSettings } from './use-settings.ts'

interface MeasuredShareProps {
  /** Null: everyone without a rate of their own; then one's own measure is offered. */
  readonly personId: number | null
  readonly value: number | null
  onUse(basisPoints: number): void
}

export function MeasuredShare({ personId, value, onUse }: MeasuredShareProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const shares = useQuery(api.settings.trackedShares.queryOptions())
  const people = useQuery(api.settings.people.queryOptions())
  const self = useLedgerSettings().data?.selfPersonId ?? null
  const wanted = personId ?? self
  const share = shares.data?.find((one) => one.personId === wanted)
  if (share === undefined || share.basisPoints === null) return null
  const basisPoints = usableShare(share.basisPoints)
  const name = people.data?.people.find(({ id }) => id === wanted)?.name ?? ''
  return (
    <p className={styles.help}>
      {t(personId === null ? 'who.tracked.measuredFor' : 'who.tracked.measured', {
        share: format.basisPoints(share.basisPoints),
        weeks: share.weeks,
        name,
      })}
      {basisPoints !== value && (
        <>
          {' – '}
          <TextLink onPress={() => onUse(basisPoints)}>{t('who.tracked.use')}</TextLink>
        </>
      )}
    </p>
  )
}
