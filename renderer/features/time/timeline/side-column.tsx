import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Rate, RateBasis } from '../../../../shared/contract/people.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { api } from '../../../lib/api.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import type { TimeView } from './time-view.ts'
import styles from './timeline.module.css'

/** What the days shown come to, and what an hour costs. */
export function SideColumn({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  return (
    <aside className={styles.side} aria-label={t('side.label')}>
      <SumsCard view={view} />
      {!view.isAll && <RateCard view={view} />}
      {/* What was agreed with a client puts itself here. */}
      <div id="time-side-billing" className={styles.slot} />
    </aside>
  )
}

function SumsCard({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const { period, personId } = view
  const filter = { period, ...(personId !== null && { personId }) }
  const report = useQuery(api.time.report.queryOptions({ input: { filter, by: 'activity' } })).data
  const names = activityNames(format.language)
  const kind = view.view === 'day' ? 'side.day' : 'side.week'
  if (!report || report.sums.seconds === 0) {
    return (
      <Card title={t(kind)}>
        <p className={styles.quiet}>{report && t('side.nothing')}</p>
      </Card>
    )
  }
  const { sums, rows, dialogueShareBasisPoints } = report
  const amount = (seconds: number, cents: number, unpriced: number) =>
    unpriced === seconds ? format.duration(seconds) : `${format.duration(seconds)} · ${format.moneyRounded(cents)}`
  const activityOf = (key: string | number | null) => (typeof key === 'string' && isActivity(key) ? key : null)
  const nameOf = (key: string | number | null) => {
    const activity = activityOf(key)
    return activity === null ? t('side.noActivity') : names[activity]
  }
  return (
    <Card title={t(kind)} aside={format.duration(sums.seconds)}>
      <KeyValues
        items={[
          ...rows.map(({ key, seconds, cents, unpricedSeconds }) => ({
            label: nameOf(key),
            value: (
              <TextLink isFigure href={entriesAddress({ ...filter, activity: activityOf(key) })}>
                {amount(seconds, cents, unpricedSeconds)}
              </TextLink>
            ),
          })),
          { label: t('side.labour'), value: format.money(sums.cents) },
          dialogueShareBasisPoints === null
            ? null
            : {
                label: <span title={t('side.dialogueHelp')}>{t('side.dialogue')}</span>,
                value: format.percent(dialogueShareBasisPoints / 10_000),
              },
        ]}
      />
      {sums.unpricedSeconds > 0 && (
        <p className={styles.quiet}>{t('side.unpriced', { duration: format.duration(sums.unpricedSeconds) })}</p>
      )}
    </Card>
  )
}

/** The rate in force today. */
function RateCard({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const people = useQuery(api.settings.people.queryOptions()).data
  if (!people) return null
  const own = people.people.find(({ id }) => id === view.personId)?.rates ?? []
  const rates = own.length > 0 ? own : people.defaultRates
  const inForce = rates.findLast(({ validFrom }) => validFrom <= view.today)
  const next = rates.find(({ validFrom }) => validFrom > view.today)
  return (
    <Card
      title={t('side.rate')}
      {...(inForce && { aside: t('side.rateSince', { day: format.day(inForce.validFrom) }) })}
    >
      {inForce ? (
        <>
          <p className={styles.rate}>{format.money(inForce.centsPerHour)}</p>
          <p className={styles.quiet}>
            <Basis rate={inForce} isOwn={own.length > 0} />
          </p>
        </>
      ) : (
        <p className={styles.quiet}>{t('side.rateNone')}</p>
      )}
      {next && (
        <p className={styles.quiet}>
          {t('side.rateLater', { day: format.day(next.validFrom), money: format.money(next.centsPerHour) })}
        </p>
      )}
      <p className={styles.quiet}>
        <TextLink href="/settings?tab=people">{t(inForce ? 'side.rateChange' : 'side.rateSet')}</TextLink>
      </p>
    </Card>
  )
}

function Basis({ rate, isOwn }: { readonly rate: Rate; readonly isOwn: boolean }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const { basis } = rate
  if (basis === null) return isOwn ? t('side.rateOwn') : t('side.rateDefault')
  const hours = format.number(loggedHours(basis))
  if (basis.worksheet?.kind === 'freelancer') {
    return t('side.rateFreelancer', { pay: format.moneyRounded(basis.yearlyPayCents + basis.otherYearlyCents), hours })
  }
  const share = format.basisPoints(basis.employerShareBasisPoints)
  return t('side.rateSalary', { pay: format.moneyRounded(basis.yearlyPayCents), share, hours })
}

/** Of a year, as the rate divides by them. */
function loggedHours({ paidWorkingDays, hoursPerDay, trackedShareBasisPoints }: RateBasis): number {
  return (paidWorkingDays * hoursPerDay * trackedShareBasisPoints) / 10_000
}
