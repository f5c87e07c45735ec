/** The rates of one person in the order of time: when each holds, what it is, and what it was derived from. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rate, RateBasis } from '../../../shared/contract/people.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Chip } from '../../ui/chip.tsx'
import { RowActions } from '../../ui/row-actions.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import styles from './settings.module.css'
import { useRateChange } from './use-rate-change.ts'

interface RateTableProps {
  /** Null: everyone without a rate of their own. */
  readonly name: string | null
  readonly rates: readonly Rate[]
  readonly today: Day
  onEdit(rate: Rate): void
}

interface Row {
  readonly rate: Rate
  /** Last day, where another rate follows. */
  readonly to: Day | null
  readonly isInForce: boolean
}

export function RateTable({ name, rates, today, onEdit }: RateTableProps) {
  const { t } = useTranslation('settings')
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'period',
        header: t('people.columns.period'),
        isRowHeader: true,
        width: '34%',
        cell: (row) => <PeriodCell row={row} today={today} />,
      },
      {
        id: 'perHour',
        header: t('people.columns.perHour'),
        align: 'end',
        width: '120px',
        cell: ({ rate }) => <Money cents={rate.centsPerHour} tone="cost" />,
      },
      {
        id: 'basis',
        header: t('people.columns.basis'),
        isWrapping: true,
        cell: ({ rate }) => <BasisCell basis={rate.basis} />,
      },
      {
        id: 'actions',
        header: '',
        headerDescription: t('people.columns.actions'),
        align: 'end',
        width: '84px',
        cell: ({ rate }) => <RateActions rate={rate} onEdit={onEdit} />,
      },
    ],
    [t, today, onEdit],
  )
  const rows = useMemo(() => rowsOf(rates, today), [rates, today])
  return (
    <Table
      label={name === null ? t('people.tableEveryone') : t('people.table', { name })}
      columns={columns}
      rows={rows}
      rowKey={({ rate }) => String(rate.id)}
    />
  )
}

/** Latest first: the one that holds stands on top. */
function rowsOf(rates: readonly Rate[], today: Day): Row[] {
  return rates
    .map((rate, index) => {
      const next = rates[index + 1]
      const to = next === undefined ? null : addDays(next.validFrom, -1)
      return { rate, to, isInForce: rate.validFrom <= today && (to === null || to >= today) }
    })
    .toReversed()
}

function PeriodCell({ row: { rate, to, isInForce }, today }: { readonly row: Row; readonly today: Day }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const from = format.day(rate.validFrom)
  const text =
    to === null
      ? t(rate.validFrom > today ? 'people.fromFuture' : 'people.from', { from })
      : t('people.range', { from, to: format.day(to) })
  return (
    <span className={styles.period}>
      {text}
      {isInForce && <Chip tone="accent">{t('people.now')}</Chip>}
    </span>
  )
}

function BasisCell({ basis }: { readonly basis: RateBasis | null }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  if (basis === null) return <span className={styles.quiet}>{t('people.entered')}</span>
  const isFreelancer = basis.worksheet?.kind === 'freelancer'
  const pay = isFreelancer ? basis.yearlyPayCents + basis.otherYearlyCents : basis.yearlyPayCents
  return (
    <span className={styles.quiet}>
      {t(isFreelancer ? 'people.derivedFreelancer' : 'people.derivedSalary', {
        pay: format.moneyRounded(pay),
        days: format.number(basis.paidWorkingDays, Number.isInteger(basis.paidWorkingDays) ? 0 : 1),
        share: format.basisPoints(basis.trackedShareBasisPoints),
      })}
    </span>
  )
}

function RateActions({ rate, onEdit }: { readonly rate: Rate; onEdit(rate: Rate): void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useRateChange('toast')
  const day = format.day(rate.validFrom)
  const remove = () =>
    void change.run(
      (commandId) => client.settings.removeRate({ commandId, id: rate.id }),
      t('peopleDone.rateRemoved', { day }),
    )
  return (
    <span className={styles.rowActions}>
      <RowActions
        editLabel={t('people.edit', { day })}
        removeLabel={t('people.removeRate', { day })}
        isRemoving={change.isRunning}
        onEdit={() => onEdit(rate)}
        onRemove={remove}
      />
    </span>
  )
}
