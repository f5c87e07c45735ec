/** Columns every list of records ends with: what it took, what it brought, and what can be done with it. */
import { Ellipsis, Merge, Pencil, Scale, Table2, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../shared/contract/records.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from '../../ui/list-view.module.css'
import { Menu } from '../../ui/menu.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { MergeDialog } from './merge-dialog.tsx'

export interface RecordFigures {
  readonly id: number
  readonly useCount: number
  readonly seconds: number
  readonly costCents: number
  readonly netCents: number | null
}

/** Lines of the ledger that carry the record, and the purchases credited to it. */
const linesAddress = (kind: RecordKind, id: number) => `/ledger?kinds=${COSTS}&${kind}=${id}`
const purchasesAddress = (kind: RecordKind, id: number) => `/ledger/revenue?${kind}=${id}`
const COSTS = 'labour.ads.tool.service.levy.other'

function resultAddress(kind: RecordKind): string | null {
  return kind === 'conversation' ? null : `/result?by=${kind}`
}

interface RecordColumnsOptions<Row> {
  readonly kind: RecordKind
  nameOf(row: Row): string
  onEdit(row: Row): void
}

/** Hours, cost, net revenue and the menu. `isSortable` where all rows are here. */
export function useRecordColumns<Row extends RecordFigures>(
  { kind, nameOf, onEdit }: RecordColumnsOptions<Row>,
  isSortable = false,
): readonly Column<Row>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  return useMemo(() => {
    const sorted = (value: (row: Row) => number | null) => (isSortable ? { sortValue: value } : {})
    const lines = (row: Row, text: string, isNothing: boolean) => (
      <Figure text={text} isNothing={isNothing} address={linesAddress(kind, row.id)} />
    )
    const columns: Column<Row>[] = [
      {
        id: 'hours',
        header: t('columns.hours'),
        align: 'end',
        ...sorted((row) => row.seconds),
        cell: (row) => lines(row, format.hours(row.seconds), row.seconds === 0),
      },
      {
        id: 'cost',
        header: t('columns.cost'),
        align: 'end',
        ...sorted((row) => row.costCents),
        cell: (row) => lines(row, format.moneyRounded(row.costCents), row.costCents === 0),
      },
    ]
    if (kind !== 'department') {
      columns.push({
        id: 'net',
        header: t('columns.net'),
        headerDescription: t('columns.netHelp'),
        align: 'end',
        ...sorted((row) => row.netCents),
        cell: (row) => (
          <Figure
            text={format.moneyRounded(row.netCents ?? 0)}
            isNothing={(row.netCents ?? 0) === 0}
            address={purchasesAddress(kind, row.id)}
          />
        ),
      })
    }
    columns.push({
      id: 'actions',
      header: '',
      headerDescription: t('columns.actions'),
      align: 'end',
      width: '52px',
      cell: (row) => <RowActions kind={kind} row={row} name={nameOf(row)} onEdit={() => onEdit(row)} />,
    })
    return columns
  }, [t, format, kind, nameOf, onEdit, isSortable])
}

interface FigureProps {
  readonly text: string
  readonly isNothing: boolean
  readonly address: string
}

/** A figure that leads to what it is made of. */
function Figure({ text, isNothing, address }: FigureProps) {
  if (isNothing) return <span className={styles.dash}>–</span>
  return (
    <TextLink isFigure href={address}>
      {text}
    </TextLink>
  )
}

interface RowActionsProps {
  readonly kind: RecordKind
  readonly row: RecordFigures
  readonly name: string
  onEdit(): void
}

function RowActions({ kind, row, name, onEdit }: RowActionsProps) {
  const { t } = useTranslation('records')
  const [merging, setMerging] = useState<'merge' | 'in-use' | null>(null)
  const remove = useCommand(client.records.remove, { done: t('done.removed', { name }) })
  const label = t('row.actions', { name })
  const result = resultAddress(kind)
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} isDisabled={remove.isRunning} />}
        groups={[
          {
            entries: [
              { id: 'edit', label: t('row.edit'), icon: Pencil, onAction: onEdit },
              { id: 'lines', label: t('row.lines'), icon: Table2, href: linesAddress(kind, row.id) },
              ...(result === null ? [] : [{ id: 'result', label: t('row.result'), icon: Scale, href: result }]),
            ],
          },
          {
            entries: [
              { id: 'merge', label: t('row.merge'), icon: Merge, onAction: () => setMerging('merge') },
              {
                id: 'remove',
                label: t('row.remove'),
                icon: Trash2,
                isDangerous: true,
                onAction: () => {
                  // What is used cannot go: the dialog says so and shows the way out.
                  if (row.useCount > 0) setMerging('in-use')
                  else void remove.run({ kind, id: row.id })
                },
              },
            ],
          },
        ]}
      />
      {merging !== null && (
        <MergeDialog
          kind={kind}
          id={row.id}
          name={name}
          useCount={row.useCount}
          isRefusal={merging === 'in-use'}
          onClose={() => setMerging(null)}
        />
      )}
    </>
  )
}
