import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Columns } from '../../../ui/page.tsx'
import { CheckCard } from './check-card.tsx'
import { ContactCard } from './contact-card.tsx'
import { ConversationsCard } from './conversations-card.tsx'
import styles from './crises.module.css'
import { LogCard } from './log-card.tsx'
import { StateCard } from './state-card.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

/** What happens now: the log, who must know, what is to be done. */
export function SituationView({ crisis }: { readonly crisis: CrisisDetail }) {
  return (
    <>
      <Overdue crisis={crisis} />
      <Columns template="minmax(0, 1fr) 400px">
        <div className={styles.stack}>
          <LogCard crisis={crisis} />
        </div>
        <div className={styles.stack}>
          <ContactCard crisisId={crisis.id} contacts={crisis.contacts} />
          <ConversationsCard crisis={crisis} />
          <CheckCard crisisId={crisis.id} list="task" checks={crisis.checks} />
          <CheckCard crisisId={crisis.id} list="calm" checks={crisis.checks} />
          <StateCard crisis={crisis} />
        </div>
      </Columns>
    </>
  )
}

/** Whoever should know by now and does not. */
function Overdue({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  if (crisis.closedAt !== null) return null
  const late = crisis.contacts.filter(
    ({ informedAt, informBy }) => informedAt === null && informBy !== null && informBy < now,
  )
  if (late.length === 0) return null
  const title = t('alarm.title', { count: late.length })
  return (
    <div className={styles.alarm} role="group" aria-label={title}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        {/* How late each is changes every minute, and is read out only by who goes there. */}
        <b role="alert">{title}</b>
        <ul>
          {late.map(({ id, name, role, reachableBy, informBy }) => (
            <li key={id}>
              <b>{name}</b>
              {[role, reachableBy].filter(Boolean).map((part) => ` · ${part}`)}
              {' · '}
              {t('contacts.late', { span: words.spanIn((now - (informBy ?? now)) / 1000) })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
