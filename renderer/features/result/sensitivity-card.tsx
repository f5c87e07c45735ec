import { skipToken, useQuery } from '@tanstack/react-query'
import { ChartColumn, Table2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sensitivity } from '../../../shared/contract/result.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { Tornado } from './tornado.tsx'
import { useAssumptions } from './assumptions.ts'
import styles from './tornado.module.css'
import type { Asked } from './use-result.ts'

type Bar = Sensitivity['bars'][number]

/** What the result would be under other assumptions. Asked for when one scrolls near it: it computes many results. */
export function SensitivityCard({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('result')
  const describe = useErrorTexts()
  const place = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(place)
  const [isTable, setIsTable] = useState(false)
  const answer = useQuery(api.result.sensitivity.queryOptions({ input: isNear ? asked : skipToken }))
  const data = answer.data
  const isShown = data !== undefined && data.baseCents !== null && data.bars.length > 0
  return (
    <div ref={place}>
      <Card
        title={t('tornado.title')}
        aside={
          isShown && (
            <IconButton
              size="s"
              variant="quiet"
              icon={isTable ? ChartColumn : Table2}
              label={t(isTable ? 'tornado.showChart' : 'tornado.showTable')}
              onPress={() => setIsTable(!isTable)}
            />
          )
        }
        isFlush={isShown && isTable}
      >
        {answer.error ? (
          <ErrorPanel error={describe(answer.error)} />
        ) : !data ? (
          <Skeleton lines={4} />
        ) : data.baseCents === null || data.bars.length === 0 ? (
          <p className={styles.empty}>{t('tornado.empty')}</p>
        ) : isTable ? (
          <SensitivityTable bars={data.bars} />
        ) : (
          <Tornado baseCents={data.baseCents} bars={data.bars} />
        )}
      </Card>
    </div>
  )
}

/** Stays true once it was. */
function useIsNear(place: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || isNear) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true)
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, isNear])
  return isNear
}

function SensitivityTable({ bars }: { readonly bars: readonly Bar[] }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const nameOf = useAssumptions()
  const columns = useMemo((): Column<Bar>[] => {
    const end = (id: 'low' | 'high', header: string): Column<Bar>[] => [
      { id: `${id}Value`, header: t('tornado.assumption'), cell: (bar) => nameOf(bar.factor, bar[id].value) },
      {
        id,
        header,
        align: 'end',
        cell: (bar) => <Money cents={bar[id].cents} tone="result" />,
        sortValue: (bar) => bar[id].cents,
      },
    ]
    return [
      {
        id: 'factor',
        header: t('tornado.factor'),
        isRowHeader: true,
        cell: (bar) => t(`tornado.factors.${bar.factor}`),
      },
      ...end('low', t('tornado.lowest')),
      ...end('high', t('tornado.highest')),
      {
        id: 'span',
        header: t('tornado.span'),
        align: 'end',
        cell: (bar) => format.money(bar.high.cents - bar.low.cents),
        sortValue: (bar) => bar.high.cents - bar.low.cents,
      },
    ]
  }, [t, format, nameOf])
  return <Table label={t('tornado.title')} columns={columns} rows={bars} rowKey={(bar) => bar.factor} />
}
