import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../../lib/change-language.ts'
import type { Language } from '../../lib/format.ts'
import { useViewSettings } from '../../lib/view-settings.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { QuestionCard } from './question-card.tsx'

/** Holds at once, in the ledger too: whoever reads on, or looks at the sample first, has answered this one already. */
export function LanguageQuestion() {
  const { t } = useTranslation(['firstStart', 'app'])
  const language = useViewSettings((settings) => settings.language)
  const label = { de: t('app:palette.languageDe'), en: t('app:palette.languageEn') }
  return (
    <QuestionCard number={1} title={t('language.title')}>
      <Segmented<Language>
        label={t('language.title')}
        value={language}
        onChange={(next) => void changeLanguage(next, label[next], true)}
        options={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
    </QuestionCard>
  )
}
