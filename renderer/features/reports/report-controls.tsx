import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { PaperControls } from '../../ui/paper.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './report.module.css'
import type { ReportQuestion } from './use-report-question.ts'

/** Of which time, in which language. */
export function ReportControls({ question }: { readonly question: ReportQuestion }) {
  const { t } = useTranslation('reports')
  return (
    <PaperControls>
      <div className={styles.month}>
        <IconButton icon={ChevronLeft} label={t('controls.previous')} onPress={() => question.step(-1)} />
        {question.chosen && <PeriodPicker chosen={question.chosen} />}
        <IconButton icon={ChevronRight} label={t('controls.next')} onPress={() => question.step(1)} />
      </div>
      <Segmented
        label={t('controls.language')}
        value={question.language}
        onChange={question.setLanguage}
        options={[
          { value: 'de', label: t('controls.german') },
          { value: 'en', label: t('controls.english') },
        ]}
      />
    </PaperControls>
  )
}
