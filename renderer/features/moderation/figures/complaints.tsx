import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { figuresAddress } from './figures-address.ts'
import styles from './figures.module.css'
import { groupName } from './group-names.ts'
import { useThisMonth } from './use-this-month.ts'

const MOST = 5

/** What people complain about this month, beside the queue. */
export function Complaints() {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const period = useThisMonth()
  const complaints = useQuery(
    api.moderation.complaints.queryOptions({ input: period === null ? skipToken : { filter: { period } } }),
  ).data
  if (!period || !complaints) return null
  const topics = complaints.topics.filter(({ conversations }) => conversations > 0).slice(0, MOST)
  return (
    <Card title={t('complaints.title')}>
      {topics.length === 0 ? (
        <p className={styles.quiet}>{t('complaints.noneOfMonth')}</p>
      ) : (
        <KeyValues
          items={topics.map(({ topicId, name, conversations, costCents }) => ({
            label: groupName('topic', topicId, name, format, t),
            value: (
              <TextLink
                isFigure
                href={figuresAddress(period, { measure: 'complaints', group: { by: 'topic', key: topicId } })}
              >
                {t('complaints.value', { count: conversations, amount: format.moneyRounded(costCents) })}
              </TextLink>
            ),
          }))}
        />
      )}
    </Card>
  )
}
