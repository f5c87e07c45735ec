import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CumulativeCard } from './cumulative-card.tsx'
import { DrillSheet } from './drill-sheet.tsx'
import { useDrills } from './drill-store.ts'
import { LabourCard } from './labour-card.tsx'
import { ResultActions } from './result-actions.tsx'
import { EmptyLedger, EmptyPeriod } from './result-empty.tsx'
import { ResultLacks } from './result-lacks.tsx'
import { ResultSentence } from './result-sentence.tsx'
import { ResultTable } from './result-table.tsx'
import { ResultWaterfall } from './result-waterfall.tsx'
import { SureCard } from './sure-card.tsx'
import styles from './result.module.css'
import { isEmptyPeriod, type ResultState, useResult } from './use-result.ts'

// What lies below the first screen comes after it.
const SensitivityCard = lazy(async () => ({ default: (await import('./sensitivity-card.tsx')).SensitivityCard }))
const InsightsSection = lazy(async () => ({ default: (await import('./insights-section.tsx')).InsightsSection }))

/** Does it pay, where, and how sure are we. */
export function ResultPage() {
  const { t } = useTranslation('result')
  const state = useResult()
  const close = useDrills((drills) => drills.close)
  useEffect(() => close, [close])
  const hasData = state.chosen !== undefined && state.chosen.extent !== null
  return (
    <Page title={t('title')} actions={hasData && <ResultActions state={state} />}>
      <Content state={state} />
      <DrillSheet />
    </Page>
  )
}

function Content({ state }: { readonly state: ResultState }) {
  const { t } = useTranslation('result')
  const describe = useErrorTexts()
  const { chosen, view, question, asked, error, isChanging, ask } = state
  if (error && !view) return <ErrorPanel error={describe(error)} />
  if (chosen && chosen.period === null) return <EmptyLedger />
  if (!chosen || !view || !asked) {
    return (
      <div aria-busy aria-label={t('loading')}>
        <Skeleton lines={2} height={320} />
      </div>
    )
  }
  if (isEmptyPeriod(view.summary)) return <EmptyPeriod chosen={chosen} />
  const { summary, confidence } = view
  const { extent } = chosen
  const isWhole = extent !== null && summary.period.from <= extent.from && summary.period.to >= extent.to
  return (
    <div className={cx(styles.content, isChanging && styles.changing)} aria-busy={isChanging}>
      <Columns template="minmax(0, 1fr) 330px">
        <Card className={styles.tall}>
          <ResultSentence view={view} />
          <ResultLacks summary={summary} />
          <div className={styles.waterfall}>
            <ResultWaterfall summary={summary} />
          </div>
        </Card>
        <SureCard view={view} />
      </Columns>
      <ResultTable view={view} by={question.by} onGrouping={(by) => ask({ by })} />
      <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
        <LabourCard summary={summary} />
        <CumulativeCard summary={summary} confidence={confidence} isWhole={isWhole} />
      </Columns>
      <Suspense fallback={<Skeleton height={240} />}>
        {summary.lacks.length === 0 && <SensitivityCard asked={asked} />}
        <InsightsSection asked={asked} view={view} />
      </Suspense>
    </div>
  )
}
