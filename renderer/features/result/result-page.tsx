import { FileText } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CostingNote } from './costing-note.tsx'
import { CumulativeCard } from './cumulative-card.tsx'
import { DrillSheet } from './drill-sheet.tsx'
import { useDrills } from './drill-store.ts'
import { LabourCard } from './labour-card.tsx'
import { ModelPicker } from './model-picker.tsx'
import { EmptyLedger, EmptyPeriod } from './result-empty.tsx'
import { ResultLacks } from './result-lacks.tsx'
import { ResultSentence } from './result-sentence.tsx'
import { ResultTable } from './result-table.tsx'
import { ResultWaterfall } from './result-waterfall.tsx'
import { SureCard } from './sure-card.tsx'
import styles from './result.module.css'
import { isEmptyPeriod, type ResultState, useResult } from './use-result.ts'

/** Does it pay, where, and how sure are we. */
export function ResultPage() {
  const { t } = useTranslation('result')
  const state = useResult()
  const { chosen, model, view } = state
  const close = useDrills((drills) => drills.close)
  useEffect(() => close, [close])
  const hasData = chosen !== undefined && chosen.extent !== null
  return (
    <Page title={t('title')} actions={hasData && <Actions {...state} chosen={chosen} model={model} view={view} />}>
      <Content state={state} />
      <DrillSheet />
    </Page>
  )
}

function Actions({ chosen, model, view, setModel }: ResultState) {
  const { t } = useTranslation('result')
  const search = useSearch()
  if (!chosen) return null
  return (
    <>
      <PeriodPicker chosen={chosen} />
      <ModelPicker model={model} view={view} onChange={setModel} />
      <CostingNote />
      <LinkButton icon={FileText} href={search === '' ? '/report' : `/report?${search}`}>
        {t('openReport')}
      </LinkButton>
    </>
  )
}

function Content({ state }: { readonly state: ResultState }) {
  const { t } = useTranslation('result')
  const describe = useErrorTexts()
  const { chosen, view, by, error, isChanging, setGrouping } = state
  if (error) return <ErrorPanel error={describe(error)} />
  if (chosen && chosen.period === null) return <EmptyLedger />
  if (!chosen || !view) {
    return (
      <div aria-busy aria-label={t('loading')}>
        <Skeleton lines={2} height={320} />
      </div>
    )
  }
  if (isEmptyPeriod(view.summary)) return <EmptyPeriod chosen={chosen} />
  const { summary, confidence } = view
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
      <ResultTable view={view} by={by} onGrouping={setGrouping} />
      <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
        <LabourCard summary={summary} />
        <CumulativeCard confidence={confidence} />
      </Columns>
    </div>
  )
}
