/** Answers that are waited for: how many press, and the first of them. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { conversationNames } from '../../../shared/i18n/conversation-names.ts'
import { api } from '../../lib/api.ts'
import { conversationAddress } from '../../lib/moderation-address.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { Dot } from '../../ui/dot.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './today.module.css'

const SHOWN = 5

/** Nothing before the first conversation was noted: the first screen shows only what has something behind it. */
export function AnswersCard() {
  const { t } = useTranslation('today')
  const names = conversationNames(useFormat().language)
  const counts = useQuery(api.moderation.counts.queryOptions()).data
  const first = useQuery(api.moderation.list.queryOptions({ input: { list: 'open', limit: SHOWN } })).data
  if (!counts || !first || counts.isEmpty) return null
  const { open, overdue, soon, lateReturns } = counts
  const facts = [
    ...(overdue > 0 ? [t('answers.overdue', { count: overdue })] : []),
    ...(soon > 0 ? [t('answers.soon', { count: soon })] : []),
    t('answers.open', { count: open }),
  ]
  return (
    <Card title={t('answers.title')} aside={<TextLink href="/moderation?list=open">{t('answers.all')}</TextLink>}>
      <p className={styles.answersSum}>{open === 0 && overdue === 0 ? t('answers.none') : facts.join(' · ')}</p>
      {lateReturns > 0 && (
        <p className={styles.lateReturns}>
          <TextLink href="/moderation?list=waiting">{t('answers.lateReturns', { count: lateReturns })}</TextLink>
        </p>
      )}
      {first.rows.length > 0 && (
        <ul className={styles.answers}>
          {first.rows.map(({ id, title, kind, network, dueAt }) => (
            <li key={id}>
              <Dot network={network} />
              <span className={styles.answer} dir="auto">
                <TextLink href={conversationAddress(id)}>{title || names.kinds[kind]}</TextLink>
              </span>
              <DueChip dueAt={dueAt} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
