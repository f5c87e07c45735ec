import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComplaintTopic, FigureFilter } from '../../../../shared/contract/moderation-figures.ts'
import { api } from '../../../lib/api.ts'
import type { Format } from '../../../lib/format.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import type { FigureDrill } from './figures-address.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'
import { groupName } from './group-names.ts'
import { Sparkline } from './sparkline.tsx'

export interface ComplaintsCardProps {
  readonly filter: FigureFilter
  onOpen(drill: FigureDrill): void
}

type Answer = NonNullable<ReturnType<typeof useComplaints>['data']>

function useComplaints(filter: FigureFilter) {
  return useQuery(api.moderation.complaints.queryOptions({ input: { filter }, placeholderData: keepPreviousData }))
}

/** What people complain about, what it took, and whether it becomes more. */
export function ComplaintsCard({ filter, onOpen }: ComplaintsCardProps) {
  const { t } = useTranslation('moderationFigures')
  const describe = useErrorTexts()
  const query = useComplaints(filter)
  const complaints = query.data
  return (
    <Card
      isFlush={complaints !== undefined && complaints.topics.length > 0}
      title={t('complaints.title')}
      aside={t('complaints.remark')}
    >
      {query.error && !complaints && <ErrorPanel error={describe(query.error)} />}
      {!complaints && !query.error && <Skeleton lines={4} />}
      {complaints?.topics.length === 0 && <p className={styles.quiet}>{t('complaints.none')}</p>}
      {complaints && complaints.topics.length > 0 && <ComplaintsTable complaints={complaints} onOpen={onOpen} />}
    </Card>
  )
}

interface ComplaintsTableProps {
  readonly complaints: Answer
  onOpen(drill: FigureDrill): void
}

function ComplaintsTable({ complaints, onOpen }: ComplaintsTableProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const columns = useMemo(() => columnsOf({ complaints, format, t, onOpen }), [complaints, format, t, onOpen])
  return (
    <>
      <div className={styles.figures}>
        <Table
          label={t('complaints.title')}
          columns={columns}
          rows={complaints.topics}
          rowKey={({ topicId }) => String(topicId)}
          rowTone={({ topicId }) => (topicId === null ? 'muted' : undefined)}
        />
      </div>
      <p className={styles.note}>{t('complaints.note')}</p>
    </>
  )
}

interface ColumnsOptions {
  readonly complaints: Answer
  readonly format: Format
  readonly t: TFunction<'moderationFigures'>
  onOpen(drill: FigureDrill): void
}

function columnsOf(options: ColumnsOptions): readonly Column<ComplaintTopic>[] {
  const { complaints, format, t, onOpen } = options
  const { total, before, step } = complaints
  const columns: (Column<ComplaintTopic> | false)[] = [
    {
      id: 'topic',
      header: t('complaints.topic'),
      isRowHeader: true,
      width: '30%',
      cell: ({ topicId, name }) => groupName('topic', topicId, name, format, t),
      footer: t('complaints.total'),
    },
    ...figureColumns(options),
    before !== null && {
      id: 'trend',
      header: t('complaints.trend'),
      align: 'end',
      sortValue: ({ conversations, before: earlier }) => conversations - earlier,
      cell: (row) => (
        <Behind group={topicOf(row)} measure="complaints" count={row.conversations} onOpen={onOpen}>
          <Trend row={row} />
        </Behind>
      ),
      footer: (
        <Behind group={null} measure="complaints" count={total.conversations} onOpen={onOpen}>
          <Trend row={total} />
        </Behind>
      ),
    },
    {
      id: 'course',
      header: t('complaints.course'),
      cell: (row) => (
        <Behind group={topicOf(row)} measure="complaints" count={row.conversations} onOpen={onOpen}>
          <Course steps={row.steps} step={step} />
        </Behind>
      ),
      footer: (
        <Behind group={null} measure="complaints" count={total.conversations} onOpen={onOpen}>
          <Course steps={total.steps} step={step} />
        </Behind>
      ),
    },
  ]
  return columns.filter((column) => column !== false)
}

type Sum = Answer['total']
const topicOf = ({ topicId }: ComplaintTopic) => ({ by: 'topic' as const, key: topicId })

interface BehindProps extends FigureDrill {
  readonly count: number
  onOpen(drill: FigureDrill): void
  readonly children: ReactNode
}

function Behind({ group, measure, ...rest }: BehindProps) {
  return <FigureLink drill={{ group, measure }} {...rest} />
}

/** How many, how loud, how long, how dear: all of them of the same conversations. */
function figureColumns({ complaints: { total }, format, t, onOpen }: ColumnsOptions): Column<ComplaintTopic>[] {
  const column = (
    id: 'count' | 'angry' | 'time' | 'cost',
    valueOf: (row: Sum) => number,
    write: (value: number) => string,
  ): Column<ComplaintTopic> => {
    const figureOf = (row: Sum, group: FigureDrill['group']) => (
      <Behind group={group} measure={id === 'angry' ? 'angry' : 'complaints'} count={valueOf(row)} onOpen={onOpen}>
        {valueOf(row) === 0 ? '–' : write(valueOf(row))}
      </Behind>
    )
    return {
      id,
      header: t(`complaints.${id}`),
      align: 'end',
      sortValue: valueOf,
      cell: (row) => figureOf(row, topicOf(row)),
      footer: figureOf(total, null),
    }
  }
  return [
    column(
      'count',
      ({ conversations }) => conversations,
      (value) => format.number(value),
    ),
    column(
      'angry',
      ({ angry }) => angry,
      (value) => format.number(value),
    ),
    column(
      'time',
      ({ seconds }) => seconds,
      (value) => format.duration(value),
    ),
    column(
      'cost',
      ({ costCents }) => costCents,
      (value) => format.money(value),
    ),
  ]
}

function Course({ steps, step }: { readonly steps: readonly number[]; readonly step: Answer['step'] }) {
  const { t } = useTranslation('moderationFigures')
  const text = t('complaints.courseText', {
    step: t(`complaints.steps.${step}`),
    last: steps.at(-1) ?? 0,
    most: Math.max(0, ...steps),
  })
  return <Sparkline values={steps} text={text} />
}

/** More complaints cost; fewer are what one wants. */
function Trend({ row }: { readonly row: Pick<ComplaintTopic, 'conversations' | 'before'> }) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const more = row.conversations - row.before
  if (more === 0) return t('complaints.same')
  return (
    <span className={more > 0 ? styles.worse : styles.better}>
      {t('complaints.more', {
        change: `${more > 0 ? '+' : ''}${format.number(more)}`,
        before: format.number(row.before),
      })}
    </span>
  )
}
