import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Purchase, PurchaseTouch } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { HAND_TOUCH_KINDS } from '../../../shared/domain/revenue-kinds.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { ConversationChooser, PostChooser } from '../../ui/record-chooser.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { CampaignSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PlaceSelect } from './place-select.tsx'
import { newTouch, TOUCH_FIELDS, touchDraftOf, touchInputOf, touchProblemsOf, type TouchDraft } from './touch-draft.ts'
import { useRecordForm } from './use-record-form.ts'

export interface TouchFormProps {
  readonly purchase: Purchase
  /** Null: a new one. */
  readonly touch: PurchaseTouch | null
  onClose(): void
}

export function TouchForm({ purchase, touch, onClose }: TouchFormProps) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions())
  const first = channels.data?.find((channel) => !channel.isArchived)?.id ?? 'social'
  const add = useCommand(client.revenue.addTouch, { done: t('touch.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateTouch, { done: t('touch.updated'), errors: 'caller' })
  const command = touch ? update : add
  const { draft, errors, onChange, save } = useRecordForm({
    start: () => (touch ? touchDraftOf(touch) : newTouch(purchase, first)),
    fields: TOUCH_FIELDS,
    problemsOf: touchProblemsOf,
    inputOf: touchInputOf,
    command,
    send: (input) =>
      touch ? update.run({ id: touch.id, touch: input }) : add.run({ eventId: purchase.id, touch: input }),
    onClose,
  })
  const limit = errors.of('touch').errorMessage

  return (
    <RecordDialog
      title={t(touch ? 'touch.edit' : 'touch.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      {limit !== undefined && <ErrorPanel error={{ title: limit, meaning: '', advice: '', details: '' }} tone="warn" />}
      <TouchFields draft={draft} errors={errors} purchaseDay={purchase.day} onChange={onChange} />
    </RecordDialog>
  )
}

interface TouchFieldsProps {
  readonly draft: TouchDraft
  readonly purchaseDay: Day
  readonly errors: { of(field: 'day' | 'time'): { readonly errorMessage?: string } }
  onChange(changes: Partial<TouchDraft>): void
}

function TouchFields({ draft, purchaseDay, errors, onChange }: TouchFieldsProps) {
  const { t } = useTranslation('revenue')
  return (
    <>
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t('touch.day')}
          value={draft.day}
          maximumDay={purchaseDay}
          onChange={(day) => onChange({ day: day as Day | null })}
          isRequired
          {...errors.of('day')}
        />
        <TextField
          label={t('touch.time')}
          value={draft.time}
          onChange={(time) => onChange({ time })}
          description={t('touch.timeHelp')}
          maxLength={5}
          isRequired
          {...errors.of('time')}
        />
      </div>
      <div className={styles.fields}>
        <PlaceSelect label={t('touch.place')} value={draft.place} onChange={(place) => onChange({ place })} />
        <Select
          label={t('touch.kind')}
          value={draft.kind}
          options={HAND_TOUCH_KINDS.map((value) => ({ value, label: t(`touch.kinds.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      {draft.kind === 'post' && (
        <PostChooser label={t('touch.post')} value={draft.postId} onChange={(postId) => onChange({ postId })} />
      )}
      {draft.kind === 'conversation' && (
        <ConversationChooser
          label={t('touch.conversation')}
          value={draft.conversationId}
          onChange={(conversationId) => onChange({ conversationId })}
        />
      )}
      <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
    </>
  )
}
