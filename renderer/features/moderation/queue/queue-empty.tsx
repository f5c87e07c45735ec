/** What stands in the middle while the list has nothing to show. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Hourglass, MessagesSquare, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useCommandRegistry } from '../../../lib/commands.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useModerationAddress } from '../moderation-address.ts'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import styles from './queue.module.css'

export function QueueEmpty() {
  const { t } = useTranslation('moderation')
  const { list, isFiltered, clearFilters } = useModerationAddress()
  const counts = useQuery(api.moderation.counts.queryOptions()).data
  if (!counts) return null
  if (isFiltered)
    return (
      <EmptyState
        icon={SearchX}
        title={t('empty.filteredTitle')}
        primary={<Button onPress={clearFilters}>{t('filter.clear')}</Button>}
      >
        {t('empty.filtered')}
      </EmptyState>
    )
  if (list === 'open') return <AllAnswered waiting={counts.waiting} wakesAt={counts.wakesAt} />
  return (
    <EmptyState icon={list === 'waiting' ? Hourglass : CircleCheck} title={t(`empty.${list}Title`)}>
      {t(`empty.${list}`)}
    </EmptyState>
  )
}

/** Before anything was noted: the ways in, as far as they are there. */
export function NothingYet() {
  const { t } = useTranslation('moderation')
  const commands = useCommandRegistry((state) => state.commands)
  const find = (id: string) => commands.find((command) => command.id === id)
  const [capture, batch] = [find('moderation.capture'), find('moderation.captureBatch')]
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t('empty.nothingTitle')}
      primary={
        capture && (
          <Button
            variant="primary"
            onPress={capture.run}
            {...(capture.shortcut !== undefined && { shortcut: capture.shortcut })}
          >
            {capture.title}
          </Button>
        )
      }
      secondary={batch && <Button onPress={batch.run}>{batch.title}</Button>}
    >
      <p>{t('empty.nothing')}</p>
      <ul className={styles.teaching}>
        {(['capture', 'deadline', 'work'] as const).map((key) => (
          <li key={key}>{t(`empty.ways.${key}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}

function AllAnswered({ waiting, wakesAt }: { readonly waiting: number; readonly wakesAt: number | null }) {
  const { t } = useTranslation('moderation')
  const { showList } = useModerationAddress()
  const moment = useMomentText()
  const now = useNow()
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('empty.openTitle')}
      {...(waiting > 0 && {
        primary: <Button onPress={() => showList('waiting')}>{t('empty.showWaiting', { count: waiting })}</Button>,
      })}
    >
      {wakesAt === null ? t('empty.open') : t('empty.openWakes', { at: moment(wakesAt, now) })}
    </EmptyState>
  )
}
