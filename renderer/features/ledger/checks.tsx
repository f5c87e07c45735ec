import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../shared/contract/ledger.ts'
import { type SealProblem, sealProblemsOf } from '../../../shared/domain/seal-problem.ts'
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

/** Which months do not match their seals, in words. */
function SealProblems({ detail }: { readonly detail: string }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const say = (problem: SealProblem | string) => {
    if (typeof problem === 'string') return problem
    const { kind, what } = problem
    return t(`verify.seals.${kind}`, { what: kind === 'guard' || kind === 'number' ? what : format.month(what) })
  }
  return (
    <ul className={styles.sealProblems}>
      {sealProblemsOf(detail)
        .map(say)
        .map((text) => (
          <li key={text}>{text}</li>
        ))}
    </ul>
  )
}
