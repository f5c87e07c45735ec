import type { TFunction } from 'i18next'
import { CopyPlus, Paperclip } from 'lucide-react'
import type { Expense } from '../../../shared/contract/costs.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Format } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/class-names.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import { Shortened } from '../../ui/shortened.tsx'
import type { Column } from '../../ui/table-sort.ts'
import styles from './costs.module.css'
import { centsPerMonth } from './expense-draft.ts'
import { rateText } from '../../lib/rate-text.ts'

export interface ExpenseColumnsInput {
  readonly channels: readonly Channel[]
  readonly names: ReadonlyMap<number, string>
  readonly format: Format
  readonly t: TFunction<'costs'>
  duplicate(expense: Expense): void
  remove(id: number): void
}

export function expenseColumns(input: ExpenseColumnsInput): Column<Expense>[] {
  const { format, t } = input
  return [
    {
      id: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      width: '99%',
      cell: (expense) => <NameCell expense={expense} {...input} />,
      sortValue: (expense) => expense.name,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      cell: (expense) => t(`kinds.${expense.kind}`),
      sortValue: (expense) => expense.kind,
    },
    { id: 'channel', header: t('columns.belongs'), cell: (expense) => <ExpenseChannel expense={expense} {...input} /> },
    {
      id: 'period',
      header: t('columns.period'),
      cell: (expense) => periodText(expense, format, t),
      sortValue: (expense) => expense.startsOn,
    },
    ...amountColumns(input),
    {
      id: 'receipts',
      header: '',
      headerDescription: t('columns.receipts'),
      cell: (expense) => <ReceiptsCell expense={expense} t={t} />,
    },
    {
      id: 'actions',
      header: '',
      headerDescription: t('columns.actions'),
      align: 'end',
      cell: (expense) => <RowActions expense={expense} {...input} />,
    },
  ]
}

function NameCell({ expense, names, t }: ExpenseColumnsInput & { readonly expense: Expense }) {
  const service = expense.levyOfId === null ? undefined : names.get(expense.levyOfId)
  return (
    <span className={styles.nameCell} title={service === undefined ? undefined : t('row.levyOf', { name: service })}>
      <Shortened text={expense.name} />
      {expense.isCreative && <Chip>{t('row.creative')}</Chip>}
      {expense.scope === 'other' && <Chip>{t('row.notSocial')}</Chip>}
    </span>
  )
}

function amountColumns({ format, t }: ExpenseColumnsInput): Column<Expense>[] {
  return [
    {
      id: 'amount',
      header: t('columns.amount'),
      align: 'end',
      cell: (expense) => <Amount expense={expense} format={format} t={t} />,
      sortValue: (expense) => expense.cents,
    },
    {
      id: 'perMonth',
      header: t('columns.perMonth'),
      align: 'end',
      cell: (expense) => <Money cents={centsPerMonth(expense)} />,
      sortValue: centsPerMonth,
    },
  ]
}

type AmountProps = Pick<ExpenseColumnsInput, 'format' | 't'> & { readonly expense: Expense }

function Amount({ expense: { cents, foreign }, format, t }: AmountProps) {
  if (!foreign) return <Money cents={cents} />
  const amount = `${format.number(foreign.cents / 100, 2)} ${foreign.currency}`
  const text = t('row.foreign', { amount, rate: rateText(foreign.rateMillionths, format.language) })
  return (
    <span title={text}>
      <span className={styles.hint}>{amount}</span> <Money cents={cents} />
    </span>
  )
}

function ExpenseChannel({ expense, channels, t }: ExpenseColumnsInput & { readonly expense: Expense }) {
  const channel = channels.find(({ id }) => id === expense.channelId)
  return <ChannelName network={channel?.network ?? null}>{channel?.name ?? t('expense.noChannel')}</ChannelName>
}

function periodText({ repetition, startsOn, endsOn }: Expense, format: Format, t: TFunction<'costs'>): string {
  const often = repetition === 'once' ? '' : `${t(`expense.repetitions.${repetition}`)}, `
  if (endsOn !== null) return often + t('expense.spread', { from: format.day(startsOn), to: format.day(endsOn) })
  if (repetition === 'once') return format.day(startsOn)
  return often + t('expense.untilFurtherNotice', { from: format.day(startsOn) })
}

function ReceiptsCell({ expense: { receipts }, t }: { readonly expense: Expense; readonly t: TFunction<'costs'> }) {
  const count = receipts.length
  if (count === 0) return null
  const isBroken = receipts.some(({ state }) => state !== 'present')
  const text = t(isBroken ? 'row.receiptsBroken' : 'row.receipts', { count })
  return (
    <span className={cx(styles.clip, isBroken && styles.clipBroken)} title={text} aria-label={text} role="img">
      <Paperclip size={13} aria-hidden />
      {count > 1 && count}
    </span>
  )
}

function RowActions({ expense, t, duplicate, remove }: ExpenseColumnsInput & { readonly expense: Expense }) {
  return (
    <>
      <IconButton
        size="s"
        variant="quiet"
        icon={CopyPlus}
        label={t('actions.duplicateNamed', { name: expense.name })}
        onPress={() => duplicate(expense)}
      />
      <RemoveButton name={expense.name} onRemove={() => remove(expense.id)} />
    </>
  )
}
