/** One conversation: what was written, and what happened to it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import styles from './conversation-pane.module.css'

export function ConversationPane({ id }: { readonly id: number }) {
  const query = useQuery(api.moderation.detail.queryOptions({ input: { id } }))
  return <QueryFrame query={query}>{(detail) => <Conversation detail={detail} />}</QueryFrame>
}

function Conversation({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  const title = detail.title === '' ? t('untitled', { day: format.day(detail.day) }) : detail.title
  return (
    <article className={styles.pane} aria-label={title}>
      <h2 dir="auto">{title}</h2>
      {detail.text !== '' && (
        <p className={styles.text} dir="auto">
          {detail.text}
        </p>
      )}
      <ul className={styles.timeline} aria-label={t('timeline.label')}>
        {detail.timeline.map(({ id, at, kind, text }) => (
          <li key={id}>
            {format.instant(at, timeZone)} · {t(`timeline.${kind}`)}
            {text !== null && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ul>
    </article>
  )
}
