/** What it is meant to take, what it took so far, and what it has to bring in. */
import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PostMoney } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { linesAddress } from '../../../lib/ledger-address.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useWorkTimer } from '../../../lib/use-work-timer.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { BreakEvenCard } from './break-even-card.tsx'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'

const MAX_MINUTES = 60_000

export function MoneyPart() {
  const { t } = useTranslation('post')
  const { detail, draft, typing } = useThisPost()
  const money = useQuery(api.calendar.money.queryOptions({ input: { id: detail.id } })).data
  const timer = usePostTimer()
  return (
    <>
      <div className={styles.pair}>
        <NumberField
          label={t('money.planned')}
          suffix="min"
          minValue={1}
          maxValue={MAX_MINUTES}
          value={draft.plannedMinutes}
          onChange={(minutes) => typing.post({ plannedMinutes: minutes === null ? null : Math.round(minutes) })}
        />
        <div className={styles.soFar} role="group" aria-label={t('money.soFar')}>
          <span className={styles.label}>{t('money.soFar')}</span>
          <div className={styles.soFarBox}>
            {money ? <SoFar money={money} /> : '–'}
            <IconButton
              size="s"
              variant="quiet"
              icon={timer.running ? Square : Play}
              label={t(timer.running ? 'money.stop' : 'money.start')}
              isDisabled={timer.isBusy}
              onPress={timer.toggle}
            />
          </div>
        </div>
      </div>
      {timer.error && <ErrorPanel error={timer.error} />}
      {money && <OtherCosts money={money} />}
      {money && <BreakEvenCard money={money} />}
    </>
  )
}

function usePostTimer() {
  const { t } = useTranslation('post')
  const { detail, variant } = useThisPost()
  const { id, campaignId, clientId, variants } = detail
  const [only] = variants
  return useWorkTimer({
    isHere: ({ targets }) => targets.some(({ postId }) => postId === id),
    work: {
      activity: 'content',
      // Work on the idea is work for all of its channels.
      channelId: variant?.channelId ?? (variants.length === 1 && only ? only.channelId : null),
      campaignId,
      clientId,
      projectId: null,
      departmentId: null,
      targets: [{ postId: id, conversationId: null, weight: 1 }],
      note: '',
      scope: 'social',
      isBillable: false,
    },
    texts: { started: t('done.timerStarted'), stopped: t('done.timerStopped') },
  })
}

function SoFar({ money: { seconds, labourCents, adsCents, otherCents } }: { readonly money: PostMoney }) {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail } = useThisPost()
  const minutes = t('money.minutes', { formatted: format.number(Math.round(seconds / 60)) })
  const cents = labourCents + adsCents + otherCents
  if (seconds === 0 && cents === 0) return <span className={styles.nothing}>{t('money.nothing')}</span>
  return (
    <TextLink
      isFigure
      href={entriesAddress({ postId: detail.id })}
      aria-label={t('money.toEntries', { minutes, cost: format.money(cents) })}
    >
      <strong className={styles.cost}>
        {minutes} · {format.money(cents)}
      </strong>
    </TextLink>
  )
}

/** Since anything was booked at all. */
const FIRST_DAY = '2000-01-01' as Day

/** What is in it beside working time leads to its lines. */
function OtherCosts({ money: { adsCents, otherCents, unpricedSeconds } }: { readonly money: PostMoney }) {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail, now, timeZone } = useThisPost()
  const parts = [
    ...(adsCents === 0 ? [] : [t('money.ads', { cost: format.money(adsCents) })]),
    ...(otherCents === 0 ? [] : [t('money.other', { cost: format.money(otherCents) })]),
  ]
  const period = { from: FIRST_DAY, to: dayAt(now, timeZone) }
  return (
    <>
      {parts.length > 0 && (
        <p className={styles.remark}>
          {t('money.within', { parts: format.list(parts) })}{' '}
          <TextLink href={linesAddress({ period, postId: detail.id })}>{t('money.toLines')}</TextLink>
        </p>
      )}
      {unpricedSeconds > 0 && (
        <p className={styles.remark}>
          {t('money.unpriced', { formatted: format.number(Math.round(unpricedSeconds / 60)) })}{' '}
          <TextLink href="/settings?tab=people&open=rate">{t('money.toRates')}</TextLink>
        </p>
      )}
    </>
  )
}
