import type { TFunction } from 'i18next'
import { TriangleAlert } from 'lucide-react'
import type { Lead } from '../../../shared/contract/leads.ts'
import { multiplyDivide } from '../../../shared/domain/money.ts'
import type { Format } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import styles from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Column } from '../../ui/table-sort.ts'

const TONES: Readonly<Record<Lead['status'], Tone>> = { open: 'accent', won: 'return', lost: 'neutral' }

export function weightedCents({ valueCents, probabilityBasisPoints }: Lead): number {
  return multiplyDivide(valueCents, probabilityBasisPoints, 10_000)
}

export function leadColumns(format: Format, t: TFunction<'revenue'>, today: string | null): Column<Lead>[] {
  return [
    { id: 'day', header: t('columns.day'), cell: (lead) => format.day(lead.day), sortValue: (lead) => lead.day },
    {
      id: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      width: '99%',
      cell: (lead) => <span className={styles.name}>{lead.name}</span>,
      sortValue: (lead) => lead.name,
    },
    {
      id: 'origin',
      header: t('columns.origin'),
      cell: (lead) => (
        <ChannelName network={lead.network}>{lead.channel ?? lead.campaign ?? t('leads.noChannel')}</ChannelName>
      ),
      sortValue: (lead) => lead.channel ?? '',
    },
    {
      id: 'status',
      header: t('columns.status'),
      cell: (lead) => <Chip tone={TONES[lead.status]}>{t(`leads.statuses.${lead.status}`)}</Chip>,
      sortValue: (lead) => lead.status,
    },
    {
      id: 'expectedOn',
      header: t('columns.expectedOn'),
      cell: (lead) => <Expected lead={lead} today={today} format={format} t={t} />,
      sortValue: (lead) => lead.expectedOn ?? '9999',
    },
    {
      id: 'value',
      header: t('columns.value'),
      align: 'end',
      cell: (lead) => <Money cents={lead.valueCents} />,
      sortValue: (lead) => lead.valueCents,
    },
    {
      id: 'weighted',
      header: t('columns.weighted'),
      align: 'end',
      cell: (lead) => (lead.status === 'open' ? <Weighted lead={lead} format={format} /> : dash),
      sortValue: (lead) => (lead.status === 'open' ? weightedCents(lead) : 0),
    },
  ]
}

const dash = <span className={styles.dash}>–</span>

function Weighted({ lead, format }: { readonly lead: Lead; readonly format: Format }) {
  return (
    <>
      <span className={styles.dash}>{format.basisPoints(lead.probabilityBasisPoints)} ·</span>{' '}
      <Money cents={weightedCents(lead)} />
    </>
  )
}

interface ExpectedProps {
  readonly lead: Lead
  readonly today: string | null
  readonly format: Format
  readonly t: TFunction<'revenue'>
}

function Expected({ lead, today, format, t }: ExpectedProps) {
  if (lead.expectedOn === null) return dash
  const isOverdue = lead.status === 'open' && today !== null && lead.expectedOn < today
  return isOverdue ? (
    <Chip tone="warn" title={t('leads.overdue')}>
      <TriangleAlert size={11} aria-label={t('leads.overdue')} /> {format.day(lead.expectedOn)}
    </Chip>
  ) : (
    <>{format.day(lead.expectedOn)}</>
  )
}
