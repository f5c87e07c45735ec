import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase, PurchaseTouch } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { HAND_TOUCH_KINDS } from '../../../shared/domain/revenue-kinds.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFieldErrors } from '../../lib/use-field-errors.ts'
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
  const [draft, setDraft] = useState(() => (touch ? touchDraftOf(touch) : newTouch(purchase, first)))
  const [isChecked, setIsChecked] = useState(false)
  const add = useCommand(client.revenue.addTouch, { done: t('touch.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateTouch, { done: t('touch.updated'), errors: 'caller' })
  const command = touch ? update : add
  const errors = useFieldErrors(TOUCH_FIELDS, isChecked ? touchProblemsOf(draft) : {}, command.error)
  const limit = errors.of('touch').errorMessage

  async function save() {
    setIsChecked(true)
    const input = touchInputOf(draft)
    if (!input) return
    const receipt = touch
      ? await update.run({ id: touch.id, touch: input })
      : await add.run({ eventId: purchase.id, touch: input })
    if (receipt) onClose()
  }

  return (
    <RecordDialog
      title={t(touch ? 'touch.edit' : 'touch.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      {limit !== undefined && <ErrorPanel error={{ title: limit, meaning: '', advice: '', details: '' }} tone="warn" />}
      <TouchFields
        draft={draft}
        errors={errors}
        purchaseDay={purchase.day}
        onChange={(changes) => {
          command.clearError()
          setDraft((before) => ({ ...before, ...changes }))
        }}
      />
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
