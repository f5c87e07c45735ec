import { useTranslation } from 'react-i18next'
import type { Lead, LeadInput } from '../../../shared/contract/leads.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import type { FieldErrors } from '../../lib/use-field-errors.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { ConversationChooser, PostChooser } from '../../ui/record-chooser.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { CampaignSelect, ChannelSelect } from '../../ui/record-selects.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ClientSelect } from './client-select.tsx'
import {
  LEAD_FIELDS,
  leadDraftOf,
  leadInputOf,
  leadProblemsOf,
  newLead,
  type LeadDraft,
  type LeadField,
} from './lead-draft.ts'
import { NameField } from './name-field.tsx'
import { useFormBasics } from './use-form-basics.ts'
import { useRecordForm } from './use-record-form.ts'

export interface LeadFormProps {
  /** Null: a new one. */
  readonly lead: Lead | null
  /** What is known of a new one. */
  readonly start: Partial<LeadInput>
  onClose(): void
}

export function LeadForm(props: LeadFormProps) {
  const basics = useFormBasics()
  return basics ? <OpenForm {...props} today={basics.today} /> : null
}

function OpenForm({ lead, start, today, onClose }: LeadFormProps & { readonly today: Day }) {
  const { t } = useTranslation('revenue')
  const add = useCommand(client.revenue.addLead, { done: t('leads.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateLead, { done: t('leads.updated'), errors: 'caller' })
  const remove = useCommand(client.revenue.removeLead, { done: t('leads.removed') })
  const command = lead ? update : add
  const { draft, errors, onChange, onValidityChange, save } = useRecordForm({
    start: () => (lead ? leadDraftOf(lead) : { ...newLead(today), ...start }),
    fields: LEAD_FIELDS,
    problemsOf: leadProblemsOf,
    inputOf: leadInputOf,
    command,
    send: (input) => (lead ? update.run({ id: lead.id, lead: input }) : add.run({ lead: input })),
    onClose,
  })

  async function removeIt(id: number) {
    if (await remove.run({ id })) onClose()
  }

  return (
    <RecordDialog
      title={t(lead ? 'leads.edit' : 'leads.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={lead ? { isRunning: remove.isRunning, run: () => removeIt(lead.id) } : undefined}
      onClose={onClose}
    >
      <LeadFields draft={draft} errors={errors} onChange={onChange} onValidityChange={onValidityChange} />
    </RecordDialog>
  )
}

interface FieldsProps {
  readonly draft: LeadDraft
  readonly errors: FieldErrors<LeadField>
  onChange(changes: Partial<LeadDraft>): void
  onValidityChange(field: string, isValid: boolean): void
}

function LeadFields(props: FieldsProps) {
  const { draft, errors, onChange, onValidityChange } = props
  const { t } = useTranslation('revenue')
  return (
    <>
      <NameField
        label={t('leads.name')}
        placeholder={t('leads.namePlaceholder')}
        value={draft.name}
        errors={errors}
        onChange={(name) => onChange({ name })}
      />
      <div className={styles.fields}>
        <MoneyField
          label={t('leads.value')}
          value={draft.valueCents}
          minimum={1}
          onChange={(valueCents) => onChange({ valueCents })}
          onValidityChange={(isValid) => onValidityChange('valueCents', isValid)}
          description={t('leads.valueHelp')}
          isRequired
          {...errors.of('valueCents')}
        />
        <PercentField
          label={t('leads.probability')}
          value={draft.probabilityBasisPoints}
          onChange={(probabilityBasisPoints) => onChange({ probabilityBasisPoints })}
          onValidityChange={(isValid) => onValidityChange('probabilityBasisPoints', isValid)}
          isRequired
          {...errors.of('probabilityBasisPoints')}
        />
      </div>
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t('leads.day')}
          value={draft.day}
          onChange={(day) => onChange({ day: day as Day | null })}
          isRequired
          {...errors.of('day')}
        />
        <DatePicker
          width="full"
          label={t('leads.expectedOn')}
          value={draft.expectedOn}
          onChange={(expectedOn) => onChange({ expectedOn: expectedOn as Day | null })}
          description={t('leads.expectedHelp')}
          {...errors.of('expectedOn')}
        />
      </div>
      <OriginFields {...props} />
      <TextArea
        label={t('sale.note')}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        maxLength={2000}
        rows={2}
      />
    </>
  )
}

/** Choosing a post or a conversation takes its channel along. */
function OriginFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('revenue')
  return (
    <div className={styles.fields}>
      <ChannelSelect
        label={t('leads.channel')}
        noneLabel={t('leads.noChannel')}
        value={draft.channelId}
        onChange={(channelId) => onChange({ channelId })}
      />
      <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
      <PostChooser
        label={t('touch.post')}
        value={draft.postId}
        onChange={(postId) => onChange({ postId })}
        onChoose={(post) => post?.channelId && onChange({ channelId: post.channelId })}
      />
      <ConversationChooser
        label={t('touch.conversation')}
        value={draft.conversationId}
        onChange={(conversationId) => onChange({ conversationId })}
        onChoose={(conversation) => conversation?.channelId && onChange({ channelId: conversation.channelId })}
      />
      <ClientSelect value={draft.clientId} onChange={(clientId) => onChange({ clientId })} />
    </div>
  )
}
