/** Until when a conversation, or several, are put off. Each answer has a key. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api, client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import styles from './snooze.module.css'
import { useSnoozing } from './snooze-store.ts'
import { snoozeTimes } from './snooze-times.ts'

export function SnoozeDialog() {
  const ids = useSnoozing((state) => state.ids)
  return ids && <Asking key={ids.join()} ids={ids} />
}

function Asking({ ids }: { readonly ids: readonly number[] }) {
  const { t } = useTranslation('moderation')
  const { close, onDone } = useSnoozing()
  const moment = useMomentText()
  const now = useNow()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  const change = useChange()
  const times = snoozeTimes(now, timeZone)

  async function snooze(until: Instant) {
    if (change.isRunning) return
    const label = t('snooze.done', { count: ids.length, at: moment(until, now) })
    const isDone = await change.run(
      (commandId) =>
        ids.length === 1
          ? client.moderation.snooze({ commandId, id: ids[0] as number, until })
          : client.moderation.snoozeMany({ commandId, ids: [...ids], until }),
      label,
    )
    if (!isDone) return
    close()
    onDone()
  }

  function onKeyDown(event: KeyboardEvent) {
    const isTyping = event.target instanceof Element && event.target.closest('[role=spinbutton]') !== null
    const time = isTyping ? undefined : times[Number(event.key) - 1]
    if (!time) return
    event.preventDefault()
    void snooze(time.at)
  }

  return (
    <Dialog
      isOpen
      size="s"
      title={t('snooze.title', { count: ids.length })}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      {/* Keys from within bubble up to here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.choices} onKeyDown={onKeyDown}>
        {times.map(({ id, at }, index) => (
          <Button
            key={id}
            autoFocus={index === 0}
            isFullWidth
            size="l"
            shortcut={String(index + 1)}
            isDisabled={change.isRunning}
            onPress={() => void snooze(at)}
          >
            <span className={styles.choice}>
              {t(`snooze.${id}`)}
              <small>{moment(at, now)}</small>
            </span>
          </Button>
        ))}
        <OwnTime now={now} timeZone={timeZone} isRunning={change.isRunning} onSnooze={(at) => void snooze(at)} />
        {change.error && <ErrorPanel error={change.error} />}
      </div>
    </Dialog>
  )
}

interface OwnTimeProps {
  readonly now: Instant
  readonly timeZone: string
  readonly isRunning: boolean
  onSnooze(at: Instant): void
}

function OwnTime({ now, timeZone, isRunning, onSnooze }: OwnTimeProps) {
  const { t } = useTranslation('moderation')
  const [at, setAt] = useState<Instant | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const problem = at === null ? t('snooze.missing') : at <= now ? t('snooze.past') : undefined
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(true)
        if (at !== null && problem === undefined) onSnooze(at)
      }}
    >
      <MomentField
        label={t('snooze.own')}
        value={at}
        onChange={setAt}
        timeZone={timeZone}
        placeholder={now}
        errorMessage={isAsked ? problem : undefined}
      />
      <Button type="submit" isDisabled={isRunning}>
        {t('snooze.save')}
      </Button>
    </form>
  )
}
