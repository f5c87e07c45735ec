/** What the result still lacks, each with the way to where it is mended. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Day, Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { findGaps, type Gap } from './gaps.ts'
import styles from './today.module.css'

export function MissingCard({ today, extent }: { readonly today: Day; readonly extent: Period }) {
  const { t } = useTranslation('today')
  const summary = useQuery(api.result.summary.queryOptions({ input: { period: extent, model: 'last', by: 'channel' } }))
  const batches = useQuery(api.imports.batches.queryOptions())
  const where = useQuery(api.safekeeping.where.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const months = useQuery(api.ledger.months.queryOptions())
  if (!summary.data || !batches.data || !where.data || !status.data || !months.data) {
    return (
      <Card title={t('missing.title')}>
        <Skeleton lines={3} />
      </Card>
    )
  }
  const gaps = findGaps({
    summary: summary.data,
    lastImportAt: batches.data[0]?.importedAt ?? null,
    lastBackupAt: where.data.lastBackupAt,
    openMonths: months.data.months.filter(({ status: state }) => state === 'open').length,
    isSample: status.data.ledger?.isSample === true,
    today,
  })
  return (
    <Card title={t('missing.title')}>
      {gaps.length === 0 ? (
        <p className={styles.complete}>
          <CircleCheck size={16} aria-hidden />
          {t('missing.nothing')}
        </p>
      ) : (
        <ul className={styles.gaps}>
          {gaps.map((gap) => (
            <li key={gap.kind}>
              <GapText gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function GapText({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const values = {
    hours: format.hours(gap.seconds ?? 0),
    share: format.percent(gap.share ?? 0),
    count: gap.count ?? 0,
  }
  const link = gap.kind === 'noBackup' || gap.kind === 'oldBackup' ? 'backupLink' : (`${gap.kind}Link` as const)
  return (
    <>
      <span>{t(`missing.${gap.kind}`, values)}</span>
      <TextLink href={gap.address}>{t(`missing.${link}`)}</TextLink>
    </>
  )
}
