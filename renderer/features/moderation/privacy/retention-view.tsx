/** How long texts stay, what goes next, what is held, what was erased. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Retention } from '../../../../shared/contract/privacy.ts'
import { api, client } from '../../../lib/api.ts'
import { conversationAddress } from '../../../lib/moderation-address.ts'
import { useComingDay } from '../../../lib/use-coming-day.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Stack } from '../../../ui/page.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import styles from './privacy.module.css'
import { RetentionTimes } from './retention-times.tsx'
import { useErasing } from './use-erasing.ts'

export function RetentionView({ timeZone }: { readonly timeZone: string }) {
  const describe = useErrorTexts()
  const retention = useQuery(api.moderation.retention.queryOptions())
  if (retention.error) return <ErrorPanel error={describe(retention.error)} />
  if (!retention.data) return <Skeleton lines={6} />
  return (
    <div className={styles.column}>
      <RetentionTimes kinds={retention.data.kinds} />
      <Next retention={retention.data} />
      <Held held={retention.data.held} />
      <History history={retention.data.history} timeZone={timeZone} />
    </div>
  )
}

function Next({ retention }: { readonly retention: Retention }) {
  const { t } = useTranslation('privacy')
  const comingDay = useComingDay()
  const [isAsking, setIsAsking] = useState(false)
  const erasing = useErasing()
  const { startsOn, dueNow, upcoming, unfinished } = retention
  async function erase() {
    const input = { commandId: crypto.randomUUID() }
    if (await erasing.run(() => client.moderation.eraseDue(input))) setIsAsking(false)
  }
  return (
    <Card title={t('retention.next')}>
      <Stack>
        {startsOn !== null && <p>{t('retention.startsOn', { day: comingDay(startsOn) })}</p>}
        {dueNow === 0 && upcoming.length === 0 && <p>{t('retention.nothing')}</p>}
        {dueNow > 0 && (
          <div className={styles.row}>
            <p>{t('retention.dueNow', { count: dueNow })}</p>
            <Button onPress={() => setIsAsking(true)}>{t('retention.eraseNow')}</Button>
          </div>
        )}
        {upcoming.length > 0 && (
          <ul className={styles.list}>
            {upcoming.map(({ day, count }) => (
              <li key={day}>{t('retention.onDay', { day: comingDay(day), count })}</li>
            ))}
          </ul>
        )}
        {unfinished > 0 && <p className={styles.quiet}>{t('retention.unfinished', { count: unfinished })}</p>}
        {isAsking && (
          <EraseDialog
            title={t('retention.eraseTitle')}
            what="due"
            erasing={erasing}
            onErase={() => void erase()}
            onClose={() => setIsAsking(false)}
          />
        )}
      </Stack>
    </Card>
  )
}

function Held({ held }: Pick<Retention, 'held'>) {
  const { t } = useTranslation('privacy')
  const release = useCommand(client.moderation.release, { done: t('retention.released') })
  return (
    <Card title={t('retention.held')}>
      {held.length === 0 ? (
        <p>{t('retention.nothingHeld')}</p>
      ) : (
        <ul className={styles.list}>
          {held.map(({ id, title, cause, reason }) => (
            <li key={id} className={styles.row}>
              <span>
                <TextLink href={conversationAddress(id)}>{title || t('contact.untitled', { id })}</TextLink>
                <span className={styles.quiet}>
                  {' '}
                  · {cause === 'crisis' ? t('retention.crisis', { title: reason }) : reason}
                </span>
              </span>
              {cause === 'reason' && (
                <Button
                  size="s"
                  aria-label={`${t('retention.release')}: ${title || id}`}
                  onPress={() => void release.run({ id })}
                >
                  {t('retention.release')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function History({ history, timeZone }: Pick<Retention, 'history'> & { readonly timeZone: string }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  return (
    <Card title={t('retention.history')}>
      {history.length === 0 ? (
        <p>{t('retention.nothingErased')}</p>
      ) : (
        <ul className={styles.list}>
          {history.map(({ at, reason, conversations }) => (
            <li key={`${at} ${reason}`}>
              {format.instant(at, timeZone)} · {t('retention.erasedCount', { count: conversations })} ·{' '}
              {t(`retention.reasons.${reason}`)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
