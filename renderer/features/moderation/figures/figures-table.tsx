import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FigureGroup,
  FigureGrouping,
  FigureMeasure,
  ModerationFigures,
} from '../../../../shared/contract/moderation-figures.ts'
import type { Format } from '../../../lib/format.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNarrow } from '../../../lib/use-media.ts'
import { Card } from '../../../ui/card.tsx'
import { ChannelName } from '../../../ui/dot.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { type FigureDrill, PAGE_GROUPINGS } from './figures-address.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'
import { groupName } from './group-names.ts'

export interface FiguresTableProps {
  readonly total: ModerationFigures
  readonly groups: readonly FigureGroup[]
  readonly by: FigureGrouping
  onGrouping(by: FigureGrouping): void
  onOpen(drill: FigureDrill): void
}

/** All figures of each group; each opens its conversations. */
export function FiguresTable({ total, groups, by, onGrouping, onOpen }: FiguresTableProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const isNarrow = useNarrow()
  const columns = useMemo(
    () => columnsOf({ total, by, format, t, onOpen }).filter(({ id }) => !isNarrow || !WIDE_ONLY.includes(id)),
    [total, by, format, t, onOpen, isNarrow],
  )
  return (
    <Card
      isFlush
      title={t('table.title', { by: t(`groupedBy.${by}`) })}
      aside={
        <Segmented
          label={t('groupings.label')}
          value={by}
          onChange={onGrouping}
          options={PAGE_GROUPINGS.map((value) => ({ value, label: t(`groupings.${value}`) }))}
        />
      }
    >
      <div className={styles.figures}>
        <Table
          key={by}
          label={t('table.title', { by: t(`groupedBy.${by}`) })}
          columns={columns}
          rows={groups}
          rowKey={({ key }) => String(key)}
          rowTone={({ key }) => (key === null ? 'muted' : undefined)}
        />
      </div>
      <p className={styles.note}>
        {t('table.open')} {by === 'topic' && t('table.topics')}
      </p>
    </Card>
  )
}

const WIDE_ONLY = ['ninetieth', 'perThousand', 'cost']

interface ColumnsOptions {
  readonly total: ModerationFigures
  readonly by: FigureGrouping
  readonly format: Format
  readonly t: TFunction<'moderationFigures'>
  onOpen(drill: FigureDrill): void
}

type FigureColumnId =
  | 'conversations'
  | 'median'
  | 'ninetieth'
  | 'within'
  | 'unanswered'
  | 'positive'
  | 'perThousand'
  | 'time'
  | 'cost'
  | 'perAnswer'
  | 'leads'
  | 'revenue'

interface FigureColumn {
  readonly id: FigureColumnId
  readonly measure: FigureMeasure
  valueOf(figures: ModerationFigures): number | null
  countOf(figures: ModerationFigures): number
  write(value: number): string
}

function figureColumns(format: Format): readonly FigureColumn[] {
  return [...speedColumns(format), ...outcomeColumns(format)]
}

function speedColumns(format: Format): readonly FigureColumn[] {
  const share = (basisPoints: number) => format.percent(basisPoints / 10_000)
  return [
    {
      id: 'conversations',
      measure: 'all',
      valueOf: (f) => f.conversations,
      countOf: (f) => f.rows,
      write: (value) => format.number(value),
    },
    {
      id: 'median',
      measure: 'first',
      valueOf: (f) => f.first.medianSeconds,
      countOf: (f) => f.first.count,
      write: (value) => format.duration(value),
    },
    {
      id: 'ninetieth',
      measure: 'first',
      valueOf: (f) => f.first.ninetiethSeconds,
      countOf: (f) => f.first.count,
      write: (value) => format.duration(value),
    },
    {
      id: 'within',
      measure: 'inTime',
      valueOf: (f) => f.firstStanding.withinBasisPoints,
      countOf: (f) => f.firstStanding.inTime,
      write: share,
    },
    {
      id: 'unanswered',
      measure: 'unanswered',
      valueOf: (f) => f.unanswered,
      countOf: (f) => f.unanswered,
      write: (value) => format.number(value),
    },
    {
      id: 'positive',
      measure: 'positive',
      valueOf: (f) => f.positiveBasisPoints,
      countOf: (f) => f.positive,
      write: share,
    },
  ]
}

function outcomeColumns(format: Format): readonly FigureColumn[] {
  return [
    {
      id: 'perThousand',
      measure: 'reachedNegative',
      valueOf: (f) => f.negativePerThousand,
      countOf: (f) => f.reachedNegative,
      write: (value) => format.number(value, 2),
    },
    {
      id: 'time',
      measure: 'cost',
      valueOf: (f) => f.seconds || null,
      countOf: (f) => f.seconds,
      write: (value) => format.duration(value),
    },
    {
      id: 'cost',
      measure: 'cost',
      valueOf: (f) => f.costCents || null,
      countOf: (f) => f.costCents,
      write: (value) => format.moneyRounded(value),
    },
    {
      id: 'perAnswer',
      measure: 'cost',
      valueOf: (f) => (f.costCents === 0 ? null : f.costPerAnswerCents),
      countOf: (f) => f.costCents,
      write: (value) => format.money(value),
    },
    {
      id: 'leads',
      measure: 'leads',
      valueOf: (f) => f.leads || null,
      countOf: (f) => f.leads,
      write: (value) => format.number(value),
    },
    {
      id: 'revenue',
      measure: 'revenue',
      valueOf: (f) => (f.purchases === 0 ? null : f.netCents),
      countOf: (f) => f.purchases,
      write: (value) => format.moneyRounded(value),
    },
  ]
}

function columnsOf({ total, by, format, t, onOpen }: ColumnsOptions): readonly Column<FigureGroup>[] {
  const nameOf = ({ key, name }: FigureGroup) => groupName(by, key, name, format, t)
  const isInOrder = by === 'weekday' || by === 'hour'
  const cellOf = (
    { measure, valueOf, countOf, write }: FigureColumn,
    of: ModerationFigures,
    group: FigureDrill['group'],
  ) => {
    const value = valueOf(of)
    return (
      <FigureLink drill={{ measure, group }} count={countOf(of)} onOpen={onOpen}>
        {value === null ? '–' : write(value)}
      </FigureLink>
    )
  }
  const figures = figureColumns(format).map((column): Column<FigureGroup> => ({
    id: column.id,
    header: t(`table.${column.id}`),
    align: 'end',
    sortValue: (group) => column.valueOf(group.figures),
    cell: (group) => cellOf(column, group.figures, { by, key: group.key }),
    footer: cellOf(column, total, null),
  }))
  return [
    {
      id: 'name',
      header: t(`groupings.${by}`),
      isRowHeader: true,
      width: '30%',
      sortValue: (group) => (isInOrder ? Number(group.key) : nameOf(group)),
      cell: (group) =>
        by === 'channel' && group.key !== null ? (
          <ChannelName network={group.network}>{nameOf(group)}</ChannelName>
        ) : (
          nameOf(group)
        ),
      footer: t('table.total'),
    },
    ...figures,
  ]
}
