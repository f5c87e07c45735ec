import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureGroup, FigureGrouping } from '../../../../shared/contract/moderation-figures.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { SearchFilters } from '../../../lib/use-search-filters.ts'
import { Card } from '../../../ui/card.tsx'
import { Chart } from '../../../ui/chart.tsx'
import { Select } from '../../../ui/select.tsx'
import type { FigureDrill } from './figures-address.ts'
import { groupName } from './group-names.ts'
import { readShown, type Shown, SHOWN, SHOWN_FIGURES, writeShown } from './shown-figures.ts'

export interface FiguresChartProps {
  readonly groups: readonly FigureGroup[]
  readonly by: FigureGrouping
  readonly filters: SearchFilters
  onOpen(drill: FigureDrill): void
}

/** Bars that can still be told apart. */
const MOST_BARS = 16
/** Days and hours are also there where nothing came in. */
const PLACES = { weekday: 7, hour: 24 } as const

/** One figure of each group; a bar opens the conversations behind it. */
export function FiguresChart({ groups, by, filters, onOpen }: FiguresChartProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const shown = readShown(filters.get('show'))
  const isClock = by === 'weekday' || by === 'hour'
  const bars = useMemo(() => barsOf(groups, by), [groups, by])
  const values = bars.map(({ group }) => (group ? SHOWN_FIGURES[shown].valueOf(group.figures) : null))
  const byName = t(`groupings.${by}`)
  return (
    <Card>
      <Chart
        title={t('chart.title', { show: t(`show.${shown}`), by: t(`groupedBy.${by}`) })}
        isTitleHidden
        description={t('chart.description')}
        categoryHeader={byName}
        categories={bars.map(({ key, group }) => groupName(by, key, group?.name ?? null, format, t))}
        series={[{ label: t(`show.${shown}`), values, tone: 'series-1' }]}
        direction={isClock ? 'vertical' : 'horizontal'}
        directLabels={by === 'hour' ? 'none' : 'all'}
        formatValue={(value) => writeShown(shown, value, format)}
        height={isClock ? 240 : 50 + bars.length * 30}
        aside={<ShownSelect shown={shown} filters={filters} />}
        onSelect={(index) => {
          const bar = bars[index]
          if (bar?.group) onOpen({ measure: SHOWN_FIGURES[shown].measure, group: { by, key: bar.key } })
        }}
      />
    </Card>
  )
}

function barsOf(groups: readonly FigureGroup[], by: FigureGrouping) {
  if (by !== 'weekday' && by !== 'hour')
    return groups.slice(0, MOST_BARS).map((group) => ({ key: group.key, group: group as FigureGroup | undefined }))
  const byKey = new Map(groups.map((group) => [group.key, group]))
  const keys = Array.from({ length: PLACES[by] }, (_, key) => key)
  const first = by === 'weekday' ? 0 : keys.findIndex((key) => byKey.has(key))
  const last = by === 'weekday' ? 6 : keys.findLastIndex((key) => byKey.has(key))
  return keys.slice(first, last + 1).map((key) => ({ key, group: byKey.get(key) }))
}

function ShownSelect({ shown, filters }: { readonly shown: Shown; readonly filters: SearchFilters }) {
  const { t } = useTranslation('moderationFigures')
  return (
    <Select
      label={t('show.label')}
      isLabelHidden
      width="auto"
      value={shown}
      options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
      onChange={(value) => filters.set({ show: value === 'conversations' ? undefined : value })}
    />
  )
}
