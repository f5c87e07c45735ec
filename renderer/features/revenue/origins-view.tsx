import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import type { RevenueFilter, RevenueRow } from '../../../shared/contract/revenue.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { usePurchases } from '../../lib/use-rows.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { shareOf } from './coverage-line.tsx'
import { OriginChoices } from './origin-choices.tsx'
import { OriginList } from './origin-list.tsx'
import own from './revenue.module.css'

/** Purchases nobody knows the origin of, to be worked off one by one or many at once. */
export function OriginsView() {
  const { t } = useTranslation('revenue')
  const describe = useErrorTexts()
  const { chosen, error } = usePeriod({ reachesToday: true })
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        {chosen && <PeriodPicker chosen={chosen} />}
      </div>
      {error && <ErrorPanel error={describe(error)} />}
      {chosen?.period && <Worklist key={`${chosen.period.from} ${chosen.period.to}`} period={chosen.period} />}
    </>
  )
}

function Worklist({ period }: { readonly period: Period }) {
  const describe = useErrorTexts()
  const filter = useMemo((): RevenueFilter => ({ period, model: 'last', only: 'untouched' }), [period])
  const { rows, sums, isLoading, error } = usePurchases(filter)
  const coverage = useQuery(api.revenue.coverage.queryOptions({ input: { period } })).data
  // What was open when the work began; undo may bring some back, an import may bring more.
  const [most, setMost] = useState(0)
  const open = sums?.count ?? 0
  if (open > most) setMost(open)
  if (error) return <ErrorPanel error={describe(error)} />
  if (isLoading || !sums || !coverage) return <Skeleton lines={6} />
  return <OpenWork rows={rows} open={open} total={Math.max(most, open)} coverage={coverage} />
}

interface OpenWorkProps {
  readonly rows: readonly RevenueRow[]
  readonly open: number
  readonly total: number
  readonly coverage: Coverage
}

function OpenWork({ rows, open, total, coverage }: OpenWorkProps) {
  const { t } = useTranslation('revenue')
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set())
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const chosen = rows.filter((row) => selected.has(row.eventId))
  // Skipped ones come again once the others are done.
  const current = rows.find((row) => !skipped.has(row.eventId)) ?? rows[0]
  if (!current)
    return (
      <EmptyState icon={CircleCheck} title={t('origins.doneTitle')}>
        {t('origins.done')}
      </EmptyState>
    )
  const asked = chosen.length > 0 ? chosen : [current]
  return (
    <div className={own.work}>
      <Card>
        <div className={styles.stack}>
          <Progress label={t('origins.progressLabel')} done={total - open} total={total} />
          <Question asked={asked} isMany={chosen.length > 0} />
          <OriginChoices
            asked={asked}
            onAssigned={() => setSelected(new Set())}
            onSkip={() => {
              const next = new Set(skipped).add(current.eventId)
              setSkipped(rows.every((row) => next.has(row.eventId)) ? new Set() : next)
            }}
            canSkip={chosen.length === 0 && rows.length > 1}
          />
          <Effect asked={asked} isMany={chosen.length > 0} coverage={coverage} />
        </div>
      </Card>
      <OriginList rows={rows} open={open} currentId={current.eventId} selected={selected} onSelect={setSelected} />
    </div>
  )
}

interface AskedProps {
  readonly asked: readonly RevenueRow[]
  readonly isMany: boolean
}

function Question({ asked, isMany }: AskedProps) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const [first] = asked
  if (isMany) return <h2 className={own.question}>{t('origins.questionMany', { count: asked.length })}</h2>
  if (!first) return null
  return (
    <div role="status">
      <p className={own.quiet}>{t('origins.question')}</p>
      <h2 className={own.question}>
        {first.name} · {format.day(first.day)} · {format.money(first.netCents)}
      </h2>
    </div>
  )
}

/** What is still open, and what an answer would change. */
function Effect({ asked, isMany, coverage }: AskedProps & { readonly coverage: Coverage }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const { netCents, touchedNetCents } = coverage
  const added = asked.reduce((sum, row) => sum + row.netCents, 0)
  return (
    <p className={own.quiet}>
      {t(isMany ? 'origins.effectMany' : 'origins.effect', {
        open: format.money(netCents - touchedNetCents),
        now: format.percent(shareOf(touchedNetCents, netCents), 1),
        after: format.percent(shareOf(touchedNetCents + added, netCents), 1),
        all: format.percent(1, 1),
      })}
    </p>
  )
}
