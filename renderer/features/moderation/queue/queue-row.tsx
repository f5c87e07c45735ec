/** One conversation in the queue: what it is called, when it is due, where it came in, what it is about. */
import { Ban, ChevronDown, ChevronsUp, ChevronUp, EyeOff, Flame, type LucideIcon, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Measure, QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import type { Priority } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Chip } from '../../../ui/chip.tsx'
import { cx } from '../../../ui/class-names.ts'
import { Dot } from '../../../ui/dot.tsx'
import { DueChip } from '../../../ui/due-chip.tsx'
import { Stars } from '../stars.tsx'
import styles from './queue.module.css'
import { useMomentText } from '../../../lib/use-moment-text.ts'

/** As many as a line has room for; the others are counted. */
const TOPICS_SHOWN = 2

const PRIORITY_MARKS: Readonly<Partial<Record<Priority, LucideIcon>>> = {
  low: ChevronDown,
  high: ChevronUp,
  urgent: ChevronsUp,
}
const MEASURE_MARKS: Readonly<Record<Measure, LucideIcon>> = { hidden: EyeOff, deleted: Trash2, blocked: Ban }

export function QueueRowContent({ row }: { readonly row: QueueRow }) {
  const { t } = useTranslation('moderation')
  const now = useNow()
  const { priority, batchCount, stars } = row
  return (
    <>
      <span className={styles.line}>
        {priority !== 'normal' && <PriorityMark priority={priority} />}
        {stars !== null && <Stars count={stars} />}
        <Title row={row} />
        {batchCount !== null && <Chip title={t('row.batch', { count: batchCount })}>×{batchCount}</Chip>}
        <When row={row} now={now} />
      </span>
      <span className={styles.line}>
        <Dot network={row.network} />
        <Facts row={row} now={now} />
        <Marks row={row} />
      </span>
    </>
  )
}

function Title({ row }: { readonly row: QueueRow }) {
  const { t } = useTranslation('moderation')
  const { title, isErased } = row
  return (
    <span className={cx(styles.title, title === '' && styles.untitled)} dir="auto">
      {title || t(isErased ? 'row.erased' : 'row.untitled')}
    </span>
  )
}

interface TimedProps {
  readonly row: QueueRow
  readonly now: Instant
}

/** Until the answer is due; of what is done, when it was done. */
function When({ row, now }: TimedProps) {
  const moment = useMomentText()
  const { status, dueAt, resolvedAt, receivedAt } = row
  if (status !== 'done') return <DueChip dueAt={dueAt} />
  return <span className={styles.when}>{moment(resolvedAt ?? receivedAt, now)}</span>
}

/** "Kommentar · Lieferung · verärgert", and whose turn it is where it is not ours. */
function Facts({ row, now }: TimedProps) {
  const { t } = useTranslation('moderation')
  const names = conversationNames(useFormat().language)
  const moment = useMomentText()
  const { kind, topics, sentiment, handedTo, returnDueAt, snoozedUntil } = row
  const rest = topics.length - TOPICS_SHOWN
  const isLate = returnDueAt !== null && returnDueAt < now
  const isPutOff = snoozedUntil !== null && snoozedUntil > now && row.status !== 'done'
  const facts = [
    names.kinds[kind],
    ...topics.slice(0, TOPICS_SHOWN),
    ...(rest > 0 ? [t('row.moreTopics', { count: rest })] : []),
    ...(sentiment ? [names.sentiments[sentiment]] : []),
  ]
  const turn = [
    ...(handedTo === null ? [] : [t('row.handedTo', { name: handedTo })]),
    ...(handedTo === null || returnDueAt === null ? [] : [t('row.returnDue', { at: moment(returnDueAt, now) })]),
    ...(isPutOff ? [t('row.snoozed', { at: moment(snoozedUntil, now) })] : []),
  ]
  return (
    <span className={styles.facts}>
      {turn.length > 0 && <b className={cx(styles.turn, isLate && styles.late)}>{turn.join(', ')} · </b>}
      {facts.join(' · ')}
    </span>
  )
}

function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { t } = useTranslation('moderation')
  const names = conversationNames(useFormat().language)
  const Icon = PRIORITY_MARKS[priority]
  return (
    Icon && (
      <Icon
        size={15}
        role="img"
        className={styles[priority]}
        aria-label={t('row.priority', { priority: names.priorities[priority] })}
      />
    )
  )
}

function Marks({ row: { measure, crisisId } }: { readonly row: QueueRow }) {
  const { t } = useTranslation('moderation')
  const Measured = measure && MEASURE_MARKS[measure]
  return (
    <>
      {Measured && <Measured size={14} role="img" className={styles.mark} aria-label={t(`row.${measure}`)} />}
      {crisisId !== null && <Flame size={14} role="img" className={styles.crisis} aria-label={t('row.crisis')} />}
    </>
  )
}
