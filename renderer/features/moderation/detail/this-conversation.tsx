import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { purchasesAddress } from '../../../lib/ledger-address.ts'
import { queueAddress } from '../../../lib/moderation-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { type KeyValue, KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import { AnswerExplained } from './answer-explained.tsx'
import { useContactSheet } from '../contact/contact-store.ts'
import styles from './aside.module.css'
import { lengthText, targetText } from './length-text.ts'

interface Props {
  readonly detail: ConversationDetail
}

export function ThisConversation({ detail }: Props) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { department, client, post, crisis, crisisId, erasedOn, holdReason, resolutionSeconds, handle } = detail
  const contactItem = useContactItem(detail)
  const first = useFirstAnswer(detail)
  const next = useNextAnswer(detail)
  const revenue = useRevenueItem(detail)
  const item = (label: string, value: string | null): KeyValue | null => (value === null ? null : { label, value })
  return (
    <Card title={t('aside.title')}>
      <KeyValues
        items={[
          { label: t('aside.work'), value: <Work detail={detail} /> },
          first,
          next,
          item(t('aside.resolution'), resolutionSeconds === null ? null : lengthText(resolutionSeconds, format)),
          contactItem,
          item(t('aside.handle'), handle),
          item(t('aside.department'), department),
          item(t('aside.client'), client),
          item(t('aside.post'), post),
          crisisId === null
            ? null
            : {
                label: t('aside.crisis'),
                value: <TextLink href={`/moderation/crises?id=${crisisId}`}>{crisis}</TextLink>,
              },
          revenue,
          item(t('aside.erasedOn'), erasedOn && format.day(erasedOn)),
          item(t('aside.held'), holdReason),
        ]}
      />
    </Card>
  )
}

function Work({ detail: { seconds, costCents, isCostOpen } }: Props) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  if (seconds === 0) return <span className={styles.none}>{t('aside.noWork')}</span>
  return (
    <>
      {lengthText(seconds, format)} · {isCostOpen && costCents === 0 ? t('aside.noRate') : format.money(costCents)}
    </>
  )
}

/** The pseudonym opens who it is, the count their conversations in the list. */
function useContactItem({ contact, contactId, contactCount, status }: ConversationDetail): KeyValue | null {
  const { t } = useTranslation('conversation')
  const show = useContactSheet((state) => state.show)
  if (contact === null || contactId === null) return null
  return {
    label: t('aside.contact'),
    value: (
      <>
        <TextLink aria-label={t('aside.openContact', { contact })} onPress={() => show(contactId)}>
          {contact}
        </TextLink>
        {' · '}
        <TextLink href={queueAddress({ contactId }, status)}>{t('aside.contacts', { count: contactCount })}</TextLink>
      </>
    ),
  }
}

/** How long the first answer took, beside what was promised; rust where it was more. */
function useFirstAnswer(detail: ConversationDetail): KeyValue | null {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const now = useNow()
  const moment = useMomentText()
  const { batchCount, status, firstResponseSeconds, firstAnsweredAt, firstDueAt, dueAt, targetMinutes } = detail
  if (batchCount !== null) return null
  const label = t('aside.firstAnswer')
  const explained = (text: string, isLate: boolean) => ({
    label,
    value: <AnswerExplained detail={detail} text={text} isLate={isLate} />,
  })
  const target = targetMinutes === null ? '' : ` ${t('aside.target', { target: targetText(targetMinutes, format) })}`
  if (firstResponseSeconds !== null) {
    const isLate = firstDueAt !== null && firstAnsweredAt !== null && firstAnsweredAt > firstDueAt
    return explained(`${lengthText(firstResponseSeconds, format)}${target}`, isLate)
  }
  // Not measured, though there is a target: it answered a further message.
  if (firstAnsweredAt !== null && targetMinutes === null) return { label, value: moment(firstAnsweredAt, now) }
  if (firstAnsweredAt !== null) return explained(moment(firstAnsweredAt, now), false)
  // Closed without one; so it was as well where only an answer to a further message is due.
  if (status === 'done' || (firstDueAt === null && dueAt !== null))
    return { label, value: <span className={styles.none}>{t('aside.unanswered')}</span> }
  if (firstDueAt === null) return explained(t('aside.noAnswer'), false)
  const isOver = firstDueAt < now
  return explained(`${t(isOver ? 'aside.overdue' : 'aside.due', { at: moment(firstDueAt, now) })}${target}`, isOver)
}

/** The other side wrote again and waits; the first answer is told of by itself. */
function useNextAnswer({ firstAnsweredAt, firstDueAt, status, dueAt }: ConversationDetail): KeyValue | null {
  const { t } = useTranslation('conversation')
  const now = useNow()
  const moment = useMomentText()
  const isFirst = firstAnsweredAt === null && dueAt === firstDueAt
  if (isFirst || status === 'done' || dueAt === null) return null
  const isOver = dueAt < now
  const text = t(isOver ? 'aside.overdue' : 'aside.due', { at: moment(dueAt, now) })
  return { label: t('aside.nextAnswer'), value: <span className={cx(isOver && styles.late)}>{text}</span> }
}

/** Net revenue of purchases that followed from it, as the last touch counts. */
function useRevenueItem({ id, leads, day }: ConversationDetail): KeyValue | null {
  const { t } = useTranslation('conversation')
  const today = useQuery(api.app.status.queryOptions()).data?.today
  const filter = {
    period: { from: day as Day, to: (today ?? day) as Day },
    model: 'last' as const,
    conversationId: id,
  }
  const isAsked = today !== undefined && leads.length > 0
  const sums = useQuery(api.revenue.purchases.queryOptions({ input: { filter }, enabled: isAsked })).data?.sums
  if (!sums || sums.count === 0) return null
  return {
    label: t('aside.revenue'),
    value: (
      <TextLink isFigure href={purchasesAddress(filter)}>
        <Money cents={sums.netCents} tone="return" />
      </TextLink>
    ),
  }
}
