import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { readModel } from '../../lib/ledger-address.ts'
import { readPeriod } from '../../lib/period.ts'
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
import { type BillingAddress, clientAddress, periodOf } from './billing-view.ts'

/** What the client has from the work, on paper. */
export function ClientReportView({ address }: { readonly address: BillingAddress }) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const format = useFormat()
  const { clientId, filters, month } = address
  const { chosen } = usePeriod({ reachesToday: true })
  const period = readPeriod(filters.get('from'), filters.get('to')) ?? chosen?.period ?? periodOf(month)
  const wanted = filters.get('language')
  const language = wanted === 'de' || wanted === 'en' ? wanted : format.language
  const input = clientId === null ? skipToken : { clientId, period, model: readModel(filters.get('model')), language }
  const query = useQuery(api.billing.clientReport.queryOptions({ input, placeholderData: keepPreviousData }))
  const document = query.data?.document
  return (
    <Page title={t('report.title')} actions={document && <PaperActions fileName={document.fileName} />}>
      <PaperControls>
        {clientId !== null && (
          <LinkButton variant="quiet" icon={ChevronLeft} href={clientAddress(clientId)}>
            {t('report.back')}
          </LinkButton>
        )}
        {chosen && <PeriodPicker chosen={{ ...chosen, period }} />}
        <Segmented
          label={t('sheet.language')}
          value={language}
          onChange={(next) => filters.set({ language: next })}
          options={[
            { value: 'de', label: t('sheet.german') },
            { value: 'en', label: t('sheet.english') },
          ]}
        />
      </PaperControls>
      {document ? (
        <Paper document={document} isBusy={query.isPlaceholderData} />
      ) : query.error ? (
        <ErrorPanel error={describe(query.error)} />
      ) : (
        <Skeleton height={600} />
      )}
    </Page>
  )
}
