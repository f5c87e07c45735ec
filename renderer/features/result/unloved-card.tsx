import { useTranslation } from 'react-i18next'
import type { Insights, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { type Drill, linesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './insights.module.css'
import { totalTarget } from './targets.ts'

interface UnlovedCardProps {
  readonly insights: Insights
  readonly summary: ResultSummary
}

type Hours = Insights['unloved']['all']

/** Meetings, clearing up, work for other departments: what share it takes, what it costs, and who would carry it. */
export function UnlovedCard({ insights: { unloved, transfer }, summary }: UnlovedCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const all = totalTarget(summary, t('drill.all'))
  const share = summary.totals.seconds === 0 ? 0 : unloved.all.seconds / summary.totals.seconds
  if (unloved.all.seconds === 0) {
    return (
      <Card title={t('unloved.title')} className={styles.full}>
        <p className={styles.note}>
          {t('unloved.empty')} <TextLink href="/records?tab=department">{t('unloved.assign')}</TextLink>
        </p>
      </Card>
    )
  }
  const value = ({ seconds, cents }: Hours, drill: Drill) => (
    <DrillLink drill={drill}>
      {t('unloved.value', { hours: format.hours(seconds), amount: format.moneyRounded(cents) })}
    </DrillLink>
  )
  const coordination = { ...all, name: t('unloved.coordination'), activity: 'coordination' } as const
  return (
    <Card title={t('unloved.title')} className={styles.full}>
      <div className={styles.lead}>
        <p className={styles.big}>{t('unloved.share', { share: format.percent(share) })}</p>
        <p className={styles.note}>{t('unloved.explained')}</p>
      </div>
      <KeyValues
        items={[
          unloved.coordination.seconds === 0
            ? null
            : {
                label: t('unloved.coordination'),
                value: value(unloved.coordination, linesDrill('labour', coordination)),
              },
          ...unloved.departments.map((department) => ({
            label: t('unloved.forDepartment', { name: department.name }),
            value: value(
              department,
              linesDrill('labour', { ...all, name: department.name, departmentId: department.id }),
            ),
          })),
        ]}
      />
      <Transfer transfer={transfer} />
    </Card>
  )
}

/** Charged to the departments it was done for; a transfer within the company, never part of the result. */
function Transfer({ transfer }: { readonly transfer: Insights['transfer'] }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  if (transfer.cents === 0) return <p className={styles.note}>{t('unloved.noDepartment')}</p>
  const { resultBeforeCents: before, resultAfterCents: after } = transfer
  const amount = (cents: number | null) => (cents === null ? '–' : format.moneyRounded(cents, 'always'))
  return (
    <div className={styles.after}>
      <KeyValues
        items={[
          { label: t('unloved.before'), value: amount(before) },
          { label: t('unloved.transfer'), value: format.moneyRounded(transfer.cents, 'always') },
          { label: t('unloved.after'), value: amount(after), remark: t('unloved.afterRemark') },
        ]}
      />
    </div>
  )
}
