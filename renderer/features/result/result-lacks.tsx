import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './result.module.css'

type Lack = ResultSummary['lacks'][number]

const ADDRESSES: Readonly<Record<Lack, string>> = {
  hours: '/imports',
  rate: '/settings?tab=people&open=rate',
  revenue: '/imports',
  margin: '/settings?tab=margin',
}

/** What keeps the result preliminary, each with the way to where it is entered. */
export function ResultLacks({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  if (summary.lacks.length === 0) return null
  const hours = format.hours(summary.totals.unpricedSeconds)
  return (
    <div className={styles.lacks}>
      <p className={styles.lacksTitle}>
        <CircleDashed size={15} aria-hidden />
        {t('lacks.title')}
      </p>
      <ul>
        {summary.lacks.map((lack) => (
          <li key={lack}>
            {t(`lacks.${lack}`, { hours })} <TextLink href={ADDRESSES[lack]}>{t(`lacks.${lack}Link`)}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
