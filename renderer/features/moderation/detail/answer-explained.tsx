import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'
import { weekdayName } from '../../../lib/weekday-name.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { type KeyValue, KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import styles from './aside.module.css'
import { lengthText, targetText } from './length-text.ts'
import { useLedgerZone } from './use-ledger-zone.ts'
import { weekText } from './week-text.ts'

export interface AnswerExplainedProps {
  readonly detail: ConversationDetail
  /** How it stands, in short: what is pressed. */
  readonly text: string
  readonly isLate: boolean
}

/** How the deadline of the first answer comes about: when it came in, from when the clock runs, what was promised, when that is over. */
export function AnswerExplained({ detail, text, isLate }: AnswerExplainedProps) {
  const { t } = useTranslation('conversation')
  return (
    <Popover
      label={t('explained.title')}
      placement="bottom end"
      trigger={
        <TextLink isFigure aria-label={t('explained.open', { text })}>
          <span className={cx(isLate && styles.late)}>{text}</span>
        </TextLink>
      }
    >
      <Explanation detail={detail} isLate={isLate} />
    </Popover>
  )
}

function Explanation({ detail, isLate }: Omit<AnswerExplainedProps, 'text'>) {
  const { t } = useTranslation('conversation')
  const items = useSteps(detail, isLate)
  const hours = useHours(detail.channelId)
  return (
    <div className={styles.explained}>
      <strong>{t('explained.title')}</strong>
      <KeyValues items={items} />
      <p className={styles.hint}>
        {t(`explained.${ruleOf(detail)}`)} {hours !== '' && t('explained.hours', { hours })}{' '}
        <TextLink href="/moderation/setup?tab=targets">{t('explained.change')}</TextLink>
      </p>
    </div>
  )
}

/** Without service hours nothing is counted; without a target nothing is due. */
function ruleOf({ targetMinutes, firstDueAt }: ConversationDetail) {
  if (firstDueAt !== null) return 'rule'
  return targetMinutes === null ? 'noTarget' : 'noHours'
}

/** The hours the clock of its channel runs in; empty while they are not read yet, and where there are none. */
function useHours(channelId: number | null): string {
  const format = useFormat()
  const rows = useQuery(api.moderation.serviceHours.queryOptions()).data ?? []
  const row = rows.find((each) => each.channelId === channelId) ?? rows.find((each) => each.channelId === null)
  const names = Array.from({ length: 7 }, (_, weekday) => weekdayName(weekday, format, 'short'))
  return row === undefined ? '' : weekText(row.weekly, names)
}

function useSteps(detail: ConversationDetail, isLate: boolean): readonly (KeyValue | null)[] {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const timeZone = useLedgerZone()
  const { receivedAt, clockStartsAt, targetMinutes, firstDueAt, firstAnsweredAt, firstResponseSeconds } = detail
  const at = (label: string, instant: number | null): KeyValue | null =>
    instant === null ? null : { label, value: format.instant(instant, timeZone) }
  return [
    at(t('explained.received'), receivedAt),
    at(t('explained.starts'), clockStartsAt),
    targetMinutes === null
      ? null
      : { label: t('explained.target'), value: t('explained.length', { length: targetText(targetMinutes, format) }) },
    at(t('explained.due'), firstDueAt),
    at(t('explained.answered'), firstAnsweredAt),
    firstResponseSeconds === null
      ? null
      : {
          label: t('explained.took'),
          value: (
            <span className={cx(isLate && styles.late)}>
              {t('explained.length', { length: lengthText(firstResponseSeconds, format) })}
            </span>
          ),
        },
  ]
}
