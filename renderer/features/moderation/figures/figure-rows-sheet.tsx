import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type {
  FigureCursor,
  FigureFilter,
  FigureMeasure,
  FigureRow,
} from '../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import { conversationAddress } from '../../../lib/moderation-address.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import type { FigureDrill } from './figures-address.ts'
import styles from './figures.module.css'
import { useGroupName } from './group-names.ts'

export interface FigureRowsSheetProps {
  readonly filter: FigureFilter | null
  readonly model: AttributionModel
  /** Null: closed. */
  readonly drill: FigureDrill | null
  onClose(): void
}

/** The conversations behind the figure that was clicked, beside the page. */
export function FigureRowsSheet({ filter, model, drill, onClose }: FigureRowsSheetProps) {
  const { t } = useTranslation('moderationFigures')
  const nameOf = useGroupName()
  const measure = drill ? t(`measures.${drill.measure}`) : ''
  const name = drill?.group ? nameOf(drill.group) : drill?.isServed ? t('services.title') : null
  const title = name
    ? t('rows.titleOf', { name, measure })
    : t('rows.title', { measure: measure.charAt(0).toLocaleUpperCase() + measure.slice(1) })
  return (
    <Dialog
      kind="sheet"
      size="l"
      isOpen={drill !== null && filter !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={title}
    >
      {drill && filter && <Rows filter={filter} model={model} drill={drill} title={title} />}
    </Dialog>
  )
}

const START = null as FigureCursor | null

interface RowsProps {
  readonly filter: FigureFilter
  readonly model: AttributionModel
  readonly drill: FigureDrill
  readonly title: string
}

function Rows({ filter, model, drill: { measure, group, isServed = false }, title }: RowsProps) {
  const { t } = useTranslation('moderationFigures')
  const describe = useErrorTexts()
  const [, navigate] = useLocation()
  const query = useInfiniteQuery(
    api.moderation.figureRows.infiniteOptions({
      input: (cursor: FigureCursor | null) => ({
        filter,
        measure,
        model,
        isServed,
        cursor,
        limit: 100,
        ...(group && { group }),
      }),
      initialPageParam: START,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const columns = useColumns(measure)
  if (query.error) return <ErrorPanel error={describe(query.error)} />
  const sums = query.data?.pages[0]?.sums ?? null
  return (
    <>
      <RowsSum measure={measure} sums={sums} />
      <div className={styles.rows}>
        <Table
          label={title}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => String(id)}
          isLoading={query.isPending}
          height="fill"
          onRowAction={({ id, status }) => navigate(conversationAddress(id, status))}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
          empty={<p className={styles.quiet}>{t('rows.empty')}</p>}
        />
      </div>
    </>
  )
}

interface RowsSumProps {
  readonly measure: FigureMeasure
  readonly sums: { readonly rows: number; readonly conversations: number; readonly value: number | null } | null
}

/** What the figure says, over its rows. */
function RowsSum({ measure, sums }: RowsSumProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  if (!sums) return <p className={styles.sum}>…</p>
  const kind = VALUE_KINDS[measure]
  const value = sums.value ?? 0
  const text =
    kind === 'cost' || kind === 'leads' || kind === 'revenue'
      ? format.money(value)
      : measure.startsWith('next')
        ? t('rows.next', { count: value })
        : t('sentence.conversations', { count: sums.conversations })
  return (
    <p className={styles.sum}>
      <strong>{text}</strong>
      <span>
        {t('rows.rows', { count: sums.rows })} · {t('rows.open')}
      </span>
    </p>
  )
}

/** In what rows are ordered, where it is not by day. */
const VALUE_KINDS: Partial<Readonly<Record<FigureMeasure, 'seconds' | 'cost' | 'leads' | 'revenue'>>> = {
  first: 'seconds',
  inTime: 'seconds',
  late: 'seconds',
  next: 'seconds',
  nextInTime: 'seconds',
  nextLate: 'seconds',
  resolution: 'seconds',
  cost: 'cost',
  charged: 'cost',
  leads: 'leads',
  wonLeads: 'leads',
  revenue: 'revenue',
}

function useColumns(measure: FigureMeasure): readonly Column<FigureRow>[] {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  return useMemo(() => {
    const names = conversationNames(format.language)
    const kind = VALUE_KINDS[measure]
    const columns: (Column<FigureRow> | false)[] = [
      { id: 'day', header: t('rows.day'), cell: ({ day }) => format.day(day) },
      {
        id: 'conversation',
        header: t('rows.conversation'),
        isRowHeader: true,
        width: '60%',
        cell: (row) => (
          <span className={styles.name} dir="auto">
            {row.batchCount !== null && `${t('rows.batch', { count: row.batchCount })} `}
            {row.title || t('rows.untitled', { id: row.id })}
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('rows.channel'),
        cell: (row) => (
          <span className={styles.channel}>
            <Dot network={row.network} />
            {[row.channel ?? t('without.channel'), names.kinds[row.kind]].join(' · ')}
          </span>
        ),
      },
      { id: 'mood', header: t('rows.mood'), cell: ({ sentiment }) => (sentiment ? names.sentiments[sentiment] : '–') },
      kind !== undefined && {
        id: 'value',
        header: t(`values.${kind}`),
        align: 'end',
        cell: ({ value }) => (value === null ? '–' : kind === 'seconds' ? format.duration(value) : format.money(value)),
      },
    ]
    return columns.filter((column) => column !== false)
  }, [measure, format, t])
}
