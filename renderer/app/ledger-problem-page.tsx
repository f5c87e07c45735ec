import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeCode } from '../lib/errors.ts'
import { Button } from '../ui/button.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Page } from '../ui/page.tsx'

export interface LedgerProblemPageProps {
  readonly problem: { readonly code: string; readonly data: Readonly<Record<string, unknown>> }
  onRetry(): void
}

/** Stands in for every screen while no ledger is open. */
export function LedgerProblemPage({ problem, onRetry }: LedgerProblemPageProps) {
  const { t } = useTranslation(['app', 'ui'])
  const [failure, setFailure] = useState<string | null>(null)
  const described = describeCode(problem.code, problem.data)
  const desktop = window.gegenwertDesktop

  async function openOther() {
    const outcome = await desktop?.openLedgerDialog()
    if (outcome?.outcome === 'failed') setFailure(outcome.reason)
    if (outcome?.outcome === 'done') onRetry()
  }

  const advice = failure === null ? described.advice : `${described.advice} ${failure}`
  return (
    <Page title={t('problem.title')} width="text">
      <ErrorPanel
        error={{ ...described, advice }}
        actions={
          <>
            {desktop && (
              <Button size="s" icon={FolderOpen} onPress={() => void openOther()}>
                {t('problem.open')}
              </Button>
            )}
            <Button size="s" onPress={onRetry}>
              {t('ui:error.retry')}
            </Button>
          </>
        }
      />
    </Page>
  )
}
