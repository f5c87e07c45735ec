import { useTranslation } from 'react-i18next'
import { MAX_BATCH_COUNT, MAX_BATCH_SECONDS } from '../../../../shared/domain/batch-line.ts'
import { CONVERSATION_KINDS, type Sentiment, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { ChannelSelect } from '../../../ui/record-selects.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { BatchFields, Corrections } from './batch-draft.ts'
import { useBatch } from './batch-store.ts'
import styles from './capture.module.css'
import { LabelledGroup } from './labelled-group.tsx'
import { TopicsField } from './topics-field.tsx'

const NONE = 'none'
const MAX_LABEL_LENGTH = 200

export interface BatchFieldsetProps {
  readonly fields: BatchFields
  readonly today: Day
  readonly dayError: { readonly errorMessage?: string }
  /** Something was corrected: what the ledger refused may hold no more. */
  onCorrect(): void
}

export function BatchFieldset({ fields, today, dayError, onCorrect }: BatchFieldsetProps) {
  const { t } = useTranslation('capture')
  const { kinds } = conversationNames(useFormat().language)
  const correct = (own: Corrections) => {
    onCorrect()
    useBatch.getState().correct(own)
  }
  return (
    <>
      <div className={styles.row}>
        <NumberField
          label={t('batch.count')}
          width="narrow"
          minValue={1}
          maxValue={MAX_BATCH_COUNT}
          value={fields.count}
          onChange={(count) => correct({ count: count === null ? null : Math.round(count) })}
        />
        <LabelledGroup label={t('kind')}>
          <Segmented
            label={t('kind')}
            value={fields.kind}
            options={CONVERSATION_KINDS.map((value) => ({ value, label: kinds[value] }))}
            onChange={(kind) => correct({ kind })}
          />
        </LabelledGroup>
      </div>
      <WorkFields fields={fields} today={today} dayError={dayError} correct={correct} />
      <div className={styles.pair}>
        <ChannelSelect
          label={t('channel')}
          noneLabel={t('noChannel')}
          value={fields.channelId}
          onChange={(channelId) => correct({ channelId })}
        />
        <TopicsField
          label={t('topics')}
          topicIds={fields.topicIds}
          newTopics={fields.newTopics}
          onChange={(chosen) => correct(chosen)}
        />
      </div>
      <TextField
        label={t('label')}
        description={t('batch.labelHelp')}
        maxLength={MAX_LABEL_LENGTH}
        autoComplete="off"
        value={fields.label.slice(0, MAX_LABEL_LENGTH)}
        onChange={(label) => correct({ label })}
      />
    </>
  )
}

interface WorkFieldsProps extends Pick<BatchFieldsetProps, 'fields' | 'today' | 'dayError'> {
  correct(own: Corrections): void
}

function WorkFields({ fields, today, dayError, correct }: WorkFieldsProps) {
  const { t } = useTranslation('capture')
  const { sentiments } = conversationNames(useFormat().language)
  return (
    <div className={styles.row}>
      <NumberField
        label={t('batch.minutes')}
        width="narrow"
        suffix={t('batch.minutesUnit')}
        minValue={0}
        maxValue={MAX_BATCH_SECONDS / 60}
        value={Math.round(fields.seconds / 60)}
        onChange={(minutes) => correct({ seconds: Math.round(minutes ?? 0) * 60 })}
      />
      <DatePicker
        label={t('day')}
        maximumDay={today}
        value={fields.day}
        onChange={(day) => correct({ day })}
        {...dayError}
      />
      <LabelledGroup label={t('mood')}>
        <Segmented<Sentiment | typeof NONE>
          label={t('mood')}
          value={fields.sentiment ?? NONE}
          options={[
            ...SENTIMENTS.map((value) => ({ value, label: sentiments[value] })),
            { value: NONE, label: t('noMood') },
          ]}
          onChange={(value) => correct({ sentiment: value === NONE ? null : value })}
        />
      </LabelledGroup>
    </div>
  )
}
