import { useTranslation } from 'react-i18next'
import type { Language } from '../../lib/format.ts'
import { useViewSettings } from '../../lib/view-settings.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { QuestionCard } from './question-card.tsx'

/** Applies at once; the ledger learns of it with the other answers. */
export function LanguageQuestion() {
  const { t } = useTranslation('firstStart')
  const { language, setLanguage } = useViewSettings()
  return (
    <QuestionCard number={1} title={t('language.title')}>
      <Segmented<Language>
        label={t('language.title')}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
    </QuestionCard>
  )
}
