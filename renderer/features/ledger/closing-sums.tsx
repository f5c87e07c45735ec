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
  const { months, emptyMonths, warnings } = preview
  const earlier = months.length + emptyMonths - 1
  return (
    <>
      {earlier > 0 && <p className={styles.lead}>{t('closing.earlier', { count: earlier })}</p>}
      <SumsTable months={months} />
      {emptyMonths > 0 && <p>{t('months.emptyLeftOut', { count: emptyMonths })}</p>}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </>
  )
}

function SumsTable({ months }: { readonly months: readonly ClosingMonth[] }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const columns = useMemo((): Column<ClosingMonth>[] => {
    const figure = (
      id: 'lines' | 'cost' | 'revenue' | 'hours',
      key: 'lineCount' | 'costCents' | 'revenueCents' | 'seconds',
      show: (value: number) => string,
    ): Column<ClosingMonth> => ({
      id,
      header: t(`months.columns.${id}`),
      align: 'end',
      cell: (month) => show(month[key]),
      ...(months.length > 1 && { footer: show(months.reduce((sum, month) => sum + month[key], 0)) }),
    })
    return [
      {
        id: 'month',
        header: t('months.columns.month'),
        isRowHeader: true,
        cell: ({ month }) => format.month(month),
        ...(months.length > 1 && { footer: t('closing.total') }),
      },
      figure('lines', 'lineCount', (count) => format.number(count)),
      figure('cost', 'costCents', (cents) => format.money(cents)),
      figure('revenue', 'revenueCents', (cents) => format.money(cents)),
      figure('hours', 'seconds', (seconds) => format.hours(seconds)),
    ]
  }, [months, format, t])
  return (
    <Card isFlush>
      <Table
        label={t('months.list')}
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
        height={months.length > 6 ? 260 : 'natural'}
      />
    </Card>
  )
}

/** More warnings than this are not read. */
const MOST_WARNINGS = 12

function Warnings({ warnings }: Pick<ClosingPreview, 'warnings'>) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  return (
    <section aria-label={t('closing.warnings')}>
      <h3 className={styles.subtitle}>{t('closing.warnings')}</h3>
      <ul className={styles.warnings}>
        {warnings.slice(0, MOST_WARNINGS).map(({ kind, month, count, seconds }) => (
          <li key={`${month} ${kind}`}>
            <TriangleAlert size={15} aria-hidden />
            <span>
              {t(`closing.warning.${kind}`, { month: format.month(month), count, hours: format.hours(seconds) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
