import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './report.module.css'

export function ReportLabour({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const names = activityNames(format.language)
  return (
    <section>
      <h3>{t('labour.title')}</h3>
      <table className={styles.table}>
        <tbody>
          {summary.labourByActivity.map(({ activity, seconds, cents, unpricedSeconds }) => (
            <tr key={activity}>
              <th scope="row">{activity === null ? t('labour.none') : names[activity]}</th>
              <td className={styles.end}>{t('facts.hours', { hours: format.hours(seconds) })}</td>
              <td className={styles.end}>
                {cents === 0 && unpricedSeconds > 0 ? t('table.noRate') : format.moneyRounded(cents)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
