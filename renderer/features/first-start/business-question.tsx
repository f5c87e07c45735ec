import { Building2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { QuestionCard } from './question-card.tsx'
import { answer, useStartAnswers } from './start-answers.ts'

export function BusinessQuestion() {
  const { t } = useTranslation('firstStart')
  const businessKind = useStartAnswers((answers) => answers.businessKind)
  const name = useStartAnswers((answers) => answers.name)
  const ownName = useStartAnswers((answers) => answers.ownName)
  return (
    <QuestionCard number={2} title={t('business.title')}>
      <RadioCards<'company' | 'freelancer'>
        label={t('business.title')}
        isLabelHidden
        value={businessKind}
        onChange={(value) => answer({ businessKind: value })}
        cards={[
          { value: 'company', title: t('business.company'), description: t('business.companyHint'), icon: Building2 },
          {
            value: 'freelancer',
            title: t('business.freelancer'),
            description: t('business.freelancerHint'),
            icon: UserRound,
          },
        ]}
      />
      <TextField
        label={t('business.name')}
        description={t('business.nameHint')}
        width="wide"
        maxLength={120}
        value={name}
        onChange={(value) => answer({ name: value })}
      />
      <TextField
        label={t('business.ownName')}
        description={t('business.ownNameHint')}
        width="wide"
        maxLength={120}
        value={ownName}
        onChange={(value) => answer({ ownName: value })}
      />
    </QuestionCard>
  )
}
