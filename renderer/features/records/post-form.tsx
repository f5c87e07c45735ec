import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostDraft, PostRow } from '../../../shared/contract/records.ts'
import { isDay } from '../../../shared/domain/day.ts'
import { POST_FORMATS } from '../../../shared/domain/post-format.ts'
import { MAX_URL_LENGTH, readWebAddress } from '../../../shared/domain/web-address.ts'
import { postFormatNames } from '../../../shared/i18n/post-format-names.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { NumberField } from '../../ui/number-field.tsx'
import { NamedChooser } from '../../ui/record-chooser.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { ChannelSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

const NO_FORMAT = 'none'
const MAX_PLANNED_MINUTES = 60_000
const HOURS = { maximumFractionDigits: 2 }
const EMPTY: PostDraft = {
  title: '',
  channelId: null,
  format: null,
  pillarId: null,
  campaignId: null,
  publishedOn: null,
  plannedMinutes: null,
  permalink: null,
}

export interface PostFormProps {
  /** Null: a new one. */
  readonly post: PostRow | null
  onClose(): void
}

export function PostForm({ post, onClose }: PostFormProps) {
  const { t } = useTranslation('records')
  const [draft, setDraft] = useState<PostDraft>(() => (post ? draftOf(post) : EMPTY))
  const [isChecked, setIsChecked] = useState(false)
  const title = draft.title.trim()
  const add = useCommand(client.records.addPost, { done: t('done.added', { name: title }), errors: 'caller' })
  const update = useCommand(client.records.updatePost, { done: t('done.changed', { name: title }), errors: 'caller' })
  const command = post ? update : add

  async function save() {
    setIsChecked(true)
    if (title === '' || isNoAddress(draft.permalink)) return
    const input = { ...draft, title }
    const receipt = post ? await update.run({ id: post.id, post: input }) : await add.run({ post: input })
    if (receipt) onClose()
  }

  return (
    <RecordDialog
      title={t(post ? 'edit.post' : 'add.post')}
      error={command.error}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <PostFields
        draft={draft}
        isChecked={isChecked}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </RecordDialog>
  )
}

function draftOf(post: PostRow): PostDraft {
  const { title, channelId, format, pillarId, campaignId, publishedOn, plannedMinutes, permalink } = post
  return { title, channelId, format, pillarId, campaignId, publishedOn, plannedMinutes, permalink }
}

interface PostFieldsProps {
  readonly draft: PostDraft
  readonly isChecked: boolean
  onChange(changes: Partial<PostDraft>): void
}

function PostFields({ draft, isChecked, onChange }: PostFieldsProps) {
  const { t } = useTranslation('records')
  const formats = postFormatNames(useFormat().language)
  return (
    <>
      <TextField
        autoFocus
        isRequired
        label={t('field.title')}
        maxLength={500}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        {...(isChecked && draft.title.trim() === '' && { errorMessage: t('field.required') })}
      />
      <div className={styles.fields}>
        <ChannelSelect
          label={t('field.channel')}
          noneLabel={t('field.noChannel')}
          value={draft.channelId}
          onChange={(channelId) => onChange({ channelId })}
        />
        <Select
          label={t('field.format')}
          value={draft.format ?? NO_FORMAT}
          options={[
            { value: NO_FORMAT, label: t('field.noFormat') },
            ...POST_FORMATS.map((format) => ({ value: format, label: formats[format] })),
          ]}
          onChange={(value) => onChange({ format: POST_FORMATS.find((format) => format === value) ?? null })}
        />
        <NamedChooser
          list="pillar"
          label={t('field.pillar')}
          value={draft.pillarId}
          onChange={(pillarId) => onChange({ pillarId })}
        />
        <NamedChooser
          list="campaign"
          label={t('field.campaign')}
          value={draft.campaignId}
          onChange={(campaignId) => onChange({ campaignId })}
        />
        <DatePicker
          label={t('field.publishedOn')}
          value={draft.publishedOn}
          onChange={(day) => onChange({ publishedOn: day !== null && isDay(day) ? day : null })}
        />
        <NumberField
          label={t('field.plannedHours')}
          description={t('field.plannedHoursHelp')}
          suffix={t('field.hoursUnit')}
          minValue={0}
          maxValue={MAX_PLANNED_MINUTES / 60}
          formatOptions={HOURS}
          value={draft.plannedMinutes === null ? null : draft.plannedMinutes / 60}
          onChange={(hours) => onChange({ plannedMinutes: minutesOf(hours) })}
        />
      </div>
      <PermalinkField
        permalink={draft.permalink}
        isChecked={isChecked}
        onChange={(permalink) => onChange({ permalink })}
      />
    </>
  )
}

interface PermalinkFieldProps {
  readonly permalink: string | null
  readonly isChecked: boolean
  onChange(permalink: string | null): void
}

function PermalinkField({ permalink, isChecked, onChange }: PermalinkFieldProps) {
  const { t } = useTranslation('records')
  return (
    <TextField
      label={t('field.permalink')}
      description={t('field.permalinkHelp')}
      placeholder="https://"
      inputMode="url"
      autoComplete="off"
      maxLength={MAX_URL_LENGTH}
      value={permalink ?? ''}
      onChange={(text) => onChange(text.trim() === '' ? null : text)}
      {...(isChecked && isNoAddress(permalink) && { errorMessage: t('field.noAddress') })}
    />
  )
}

function isNoAddress(permalink: string | null): boolean {
  return permalink !== null && readWebAddress(permalink.trim()) === null
}

/** Nothing is planned with none, nor with less than a minute. */
function minutesOf(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 60) || null
}
