/** Days and purposes of entries in words. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'

export function useEntryTexts() {
  const { t } = useTranslation('timeList')
  const { locale } = useFormat()
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: '2-digit',
      month: '2-digit',
      year: '2-digit',
      timeZone: 'UTC',
    })
    return {
      /** "Mi, 28.10.26" */
      day: (day: string) => weekday.format(new Date(`${day}T12:00:00Z`)),
      purpose: (entry: TimeEntry) => {
        const { targets, client, project, campaign, department } = entry
        const [first] = targets
        const name =
          first === undefined
            ? null
            : first.name !== ''
              ? first.name
              : first.postId === null
                ? t('unnamedConversation', { id: first.conversationId })
                : t('unnamedPost', { id: first.postId })
        const target = name !== null && targets.length > 1 ? t('targets', { name, count: targets.length - 1 }) : name
        return [target, client, project, campaign, department].filter((part) => part !== null).join(' · ')
      },
    }
  }, [t, locale])
}
