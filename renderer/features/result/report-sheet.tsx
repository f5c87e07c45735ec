import { useTranslation } from 'react-i18next'
import type { AppStatus } from '../../../shared/contract/app.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './report.module.css'
import { ReportLabour } from './report-labour.tsx'
import { ReportNotes } from './report-notes.tsx'
import { ReportSure } from './report-sure.tsx'
import { ReportTable } from './report-table.tsx'
import { ReportWaterfall } from './report-waterfall.tsx'
import { ResultSentence } from './result-sentence.tsx'
import type { ResultView } from './use-result.ts'

export interface ReportSheetProps {
  readonly view: ResultView
  readonly ledger: NonNullable<AppStatus['ledger']>
  readonly today: string
}

/** An A4 page with the figures of the screen. */
export function ReportSheet({ view, ledger, today }: ReportSheetProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { period } = view.summary
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <p>{t('report.for', { company: ledger.name, period: format.dayRange(period.from, period.to) })}</p>
        <h2>{t('report.heading')}</h2>
      </header>
      <ResultSentence view={view} isPrinted />
      <ReportWaterfall summary={view.summary} />
      <section>
        <h3>{t('report.channels')}</h3>
        <ReportTable view={view} />
      </section>
      <div className={styles.pair}>
        <ReportSure view={view} />
        <ReportLabour summary={view.summary} />
      </div>
      <ReportNotes summary={view.summary} marginBasisPoints={ledger.marginBasisPoints} />
      <footer className={styles.foot}>{t('report.made', { day: format.day(today) })}</footer>
    </article>
  )
}
