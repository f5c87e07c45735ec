import { skipToken, useQuery } from '@tanstack/react-query'
import { Info, Lock } from 'lucide-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import styles from './editor.module.css'
import type { Locks } from './entry-form.ts'
import { MAX_ENTRY_SECONDS } from './times.ts'

/** Why parts of the form cannot be changed, and what is not known exactly. */
export function EntryNotices({ entry, locks }: { readonly entry: TimeEntry; readonly locks: Locks }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const [isOverdue] = useState(() => entry.endedAt === null && Date.now() - entry.startedAt > MAX_ENTRY_SECONDS * 1000)
  const month = format.month(entry.day)
  return (
    <>
      {locks.isSealed && (
        <p className={styles.notice}>
          <Lock size={14} aria-hidden />
          {t('editor.sealed', { month })}
        </p>
      )}
      {locks.isInvoiced && <InvoicedNotice entry={entry} />}
      {isOverdue && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.overdue')}
        </p>
      )}
      {entry.isUntimed && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.untimed')}
        </p>
      )}
      {entry.isEstimate && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.estimate')}
        </p>
      )}
    </>
  )
}

/** Names the invoice, and leads to where it is unlocked. */
function InvoicedNotice({ entry: { clientId, client, invoiceId } }: { readonly entry: TimeEntry }) {
  const { t } = useTranslation('time')
  const close = useEntryEditor((state) => state.close)
  const input = clientId === null ? skipToken : { clientId }
  const invoices = useQuery(api.billing.invoices.queryOptions({ input })).data ?? []
  const number = invoices.find(({ id }) => id === invoiceId)?.number ?? '…'
  return (
    <p className={styles.notice}>
      <Lock size={14} aria-hidden />
      <span>
        <Trans
          t={t}
          i18nKey="editor.invoiced"
          values={{ number, client: client ?? '–' }}
          components={{
            invoice: (
              <TextLink href="/time/billing?view=invoices" onPress={close}>
                {''}
              </TextLink>
            ),
          }}
        />
      </span>
    </p>
  )
}
