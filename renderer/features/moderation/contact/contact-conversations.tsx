import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ContactDetail } from '../../../../shared/contract/privacy.ts'
import { api } from '../../../lib/api.ts'
import { useQuery } from '@tanstack/react-query'
import { conversationAddress } from '../../../lib/moderation-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Dot } from '../../../ui/dot.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { Table } from '../../../ui/table.tsx'
import { useContactSheet } from './contact-store.ts'
import styles from './contact.module.css'

type Row = ContactDetail['conversations'][number]

/** The latest first. Enter or a click opens one where it is worked on. */
export function ContactConversations({ contact }: { readonly contact: ContactDetail }) {
  const { t } = useTranslation('privacy')
  const [, navigate] = useLocation()
  const close = useContactSheet((state) => state.close)
  const columns = useColumns()
  const { conversations, conversationCount } = contact
  return (
    <div>
      <h3 className={styles.heading}>{t('find.conversations', { count: conversationCount })}</h3>
      <Table
        label={t('contact.conversations')}
        columns={columns}
        rows={conversations}
        rowKey={({ id }) => String(id)}
        onRowAction={({ id, status }) => {
          close()
          navigate(conversationAddress(id, status))
        }}
        empty={<p className={styles.quiet}>{t('contact.none')}</p>}
      />
      {conversations.length < conversationCount && (
        <p className={styles.quiet}>{t('contact.shortened', { count: conversations.length })}</p>
      )}
    </div>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  return useMemo(
    () => [
      { id: 'at', header: t('contact.at'), cell: ({ receivedAt }) => format.instant(receivedAt, timeZone) },
      {
        id: 'title',
        header: t('contact.conversation'),
        isRowHeader: true,
        // The words take what the other columns leave, and no more.
        width: '100%',
        isWrapping: true,
        cell: ({ id, title, isHeld, isErased }) => (
          <span className={styles.names} dir="auto">
            <span className={styles.words} title={title}>
              {title || t('contact.untitled', { id })}
            </span>
            {isHeld && <Chip>{t('contact.held')}</Chip>}
            {isErased && <Chip>{t('contact.erased')}</Chip>}
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('contact.channel'),
        cell: ({ network, channel }) => (
          <span className={styles.channel}>
            <Dot network={network} />
            <span className={styles.channelName} title={channel ?? undefined}>
              {channel ?? t('contact.noChannel')}
            </span>
          </span>
        ),
      },
      { id: 'status', header: t('contact.status'), cell: ({ status }) => t(`contact.statuses.${status}`) },
    ],
    [t, format, timeZone],
  )
}
