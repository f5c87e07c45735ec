import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReceiptCheck } from '../../../shared/contract/costs.ts'
import { api, client } from '../../lib/api.ts'
import { invalidateFeatures } from '../../lib/query-client.ts'
import { showError } from '../../lib/undo-actions.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { showToast } from '../../ui/toast-store.ts'
import styles from './costs.module.css'

/** Compares every receipt with what was attached, and tidies up what nothing points at. */
export function CheckDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('costs')
  const describe = useErrorTexts()
  const check = useQuery({ ...api.costs.checkReceipts.queryOptions(), staleTime: 0 })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('check.title')}
      footer={<Button onPress={onClose}>{t('check.close')}</Button>}
    >
      {check.data ? (
        <Outcome check={check.data} />
      ) : check.error ? (
        <ErrorPanel error={describe(check.error)} />
      ) : (
        <p role="status">{t('check.running')}</p>
      )}
    </Dialog>
  )
}

function Outcome({ check }: { readonly check: ReceiptCheck }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const { count, problems, unused, folder } = check
  const amounts = { count, formatted: format.number(count), size: format.bytes(check.bytes) }
  return (
    <>
      <p role="status">{count === 0 ? t('check.none') : problems.length === 0 && t('check.sound', amounts)}</p>
      {problems.length > 0 && <Problems check={check} />}
      {count > 0 && <p className={styles.hint}>{t('check.where', { folder })}</p>}
      {unused.count > 0 && <Unused unused={unused} />}
    </>
  )
}

function Problems({ check: { count, problems, folder } }: { readonly check: ReceiptCheck }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  return (
    <>
      <p className={styles.problem}>{t('check.broken', { count: problems.length, formatted: format.number(count) })}</p>
      <ul className={styles.badList}>
        {problems.map(({ attachmentId, fileName, of, state }) => (
          <li key={attachmentId}>
            <Chip tone="danger">{t(state === 'missing' ? 'check.missing' : 'check.changed')}</Chip>
            <span>{fileName}</span>
            <span className={styles.hint}>{of}</span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('check.brokenAdvice', { folder })}</p>
    </>
  )
}

function Unused({ unused }: { readonly unused: ReceiptCheck['unused'] }) {
  const { t } = useTranslation('costs')
  const format = useFormat()

  async function tidy() {
    try {
      const { count } = await client.costs.tidyReceipts()
      showToast({ message: t('check.tidied', { count }), tone: 'success' })
      await invalidateFeatures(['costs'])
    } catch (error) {
      showError(error)
    }
  }

  return (
    <div className={styles.levy}>
      <p>{t('check.unused', { count: unused.count, size: format.bytes(unused.bytes) })}</p>
      <p className={styles.hint}>{t('check.tidyHelp')}</p>
      <span>
        <Button onPress={() => void tidy()}>{t('check.tidy')}</Button>
      </span>
    </div>
  )
}
