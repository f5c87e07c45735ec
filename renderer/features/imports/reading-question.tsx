import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { answerQuestion, type DraftFile, type ReadAnswers, updateFile } from './draft-store.ts'
import type { ReadableFile } from './preview-queries.ts'

export interface ReadingQuestionProps {
  readonly draft: DraftFile
  readonly question: ReadableFile['questions'][number]
  readonly isDisabled: boolean
}

type Answer = NonNullable<ReadAnswers['numberFormat'] | ReadAnswers['dateOrder']>

/** Where nothing in the file decides how it is meant, the person does, from its own cells. */
export function ReadingQuestion({ draft, question, isDisabled }: ReadingQuestionProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const samples = format.list(question.samples.map((text) => t('questions.sample', { text })))
  const isNumber = question.kind === 'number-format'
  const choices: readonly Answer[] = isNumber ? ['comma', 'dot'] : ['day-first', 'month-first']
  return (
    <RadioCards<Answer>
      label={t(isNumber ? 'questions.number' : 'questions.date', { samples })}
      cards={choices.map((choice) => ({
        value: choice,
        title: t(`questions.${choice}`),
        description: t(`questions.${choice}Example`),
      }))}
      value={null}
      isDisabled={isDisabled}
      onChange={(answer) =>
        answerQuestion(draft.id, isNumber ? { numberFormat: answer as 'comma' } : { dateOrder: answer as 'day-first' })
      }
    />
  )
}

/** What was answered stays visible and can be answered anew. */
export function ReadingAnswers({ draft, isDisabled }: Pick<ReadingQuestionProps, 'draft' | 'isDisabled'>) {
  const { t } = useTranslation('imports')
  const { numberFormat, dateOrder } = draft.answers
  const answers = [numberFormat, dateOrder].filter((answer) => answer !== undefined)
  if (answers.length === 0) return null
  const list = answers.map((answer) => t(`questions.${answer}`)).join(', ')
  return (
    <p>
      {t('questions.answered', { list })}{' '}
      <TextLink isDisabled={isDisabled} onPress={() => updateFile(draft.id, { answers: {}, removeGone: false })}>
        {t('questions.again')}
      </TextLink>
    </p>
  )
}
