import { ChartColumn, Table2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { cx } from './class-names.ts'
import { chartTokens } from './chart-colours.ts'
import type { ChartData } from './chart-types.ts'
import { IconButton } from './icon-button.tsx'
import { Table } from './table.tsx'
import type { Column } from './table-sort.ts'

// Chart.js is a quarter of the first load; it comes when the first chart is shown.
const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }))

export interface ChartProps extends ChartData {
  /** Names the chart; shown unless a heading beside it says the same. */
  readonly title: string
  readonly isTitleHidden?: boolean
  /** What the picture shows, in one sentence, for those who do not see it. */
  readonly description: string
  readonly height?: number
  /** Heads the first column of the table view: "Monat". */
  readonly categoryHeader: string
  /** A click on a bar or a row of the table view. */
  onSelect?(categoryIndex: number): void
  readonly aside?: ReactNode
}

export function Chart(props: ChartProps) {
  const { title, isTitleHidden = false, description, height = 220, categoryHeader, onSelect, aside, ...data } = props
  const { t } = useTranslation('ui')
  const [isTable, setIsTable] = useState(false)
  const captionId = useId()
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <div className={cx(styles.head, isTitleHidden && aside === undefined && styles.floating)}>
        <figcaption id={captionId} className={isTitleHidden ? styles.hidden : styles.title}>
          {title}
        </figcaption>
        {aside}
        <span className={styles.toggle}>
          <IconButton
            size="s"
            variant="quiet"
            icon={isTable ? ChartColumn : Table2}
            label={isTable ? t('chart.showChart') : t('chart.showTable')}
            onPress={() => setIsTable(!isTable)}
          />
        </span>
      </div>
      {!isTable && data.directLabels !== 'last' && data.series.length > 1 && <Legend series={data.series} />}
      {isTable ? (
        <ChartTable
          {...data}
          title={title}
          categoryHeader={categoryHeader}
          height={height}
          {...(onSelect && { onSelect })}
        />
      ) : (
        <div className={styles.canvas} style={{ height }}>
          <Suspense fallback={null}>
            <ChartCanvas {...data} label={`${title}. ${description}`} {...(onSelect && { onSelect })} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}

/** Only where several series share the marks and cannot be named at them. */
function Legend({ series }: Pick<ChartData, 'series'>) {
  return (
    <ul className={styles.legend} aria-hidden>
      {series.map(({ label, tone = 'series-1' }) => (
        <li key={label}>
          <span className={styles.swatch} style={{ background: `var(${chartTokens[tone]})` }} />
          {label}
        </li>
      ))}
    </ul>
  )
}

interface ChartTableProps extends ChartData {
  readonly title: string
  readonly categoryHeader: string
  readonly height: number
  onSelect?(categoryIndex: number): void
}

function ChartTable({ title, categoryHeader, categories, series, formatValue, height, onSelect }: ChartTableProps) {
  const columns = useMemo((): Column<number>[] => {
    const figures = series.map((one, index): Column<number> => ({
      id: String(index),
      header: one.label,
      align: 'end',
      cell: (row) => {
        const value = one.values[row] ?? null
        return value === null ? '–' : formatValue(value)
      },
    }))
    return [{ id: 'category', header: categoryHeader, isRowHeader: true, cell: (row) => categories[row] }, ...figures]
  }, [categories, series, categoryHeader, formatValue])
  return (
    <div className={styles.table}>
      <Table
        label={title}
        columns={columns}
        rows={useMemo(() => categories.map((_, index) => index), [categories])}
        rowKey={String}
        height={height}
        {...(onSelect && { onRowAction: onSelect })}
      />
    </div>
  )
}
