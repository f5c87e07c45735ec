/** The latest imports. */
import { useQuery } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './today.module.css'

const shown = 4

export function ImportsCard() {
  const { t } = useTranslation('today')
  const batches = useQuery(api.imports.batches.queryOptions())
  const latest = batches.data?.slice(0, shown) ?? []
  if (latest.length === 0) return null
  return (
    <Card title={t('imports.title')} aside={<TextLink href="/imports?tab=history">{t('imports.all')}</TextLink>}>
      <ul className={styles.batches}>
        {latest.map((batch) => (
          <BatchItem key={batch.id} batch={batch} />
        ))}
      </ul>
    </Card>
  )
}

function BatchItem({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const status = useQuery(api.app.status.queryOptions())
  const sum = batch.recordKind === 'time' ? format.duration(batch.seconds) : format.moneyRounded(batch.cents)
  const facts = [
    t('imports.rows', { count: batch.newRows, rows: format.number(batch.newRows) }),
    sum,
    ...(batch.period ? [format.dayRange(batch.period.from, batch.period.to)] : []),
  ]
  return (
    <li>
      <FileSpreadsheet size={16} aria-hidden />
      <b>{batch.fileName}</b>
      <time dateTime={new Date(batch.importedAt).toISOString()}>
        {format.instant(batch.importedAt, status.data?.ledger?.timeZone ?? 'UTC')}
      </time>
      <span>{facts.join(' · ')}</span>
    </li>
  )
}
