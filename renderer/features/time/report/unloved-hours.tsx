import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EntryFilter } from '../../../../shared/contract/time-entries.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import styles from './time-report.module.css'

export interface UnlovedHoursProps {
  readonly period: Period
  readonly isFiltered: boolean
}

/** Coordination and work for other departments, what they cost and whom they served: the figures of the balance. */
export function UnlovedHours({ period, isFiltered }: UnlovedHoursProps) {
  const { t } = useTranslation('timeReport')
  const { t: result } = useTranslation('result')
  const format = useFormat()
  const insights = useQuery(api.result.insights.queryOptions({ input: { period, model: 'last' } })).data
  if (!insights) return null
  const { unloved, transfer } = insights
  const value = ({ seconds, cents }: { seconds: number; cents: number }, filter: EntryFilter) => (
    <TextLink isFigure href={entriesAddress({ period, scope: 'social', ...filter })}>
      {result('unloved.value', { hours: format.hours(seconds), amount: format.moneyRounded(cents) })}
    </TextLink>
  )
  const amount = (cents: number | null) => (cents === null ? '–' : format.moneyRounded(cents, 'always'))
  return (
    <Card
      title={result('unloved.title')}
      aside={<TextLink href={resultAddress(period)}>{t('unloved.result')}</TextLink>}
    >
      {unloved.all.seconds === 0 ? (
        <p className={styles.quiet}>
          {result('unloved.empty')} <TextLink href="/records?tab=department">{result('unloved.assign')}</TextLink>
        </p>
      ) : (
        <>
          <p className={styles.quiet}>
            <strong>{result('unloved.share', { share: format.percent((unloved.share ?? 0) / 10_000) })}</strong>{' '}
            {result('unloved.explained')}
          </p>
          <KeyValues
            items={[
              unloved.coordination.seconds === 0
                ? null
                : {
                    label: result('unloved.coordination'),
                    value: value(unloved.coordination, { activity: 'coordination' }),
                  },
              ...unloved.departments.map((department) => ({
                label: result('unloved.forDepartment', { name: department.name }),
                value: value(department, { departmentId: department.id }),
              })),
            ]}
          />
          {transfer.cents === 0 ? (
            <p className={styles.quiet}>{result('unloved.noDepartment')}</p>
          ) : (
            <div className={styles.transfer}>
              <KeyValues
                items={[
                  { label: result('unloved.before'), value: amount(transfer.resultBeforeCents) },
                  { label: result('unloved.transfer'), value: amount(transfer.cents) },
                  {
                    label: result('unloved.after'),
                    value: amount(transfer.resultAfterCents),
                    remark: result('unloved.afterRemark'),
                  },
                ]}
              />
            </div>
          )}
        </>
      )}
      {isFiltered && <p className={styles.quiet}>{t('unloved.all')}</p>}
    </Card>
  )
}

function resultAddress({ from, to }: Period): string {
  return `/result?${new URLSearchParams({ from, to }).toString()}`
}
