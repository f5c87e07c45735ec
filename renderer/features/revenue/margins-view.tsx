import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Margins } from '../../../shared/contract/revenue.ts'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { MarginDialog, type MarginTarget } from './margin-dialog.tsx'
import { sourceName } from './source-name.ts'

type Row = Margins['sources'][number]

/** Which margin holds for what. */
export function MarginsView() {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const describe = useErrorTexts()
  const query = useQuery(api.revenue.margins.queryOptions())
  const [editing, setEditing] = useState<MarginTarget | null>(null)
  const margins = query.data
  const ledger = margins?.ledgerBasisPoints ?? null
  const ofShops = margins ? shopMargin(margins) : null
  const columns = useMemo(() => marginColumns(format, t, ledger, ofShops), [format, t, ledger, ofShops])
  if (!margins) return query.isError ? <ErrorPanel error={describe(query.error)} /> : <Skeleton lines={6} />
  return (
    <div className={styles.stack}>
      <p>
        {t('margins.intro')} {t('margins.ledger')}:{' '}
        <strong>{ledger === null ? t('margins.ledgerNone') : format.basisPoints(ledger)}</strong>.{' '}
        <TextLink href="/settings?tab=margin">{t('margins.toSettings')}</TextLink>
        {margins.ownCount > 0 && ` ${t('margins.own', { count: margins.ownCount })}`}
      </p>
      <Card title={t('margins.sources')} isFlush>
        <Table
          label={t('margins.sources')}
          columns={columns.sources}
          rows={margins.sources}
          rowKey={(row) => row.name}
          onRowAction={(row) => setEditing({ of: { source: row.name }, name: sourceName(row.name, t), row })}
        />
      </Card>
      <Card title={t('margins.products')} isFlush>
        {margins.products.length === 0 ? (
          <p className={styles.padded}>{t('margins.noProducts')}</p>
        ) : (
          <Table
            label={t('margins.products')}
            columns={columns.products}
            rows={margins.products}
            rowKey={(row) => row.name}
            onRowAction={(row) => setEditing({ of: { product: row.name }, name: row.name, row })}
          />
        )}
      </Card>
      {margins.hiddenProducts > 0 && <p>{t('margins.hidden', { count: margins.hiddenProducts })}</p>}
      {editing && <MarginDialog target={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

/** Kinds of purchases that name no products. */
const WITHOUT_PRODUCTS = ['manual', 'deal', 'subscription']

/** What holds for products without their own: known where it is the same for all shops. */
function shopMargin({ sources, ledgerBasisPoints }: Margins): number | null {
  const shops = sources.filter(({ name }) => !WITHOUT_PRODUCTS.includes(name))
  const margins = new Set(shops.map(({ ownBasisPoints }) => ownBasisPoints ?? ledgerBasisPoints))
  const [only = null] = margins
  return margins.size === 1 ? only : null
}

function marginColumns(format: Format, t: TFunction<'revenue'>, ledger: number | null, ofShops: number | null) {
  const columns = (nameOf: (row: Row) => string, header: string, inherited: string, value: number | null) => {
    const list: Column<Row>[] = [
      {
        id: 'name',
        header,
        isRowHeader: true,
        width: '99%',
        cell: (row) => <span className={styles.name}>{nameOf(row)}</span>,
        sortValue: nameOf,
      },
      {
        id: 'purchases',
        header: t('columns.purchases'),
        align: 'end',
        cell: (row) => format.number(row.purchases),
        sortValue: (row) => row.purchases,
      },
      {
        id: 'net',
        header: t('columns.net'),
        align: 'end',
        cell: (row) => <Money cents={row.netCents} />,
        sortValue: (row) => row.netCents,
      },
      {
        id: 'margin',
        header: t('columns.margin'),
        align: 'end',
        cell: (row) => marginText(row.ownBasisPoints ?? value, format),
      },
      {
        id: 'from',
        header: t('columns.marginFrom'),
        cell: (row) => (
          <span className={styles.dash}>{row.ownBasisPoints === null ? inherited : t('margins.from.own')}</span>
        ),
      },
    ]
    return list
  }
  return {
    sources: columns((row) => sourceName(row.name, t), t('columns.source'), t('margins.from.ledger'), ledger),
    products: columns((row) => row.name, t('columns.product'), t('margins.from.source'), ofShops),
  }
}

function marginText(basisPoints: number | null, format: Format): string {
  return basisPoints === null ? '–' : format.basisPoints(basisPoints)
}
