import { useTranslation } from 'react-i18next'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'
import { LabelledGroup } from './labelled-group.tsx'
import { chooseReceived, type Received, RECEIVED_CHOICES, type ReceivedProblem } from './received.ts'
import type { CaptureQuestion } from './use-capture-question.ts'

export interface ReceivedFieldsProps {
  readonly question: CaptureQuestion
  readonly isChecked: boolean
}

/** Now, as a rule; else a quick choice, or a day and a time. */
export function ReceivedFields({ question, isChecked }: ReceivedFieldsProps) {
  const { t } = useTranslation('capture')
  const change = useCapture((state) => state.change)
  const { draft, receivedAt, now, timeZone } = question
  const { received } = draft
  const set = (changes: Partial<Received>) => change({ received: { ...received, ...changes } })
  const problem = typeof receivedAt === 'number' ? null : receivedAt
  // While a time is typed it is not complained about; that it lies ahead is said at once.
  const told = isChecked || problem === 'inFuture' ? problem : null
  const at = (...problems: ReceivedProblem[]) =>
    told !== null && problems.includes(told) ? { errorMessage: t(`receivedProblems.${told}`) } : {}
  return (
    <>
      <LabelledGroup label={t('received')}>
        <Segmented
          label={t('received')}
          value={received.choice}
          options={RECEIVED_CHOICES.map((value) => ({ value, label: t(`receivedChoices.${value}`) }))}
          onChange={(choice) => change({ received: chooseReceived(choice, { now: Date.now(), timeZone }) })}
        />
      </LabelledGroup>
      {received.choice !== 'now' && (
        <div className={styles.moment}>
          <DatePicker
            label={t('day')}
            width="auto"
            maximumDay={dayAt(now, timeZone)}
            value={received.day}
            onChange={(day) => set({ day })}
            {...at('dayMissing')}
          />
          <TextField
            label={t('clock')}
            width="medium"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            value={received.clock}
            onChange={(clock) => set({ clock })}
            {...at('clockUnreadable', 'inFuture')}
          />
        </div>
      )}
    </>
  )
}
