/** The copies beside the ledger: what they still hold, restoring and deleting them. */
import { useQuery } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { api, client } from '../../../lib/api.ts'
import { leaveLedger } from '../../../lib/ledger-memory.ts'
import { invalidateFeatures } from '../../../lib/query-client.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Stack } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import styles from './privacy.module.css'

interface Backup {
  readonly name: string
  readonly at: number
  readonly bytes: number
}

export function BackupsView({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('privacy')
  const describe = useErrorTexts()
  const backups = useQuery(api.safekeeping.backups.queryOptions())
  return (
    <div className={styles.column}>
      <Card title={t('backups.title')}>
        <Stack>
          <p>{t('backups.lead')}</p>
          <Renew />
          {backups.error && <ErrorPanel error={describe(backups.error)} />}
          {backups.isPending && <Skeleton lines={3} />}
          {backups.data?.length === 0 && <p>{t('backups.none')}</p>}
          <ul className={styles.list}>
            {backups.data?.map((backup) => (
              <BackupRow key={backup.name} backup={backup} timeZone={timeZone} />
            ))}
          </ul>
        </Stack>
      </Card>
    </div>
  )
}

function BackupRow({ backup, timeZone }: { readonly backup: Backup; readonly timeZone: string }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const [asked, setAsked] = useState<'restore' | 'remove' | null>(null)
  const content = useQuery(api.safekeeping.inspectBackup.queryOptions({ input: { name: backup.name } }))
  const still = content.data?.erasedSince
  const left = [
    ...(still && still.people > 0 ? [t('backups.people', { count: still.people })] : []),
    ...(still && still.conversations > 0 ? [t('backups.texts', { count: still.conversations })] : []),
  ]
  const facts = ({ conversations, lines, isOlderFormat }: NonNullable<typeof content.data>) => [
    t('backups.conversations', { count: conversations }),
    t('backups.lines', { count: lines }),
    ...(isOlderFormat ? [t('backups.older')] : []),
  ]
  return (
    <li className={styles.row}>
      <span>
        {format.instant(backup.at, timeZone)} · {format.bytes(backup.bytes)}
        <br />
        <span className={styles.quiet}>
          {content.isError && t('backups.unreadable')}
          {content.isPending && backup.name}
          {content.data && facts(content.data).join(' · ')}
        </span>
        {still && (
          <>
            <br />
            {left.length > 0 ? (
              <Chip tone="warn">{t('backups.still', { what: format.list(left) })}</Chip>
            ) : (
              <span className={styles.quiet}>{t('backups.clean')}</span>
            )}
          </>
        )}
      </span>
      <span className={styles.actions}>
        <Button
          size="s"
          aria-label={`${t('backups.restore')} ${backup.name}`}
          isDisabled={!content.data}
          onPress={() => setAsked('restore')}
        >
          {t('backups.restore')}
        </Button>
        <Button size="s" aria-label={`${t('backups.remove')} ${backup.name}`} onPress={() => setAsked('remove')}>
          {t('backups.remove')}
        </Button>
      </span>
      {asked && <Asked asked={asked} backup={backup} timeZone={timeZone} onClose={() => setAsked(null)} />}
    </li>
  )
}

/** Nothing makes backups expire; what they still hold of erased people goes with one command. */
function Renew() {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const [isAsking, setIsAsking] = useState(false)
  const [isRunning, setIsRunning] = useState(false)
  const outdated = useQuery(api.safekeeping.outdatedBackups.queryOptions()).data
  const count = outdated?.names.length ?? 0
  if (!outdated || (count === 0 && !isAsking)) return null

  async function renew() {
    setIsRunning(true)
    try {
      const { removed } = await client.safekeeping.renewBackups()
      await invalidateFeatures(['safekeeping'])
      showToast({ message: t('backups.renewed', { count: removed }), tone: 'success' })
      setIsAsking(false)
    } catch (error) {
      showError(error)
    } finally {
      setIsRunning(false)
    }
  }

  return (
    <div className={styles.row}>
      <p>{t('backups.outdated', { count })}</p>
      <Button icon={Eraser} variant="danger" onPress={() => setIsAsking(true)}>
        {t('backups.renew')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('backups.renewTitle', { count })}
          confirm={t('backups.renewConfirm')}
          cancel={t('backups.cancel')}
          isRunning={isRunning}
          onConfirm={() => void renew()}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('backups.renewHelp', { count, bytes: format.bytes(outdated.bytes) })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

interface AskedProps {
  readonly asked: 'restore' | 'remove'
  readonly backup: Backup
  readonly timeZone: string
  onClose(): void
}

function Asked({ asked, backup: { name, at }, timeZone, onClose }: AskedProps) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const [isRunning, setIsRunning] = useState(false)

  async function restore() {
    const { lostFiles } = await client.safekeeping.restore({ name })
    leaveLedger()
    await invalidateFeatures('all')
    const lost = lostFiles > 0 && { description: t('backups.lostFiles', { count: lostFiles }) }
    showToast({ message: t('backups.restored'), tone: 'success', ...lost })
    navigate('/')
  }

  async function remove() {
    await client.safekeeping.removeBackup({ name })
    await invalidateFeatures(['safekeeping'])
    showToast({ message: t('backups.removed'), tone: 'success' })
  }

  async function run() {
    setIsRunning(true)
    try {
      await (asked === 'restore' ? restore() : remove())
      onClose()
    } catch (error) {
      showError(error)
    } finally {
      setIsRunning(false)
    }
  }

  const isRestore = asked === 'restore'
  return (
    <ConfirmDialog
      title={t(isRestore ? 'backups.restoreTitle' : 'backups.removeTitle')}
      confirm={t(isRestore ? 'backups.restoreConfirm' : 'backups.remove')}
      cancel={t('backups.cancel')}
      isRunning={isRunning}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>
        {isRestore ? t('backups.restoreHelp', { at: format.instant(at, timeZone) }) : t('backups.removeHelp', { name })}
      </p>
    </ConfirmDialog>
  )
}
