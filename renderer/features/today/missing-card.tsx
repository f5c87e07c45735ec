/** What the result still lacks, each with the way to where it is mended. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Day, Period } from '../../../shared/domain/day.ts'
import { api, type client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { findGaps, type Gap } from './gaps.ts'
import styles from './today.module.css'

const MAX_WARNINGS = 3
type Warning = Awaited<ReturnType<typeof client.billing.warnings>>[number]

export function MissingCard({ today, extent }: { readonly today: Day; readonly extent: Period }) {
  const { t } = useTranslation('today')
  const summary = useQuery(api.result.summary.queryOptions({ input: { period: extent, model: 'last', by: 'channel' } }))
  const batches = useQuery(api.imports.batches.queryOptions())
  const where = useQuery(api.safekeeping.where.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const months = useQuery(api.ledger.months.queryOptions())
  const warnings = useQuery(api.billing.warnings.queryOptions()).data ?? []
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
      {gaps.length === 0 && warnings.length === 0 ? (
        <p className={styles.complete}>
          <CircleCheck size={16} aria-hidden />
          {t('missing.nothing')}
        </p>
      ) : (
        <ul className={styles.gaps}>
          {warnings.slice(0, MAX_WARNINGS).map((warning) => (
            <li key={`retainer ${warning.clientId}`}>
              <RetainerText warning={warning} />
            </li>
          ))}
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

/** A retainer that is used up by 80 % or more. */
function RetainerText({ warning }: { readonly warning: Warning }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const { client, clientId, usedSeconds, availableSeconds } = warning
  const values = { client, used: format.duration(usedSeconds), available: format.duration(availableSeconds) }
  return (
    <>
      <span>{t('missing.retainer', values)}</span>
      <TextLink href={`/time/billing?client=${clientId}`}>{t('missing.retainerLink')}</TextLink>
    </>
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
