import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { ChevronLeft, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { readModel } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PaperActions } from '../../ui/paper-actions.tsx'
import { Paper, PaperControls } from '../../ui/paper.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type BillingAddress, clientAddress } from './billing-view.ts'
import styles from './billing.module.css'
import { NoClient } from './no-client.tsx'

/** What the client has from the work, on paper. */
export function ClientReportView({ address: { clientId, filters } }: { readonly address: BillingAddress }) {
  const { t } = useTranslation('billing')
  if (clientId !== null) return <OpenReport clientId={clientId} filters={filters} />
  return (
    <Page title={t('report.title')}>
      <NoClient icon={FileText} title={t('report.noClient')}>
        {t('report.noClientText')}
      </NoClient>
    </Page>
  )
}

interface OpenReportProps extends Pick<BillingAddress, 'filters'> {
  readonly clientId: number
}

function OpenReport({ clientId, filters }: OpenReportProps) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const format = useFormat()
  const { chosen, error } = usePeriod({ reachesToday: true })
  const period = chosen?.period ?? null
  const wanted = filters.get('language')
  const language = wanted === 'de' || wanted === 'en' ? wanted : format.language
  const input = period === null ? skipToken : { clientId, period, model: readModel(filters.get('model')), language }
  const query = useQuery(api.billing.clientReport.queryOptions({ input, placeholderData: keepPreviousData }))
  const report = query.data
  const problem = error ?? query.error
  return (
    <Page title={t('report.title')} actions={report && <PaperActions fileName={report.document.fileName} />}>
      <PaperControls>
        <LinkButton variant="quiet" icon={ChevronLeft} href={clientAddress(clientId)}>
          {t('report.back')}
        </LinkButton>
        {chosen && <PeriodPicker chosen={chosen} />}
        <Segmented
          label={t('sheet.language')}
          value={language}
          onChange={(next) => filters.set({ language: next })}
          options={[
            { value: 'de', label: t('sheet.german') },
            { value: 'en', label: t('sheet.english') },
          ]}
        />
        {report?.channels.length === 0 && <p className={styles.note}>{t('report.withoutRevenue')}</p>}
      </PaperControls>
      {report ? (
        <Paper document={report.document} isBusy={query.isPlaceholderData} />
      ) : problem ? (
        <ErrorPanel error={describe(problem)} />
      ) : (
        <Skeleton height={600} />
      )}
    </Page>
  )
}
