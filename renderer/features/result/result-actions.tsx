import { FileText, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { ComparisonPicker } from './comparison-picker.tsx'
import { CostingPicker } from './costing-picker.tsx'
import { ModelPicker } from './model-picker.tsx'
import { isUsual, USUAL } from './question.ts'
import type { ResultState } from './use-result.ts'
import { WindowPicker } from './window-picker.tsx'

/** The switches of Bilanz; every one of them stands in the address. */
export function ResultActions({ state }: { readonly state: ResultState }) {
  const { t } = useTranslation('result')
  const search = useSearch()
  const { chosen, question, ownWindowDays, view, ask } = state
  if (!chosen) return null
  const { model, windowDays, costing, by, comparison } = question
  return (
    <>
      {!isUsual(question) && (
        <IconButton icon={RotateCcw} label={t('reset')} variant="quiet" onPress={() => ask(USUAL)} />
      )}
      <PeriodPicker chosen={chosen} />
      {chosen.period && (
        <ComparisonPicker
          comparison={comparison}
          period={chosen.period}
          onChange={(next) => ask({ comparison: next })}
        />
      )}
      <ModelPicker model={model} view={view} onChange={(next) => ask({ model: next })} />
      {ownWindowDays !== undefined && (
        <WindowPicker windowDays={windowDays} ownDays={ownWindowDays} onChange={(next) => ask({ windowDays: next })} />
      )}
      <CostingPicker costing={costing} by={by} onChange={(next) => ask({ costing: next })} />
      <LinkButton icon={FileText} href={search === '' ? '/report' : `/report?${search}`}>
        {t('openReport')}
      </LinkButton>
    </>
  )
}
