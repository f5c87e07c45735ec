import type { TFunction } from 'i18next'
import { BookOpenText, CopyPlus, Ellipsis, Paperclip, Trash2 } from 'lucide-react'
import type { Expense } from '../../../shared/contract/costs.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { Format } from '../../lib/format.ts'
import { linesAddress } from '../../lib/ledger-address.ts'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/class-names.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Money } from '../../ui/money.tsx'
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
  readonly isNarrow: boolean
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
      id: 'actions',
      header: '',
      headerDescription: t('columns.actions'),
      align: 'end',
      cell: (expense) => <RowActions expense={expense} {...input} />,
    },
  ]
}

function NameCell({ expense, names, format, t }: ExpenseColumnsInput & { readonly expense: Expense }) {
  const service = expense.levyOfId === null ? undefined : names.get(expense.levyOfId)
  return (
    <span className={styles.nameCell} title={service === undefined ? undefined : t('row.levyOf', { name: service })}>
      <Shortened text={expense.name} />
      <ReceiptsMark expense={expense} t={t} />
      <ForeignAmount expense={expense} format={format} t={t} />
      {expense.isCreative && <Chip>{t('row.creative')}</Chip>}
      {expense.scope === 'other' && <Chip>{t('row.notSocial')}</Chip>}
    </span>
  )
}

function amountColumns({ t, isNarrow }: ExpenseColumnsInput): Column<Expense>[] {
  const columns: Column<Expense>[] = [
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
  return isNarrow ? columns.slice(0, 1) : columns
}

type AmountProps = Pick<ExpenseColumnsInput, 'format' | 't'> & { readonly expense: Expense }

function ForeignAmount({ expense: { foreign }, format, t }: AmountProps) {
  if (!foreign) return null
  const amount = `${format.number(foreign.cents / 100, 2)} ${foreign.currency}`
  const text = t('row.foreign', { amount, rate: rateText(foreign.rateMillionths, format.language) })
  return (
    <span className={styles.hint} title={text}>
      {amount}
    </span>
  )
}

function ExpenseChannel({ expense, channels, t }: ExpenseColumnsInput & { readonly expense: Expense }) {
  const channel = channels.find(({ id }) => id === expense.channelId)
  return <ChannelName network={channel?.network ?? null}>{channel?.name ?? t('row.noChannel')}</ChannelName>
}

function periodText({ repetition, startsOn, endsOn }: Expense, format: Format, t: TFunction<'costs'>): string {
  const often = repetition === 'once' ? '' : `${t(`expense.repetitions.${repetition}`)}, `
  if (endsOn !== null) return often + t('expense.spread', { from: format.day(startsOn), to: format.day(endsOn) })
  if (repetition === 'once') return format.day(startsOn)
  return often + t('expense.untilFurtherNotice', { from: format.day(startsOn) })
}

function ReceiptsMark({ expense: { receipts }, t }: { readonly expense: Expense; readonly t: TFunction<'costs'> }) {
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
  const label = t('actions.menuNamed', { name: expense.name })
  return (
    <Menu
      label={label}
      trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} />}
      groups={[
        {
          entries: [
            { id: 'duplicate', icon: CopyPlus, label: t('actions.duplicate'), onAction: () => duplicate(expense) },
            { id: 'lines', icon: BookOpenText, label: t('actions.showLines'), href: linesOfExpense(expense) },
          ],
        },
        {
          entries: [
            {
              id: 'remove',
              icon: Trash2,
              label: t('actions.remove'),
              isDangerous: true,
              onAction: () => remove(expense.id),
            },
          ],
        },
      ]}
    />
  )
}

/** The lines of its kind with its name, over the years it is booked in. */
function linesOfExpense({ kind, name, years, startsOn }: Expense): string {
  const first = years[0]?.year ?? Number(startsOn.slice(0, 4))
  const last = years.at(-1)?.year ?? first
  const period = { from: `${first}-01-01` as Day, to: `${last}-12-31` as Day }
  return `${linesAddress({ period, kinds: [kind] })}&text=${encodeURIComponent(name)}`
}
