import { useTranslation } from 'react-i18next'
import type { PostEvent } from '../../../../shared/contract/calendar-fields.ts'
import { POST_STATUSES } from '../../../../shared/domain/post-status.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useThisPost } from './this-post.ts'

const FIELDS = [
  'title',
  'text',
  'brief',
  'audience',
  'link',
  'format',
  'pillarId',
  'campaignId',
  'clientId',
  'draftDueOn',
  'plannedMinutes',
] as const

/** What happened, as a sentence. */
export function useEventSentence(): (event: PostEvent) => string {
  const { t } = useTranslation(['post', 'calendar'])
  const format = useFormat()
  const { timeZone } = useThisPost()
  const moment = (value: unknown) => (typeof value === 'number' ? format.instant(value, timeZone) : t('history.noTime'))
  const status = (value: unknown) => {
    const known = POST_STATUSES.find((each) => each === value)
    return known ? t(`calendar:status.${known}`) : ''
  }
  const fields = (value: unknown) => {
    const named = Array.isArray(value) ? FIELDS.filter((field) => value.includes(field)) : []
    return format.list(named.map((field) => t(`history.fields.${field}`)))
  }
  return ({ kind, channel, detail }) => {
    const sentence = t(`history.kinds.${kind}`, {
      from: kind === 'status' ? status(detail['from']) : moment(detail['from']),
      to: kind === 'planned' ? moment(detail['to']) : status(detail['to']),
      at: moment(detail['at']),
      fields: fields(detail['fields']),
      title: String(detail['title'] ?? ''),
      done: Number(detail['done'] ?? 0),
      count: Number(detail['count'] ?? 0),
      channel: channel ?? t('history.noChannel'),
    })
    const isNamed = kind === 'channelAdded' || kind === 'channelRemoved'
    return channel === null || isNamed ? sentence : t('history.onChannel', { channel, sentence })
  }
}
