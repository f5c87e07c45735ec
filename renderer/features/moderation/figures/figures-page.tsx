/** What the moderation log adds up to: how fast, in what mood, at what cost, and what followed. */
import { MessagesSquare } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureFilter } from '../../../../shared/contract/moderation-figures.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Columns, Page } from '../../../ui/page.tsx'
import { PeriodPicker } from '../../../ui/period-picker.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ModerationTabs } from '../moderation-tabs.tsx'
import { ComplaintsCard } from './complaints-card.tsx'
import { ExportDialog } from './export-dialog.tsx'
import type { FigureDrill } from './figures-address.ts'
import { FiguresChart } from './figures-chart.tsx'
import { FiguresFilters } from './figures-filters.tsx'
import { FiguresSentence } from './figures-sentence.tsx'
import { FiguresTable } from './figures-table.tsx'
import { FigureRowsSheet } from './figure-rows-sheet.tsx'
import styles from './figures.module.css'
import { MoodCard } from './mood-card.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { ReachCard } from './reach-card.tsx'
import { ServicesCard } from './services-card.tsx'
import { TimesCard } from './times-card.tsx'
import { type FigureQuestion, useFigureQuestion, useFigures } from './use-figures.ts'

export function FiguresPage() {
  const { t } = useTranslation('moderationFigures')
  const describe = useErrorTexts()
  const question = useFigureQuestion()
  const { chosen, filter, model, drill, error, open } = question
  return (
    <Page
      title={t('title')}
      titleAside={<ModerationTabs />}
      {...(chosen && { actions: <PeriodPicker chosen={chosen} /> })}
    >
      <div className={styles.page}>
        <FiguresFilters question={question} />
        {error && <ErrorPanel error={describe(error)} />}
        {filter && <Content question={question} filter={filter} />}
        {!filter && !error && <Loading />}
      </div>
      <FigureRowsSheet filter={filter} model={model} drill={drill} onClose={() => open(null)} />
    </Page>
  )
}

function Loading() {
  const { t } = useTranslation('moderationFigures')
  return (
    <div aria-busy aria-label={t('loading')}>
      <Skeleton lines={2} height={220} />
    </div>
  )
}

interface ContentProps {
  readonly question: FigureQuestion
  readonly filter: FigureFilter
}

function Content({ question, filter }: ContentProps) {
  const { by, model, filters, open } = question
  const describe = useErrorTexts()
  const query = useFigures(filter, by, model)
  const onOpen = useCallback((drill: FigureDrill) => open(drill), [open])
  const answer = query.data
  if (query.error && !answer) return <ErrorPanel error={describe(query.error)} />
  if (!answer) return <Loading />
  if (answer.total.rows === 0) return <Nothing question={question} filter={filter} />
  const { total, before } = answer
  // What the answer before was grouped by must not be read as what is asked now.
  const groups = query.isPlaceholderData ? null : answer.groups
  return (
    <div className={cx(styles.page, query.isPlaceholderData && styles.changing)} aria-busy={query.isPlaceholderData}>
      <Card>
        <div className={styles.head}>
          <FiguresSentence total={total} before={before} filter={filter} onOpen={onOpen} />
          <ExportDialog filter={filter} model={model} count={total.rows} />
        </div>
      </Card>
      <TimesCard total={total} onOpen={onOpen} />
      <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
        <MoodCard total={total} onOpen={onOpen} />
        <OutcomeCard total={total} onOpen={onOpen} />
      </Columns>
      {groups ? (
        <>
          <FiguresChart groups={groups} by={by} filters={filters} onOpen={onOpen} />
          <FiguresTable
            total={total}
            groups={groups}
            by={by}
            onGrouping={(next) => filters.set({ by: next === 'channel' ? undefined : next })}
            onOpen={onOpen}
          />
        </>
      ) : (
        <Skeleton height={320} />
      )}
      <ComplaintsCard filter={filter} onOpen={onOpen} />
      <ServicesCard filter={filter} model={model} onOpen={onOpen} />
      <Reach filter={filter} />
    </div>
  )
}

function Reach({ filter }: { readonly filter: FigureFilter }) {
  const { t } = useTranslation('moderationFigures')
  return (
    <Fold summary={t('reach.summary')}>
      <ReachCard startYear={Number(filter.period.to.slice(0, 4))} />
    </Fold>
  )
}

function Nothing({ question: { chosen, isFiltered }, filter }: ContentProps) {
  const { t } = useTranslation('moderationFigures')
  // Everything there is, and still nothing: the log is empty.
  const isAll = chosen?.extent !== null && chosen?.extent !== undefined && filter.period.from <= chosen.extent.from
  if (isFiltered || !isAll) return <EmptyState title={t('empty.periodTitle')}>{t('empty.period')}</EmptyState>
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t('empty.title')}
      primary={
        <LinkButton variant="primary" href="/moderation">
          {t('empty.start')}
        </LinkButton>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
