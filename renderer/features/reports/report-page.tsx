import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportControls } from './report-controls.tsx'
import { ReportEmpty } from './report-empty.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useReportQuestion } from './use-report-question.ts'

/** The report as it will be printed, with what decides about it above. */
export function ReportPage() {
  const { t } = useTranslation('reports')
  const describe = useErrorTexts()
  const question = useReportQuestion()
  const input = question.input ?? skipToken
  const report = useQuery(api.reports.monthReport.queryOptions({ input, placeholderData: keepPreviousData }))
  const error = question.error ?? report.error
  const document = report.data?.document
  return (
    <Page title={t('title')} actions={<ReportActions question={question} document={document} />}>
      {question.isEmpty ? (
        <ReportEmpty />
      ) : document ? (
        <>
          <ReportControls question={question} />
          <Paper document={document} isBusy={report.isPlaceholderData} />
        </>
      ) : error ? (
        <ErrorPanel error={describe(error)} />
      ) : (
        <Skeleton height={600} />
      )}
    </Page>
  )
}
