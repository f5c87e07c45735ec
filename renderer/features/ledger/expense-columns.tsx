import type { TFunction } from 'i18next'
import type { Expense } from '../../../shared/contract/ledger.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Format } from '../../lib/format.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { Money } from '../../ui/money.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { centsPerMonth } from './expense-draft.ts'
import styles from './ledger.module.css'

export interface ExpenseColumnsInput {
  readonly channels: readonly Channel[]
  readonly format: Format
  readonly t: TFunction<'ledger'>
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
      cell: (expense) => <span className={styles.name}>{expense.name}</span>,
      sortValue: (expense) => expense.name,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      cell: (expense) => t(`kinds.${expense.kind}`),
      sortValue: (expense) => expense.kind,
    },
    { id: 'channel', header: t('columns.channel'), cell: (expense) => <ExpenseChannel expense={expense} {...input} /> },
    {
      id: 'period',
      header: t('columns.period'),
      cell: (expense) => periodText(expense, format, t),
      sortValue: (expense) => expense.startsOn,
    },
    {
      id: 'repetition',
      header: t('columns.repetition'),
      cell: (expense) => t(`expense.repetitions.${expense.repetition}`),
    },
    ...amountColumns(t),
    {
      id: 'actions',
      header: '',
      headerDescription: t('columns.actions'),
      align: 'end',
      cell: (expense) => <RemoveButton name={expense.name} onRemove={() => input.remove(expense.id)} />,
    },
  ]
}

function amountColumns(t: TFunction<'ledger'>): Column<Expense>[] {
  return [
    {
      id: 'amount',
      header: t('columns.amount'),
      align: 'end',
      cell: (expense) => <Money cents={expense.cents} />,
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

function ExpenseChannel({ expense, channels, t }: ExpenseColumnsInput & { readonly expense: Expense }) {
  const channel = channels.find(({ id }) => id === expense.channelId)
  return <ChannelName network={channel?.network ?? null}>{channel?.name ?? t('expense.noChannel')}</ChannelName>
}

function periodText({ repetition, startsOn, endsOn }: Expense, format: Format, t: TFunction<'ledger'>): string {
  if (endsOn !== null) return t('expense.spread', { from: format.day(startsOn), to: format.day(endsOn) })
  return repetition === 'once' ? format.day(startsOn) : t('expense.untilFurtherNotice', { from: format.day(startsOn) })
}
