import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../shared/contract/ledger.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './ledger.module.css'

/** Each check by name, with what is wrong where it failed. */
export function Checks({ checks }: { readonly checks: VerifyReport['checks'] }) {
  const { t } = useTranslation('ledger')
  return (
    <ul className={styles.checks}>
      {checks.map(({ name, isPassed, detail }) => (
        <li key={name} className={isPassed ? styles.passed : styles.failed}>
          {isPassed ? <CircleCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
          <span>
            {t(`verify.checks.${name as 'references'}`, { defaultValue: name })}
            {!isPassed && name === 'seals' && <SealProblems detail={detail} />}
          </span>
          <span className={styles.verdict}>
            {isPassed ? t('verify.passed') : name === 'seals' ? null : <Failure detail={detail} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A count of differences; SQLite's own complaint as it is. */
function Failure({ detail }: { readonly detail: string }) {
  const { t } = useTranslation('ledger')
  const count = Number(detail)
  return Number.isSafeInteger(count) ? t('verify.failed', { count }) : detail
}

const OF_MONTH = /^(\d{4}-\d{2}) (lines|sums|seal|chain|gap)$/
const OF_MANY = /^(?:(number) of seals|lines (before) (.+)|(guard) (.+))$/

/** Which months do not match their seals, in words. */
function SealProblems({ detail }: { readonly detail: string }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const say = (problem: string) => {
    const month = OF_MONTH.exec(problem)
    if (month) return t(`verify.seals.${month[2] as 'lines'}`, { what: format.month(month[1] ?? '') })
    const [, number, before, first = '', guard, trigger = ''] = OF_MANY.exec(problem) ?? []
    if (number) return t('verify.seals.number')
    if (before) return t('verify.seals.before', { what: format.month(first) })
    return guard ? t('verify.seals.guard', { what: trigger }) : problem
  }
  return (
    <ul className={styles.sealProblems}>
      {detail.split(', ').map((problem) => (
        <li key={problem}>{say(problem)}</li>
      ))}
    </ul>
  )
}
