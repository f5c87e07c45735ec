import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosingPreview } from '../../../shared/contract/ledger.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import styles from './ledger.module.css'

type ClosingMonth = ClosingPreview['months'][number]

/** What would be sealed, month by month, and what one might still want to put right. */
export function ClosingSums({ preview }: { readonly preview: ClosingPreview }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const { months, warnings } = preview
  const columns = useMemo((): Column<ClosingMonth>[] => {
    const hasTotal = months.length > 1
    const total = (key: 'lineCount' | 'costCents' | 'revenueCents' | 'seconds') =>
      months.reduce((sum, month) => sum + month[key], 0)
    const footer = (text: string) => (hasTotal ? { footer: text } : {})
    return [
      {
        id: 'month',
        header: t('months.columns.month'),
        isRowHeader: true,
        cell: ({ month }) => format.month(month),
        ...footer(t('closing.total')),
      },
      {
        id: 'lines',
        header: t('months.columns.lines'),
        align: 'end',
        cell: ({ lineCount }) => format.number(lineCount),
        ...footer(format.number(total('lineCount'))),
      },
      {
        id: 'cost',
        header: t('months.columns.cost'),
        align: 'end',
        cell: ({ costCents }) => format.money(costCents),
        ...footer(format.money(total('costCents'))),
      },
      {
        id: 'revenue',
        header: t('months.columns.revenue'),
        align: 'end',
        cell: ({ revenueCents }) => format.money(revenueCents),
        ...footer(format.money(total('revenueCents'))),
      },
      {
        id: 'hours',
        header: t('months.columns.hours'),
        align: 'end',
        cell: ({ seconds }) => format.hours(seconds),
        ...footer(format.hours(total('seconds'))),
      },
    ]
  }, [months, format, t])
  const earlier = months.length - 1
  return (
    <>
      {earlier > 0 && <p className={styles.lead}>{t('closing.earlier', { count: earlier })}</p>}
      <Card isFlush>
        <Table
          label={t('months.list')}
          columns={columns}
          rows={months}
          rowKey={({ month }) => month}
          height={months.length > 6 ? 260 : 'natural'}
        />
      </Card>
      {warnings.length > 0 && (
        <section aria-label={t('closing.warnings')}>
          <h3 className={styles.subtitle}>{t('closing.warnings')}</h3>
          <ul className={styles.warnings}>
            {warnings.slice(0, 12).map(({ kind, month, count, seconds }) => (
              <li key={`${month} ${kind}`}>
                <TriangleAlert size={15} aria-hidden />
                <span>
                  {t(`closing.warning.${kind}`, { month: format.month(month), count, hours: format.hours(seconds) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
