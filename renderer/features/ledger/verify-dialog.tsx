import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../shared/contract/ledger.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Checks } from './checks.tsx'

/** Do all sums lead back to their lines? Asked anew each time it is opened. */
export function VerifyDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('ledger')
  const describe = useErrorTexts()
  const report = useQuery({ ...api.ledger.verify.queryOptions(), gcTime: 0, refetchOnMount: 'always' })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('verify.title')}
      footer={
        <>
          <Button onPress={() => void report.refetch()} isPending={report.isFetching}>
            {t('verify.again')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('verify.close')}
          </Button>
        </>
      }
    >
      {report.error && <ErrorPanel error={describe(report.error)} />}
      {report.isPending && (
        <>
          <p role="status">{t('verify.running')}</p>
          <Skeleton lines={6} />
        </>
      )}
      {report.data && <Outcome report={report.data} />}
    </Dialog>
  )
}

function Outcome({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('ledger')
  return (
    <>
      <p role="status">
        <strong>{t(report.isSound ? 'verify.sound' : 'verify.broken')}</strong>
      </p>
      {!report.isSound && <p>{t('verify.advice')}</p>}
      <Checks checks={report.checks} />
    </>
  )
}
