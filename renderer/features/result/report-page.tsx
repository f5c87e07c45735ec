import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-store.ts'
import styles from './report.module.css'
import { ReportSheet } from './report-sheet.tsx'
import { EmptyLedger } from './result-empty.tsx'
import { useResult } from './use-result.ts'

/** One page for the boss, as it will be printed. */
export function ReportPage() {
  const { t } = useTranslation('result')
  const describe = useErrorTexts()
  const { chosen, view, error } = useResult('channel')
  const status = useQuery(api.app.status.queryOptions()).data
  const ledger = status?.ledger
  const canShow = view !== undefined && ledger !== null && ledger !== undefined
  return (
    <Page title={t('report.title')} actions={canShow && <Actions company={ledger.name} period={view.summary.period} />}>
      {error ? (
        <ErrorPanel error={describe(error)} />
      ) : chosen && chosen.period === null ? (
        <EmptyLedger />
      ) : canShow ? (
        <div className={styles.stage}>
          <ReportSheet view={view} ledger={ledger} today={status?.today ?? view.summary.period.to} />
        </div>
      ) : (
        <Skeleton height={600} />
      )}
    </Page>
  )
}

interface ActionsProps {
  readonly company: string
  readonly period: { readonly from: string; readonly to: string }
}

function Actions({ company, period }: ActionsProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const search = useSearch()
  const capabilities = useQuery(api.app.status.queryOptions()).data?.capabilities
  const [isSaving, setIsSaving] = useState(false)
  const desktop = capabilities?.savePdf === true ? window.gegenwertDesktop : undefined

  async function savePdf(save: (name: string) => ReturnType<NonNullable<typeof desktop>['savePdf']>) {
    setIsSaving(true)
    const name = t('report.fileName', { company, period: format.dayRange(period.from, period.to) })
    const outcome = await save(name)
    setIsSaving(false)
    if (outcome.outcome === 'done') showToast({ message: t('report.saved'), tone: 'success' })
    if (outcome.outcome === 'failed') {
      showToast({ message: t('report.failed'), description: outcome.reason, tone: 'error' })
    }
  }

  return (
    <>
      <LinkButton variant="quiet" icon={ArrowLeft} href={search === '' ? '/result' : `/result?${search}`}>
        {t('report.backToResult')}
      </LinkButton>
      {desktop && (
        <Button
          variant="primary"
          icon={FileDown}
          isPending={isSaving}
          onPress={() => void savePdf((name) => desktop.savePdf(name))}
        >
          {t('report.savePdf')}
        </Button>
      )}
      <Button {...(!desktop && { variant: 'primary' as const })} icon={Printer} onPress={() => window.print()}>
        {t('report.print')}
      </Button>
    </>
  )
}
