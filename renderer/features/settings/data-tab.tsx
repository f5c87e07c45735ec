/** Where the ledger is, its backups, whether everything adds up, and the sample. */
import { useQuery } from '@tanstack/react-query'
import { Copy, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { describeError, type DescribedError } from '../../lib/errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Stack } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { backUp } from './back-up.ts'
import { QueryFrame } from '../../ui/query-frame.tsx'
import { SampleCard } from './sample-card.tsx'
import styles from './settings.module.css'
import { VerifyCard } from './verify-card.tsx'

export function DataTab() {
  return (
    <div className={styles.column}>
      <FileCard />
      <VerifyCard />
      <SampleCard />
    </div>
  )
}

function FileCard() {
  const { t } = useTranslation('settings')
  const where = useQuery(api.safekeeping.where.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const format = useFormat()
  const timeZone = status.data?.ledger?.timeZone ?? 'UTC'
  return (
    <QueryFrame query={where}>
      {({ path, bytes, lastBackupAt, backupFolder, receipts }) => (
        <Card title={t('data.file')}>
          <Stack>
            <p className={styles.lead}>{t('data.fileHelp')}</p>
            <KeyValues
              items={[
                { label: t('data.path'), value: <CopiedPath path={path} /> },
                receipts && {
                  label: t('data.receipts'),
                  value: <span className={styles.path}>{receipts.folder}</span>,
                },
                { label: t('data.size'), value: format.bytes(bytes) },
                {
                  label: t('data.lastBackup'),
                  value: lastBackupAt === null ? t('data.noBackup') : format.instant(lastBackupAt, timeZone),
                },
                { label: t('data.backupFolder'), value: <span className={styles.path}>{backupFolder}</span> },
              ]}
            />
            <BackUp />
            <div>
              <LinkButton href="/moderation/privacy?view=backups">{t('data.backups')}</LinkButton>
            </div>
            <details className={styles.details}>
              <summary>{t('data.byHand')}</summary>
              <ul className={styles.steps}>
                <li>{t('data.steps.backUp')}</li>
                <li>{t('data.steps.restore')}</li>
                {receipts && <li>{t('data.steps.receipts', { folder: receipts.backupFolder })}</li>}
                <li>{t('data.steps.backups')}</li>
              </ul>
            </details>
          </Stack>
        </Card>
      )}
    </QueryFrame>
  )
}

function CopiedPath({ path }: { readonly path: string }) {
  const { t } = useTranslation('settings')

  async function copy() {
    try {
      await navigator.clipboard.writeText(path)
      showToast({ message: t('data.copied'), topic: 'path' })
    } catch {
      // A browser may forbid the clipboard; the path stands there to be selected.
      showToast({ message: t('data.copyFailed'), topic: 'path' })
    }
  }

  return (
    <span className={styles.path}>
      {path}
      <IconButton size="s" variant="quiet" icon={Copy} label={t('data.copyPath')} onPress={() => void copy()} />
    </span>
  )
}

function BackUp() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [isRunning, setIsRunning] = useState(false)
  const [error, setError] = useState<DescribedError | null>(null)

  async function run() {
    setIsRunning(true)
    setError(null)
    try {
      await backUp(format)
    } catch (thrown) {
      setError(describeError(thrown))
    } finally {
      setIsRunning(false)
    }
  }

  return (
    <>
      <div>
        <Button icon={ShieldCheck} variant="primary" isPending={isRunning} onPress={() => void run()}>
          {t('data.backUp')}
        </Button>
      </div>
      {error && <ErrorPanel error={error} />}
    </>
  )
}
