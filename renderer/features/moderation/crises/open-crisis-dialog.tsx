import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { LEVEL_NAMES, CRISIS_LEVELS, type CrisisLevel } from '../../../../shared/domain/crisis.ts'
import { api, client } from '../../../lib/api.ts'
import { crisisAddress } from '../../../lib/crisis-address.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AtField, type HappenedAt, instantOf, problemOfAt } from './at-field.tsx'
import styles from './crises.module.css'

export interface OpenCrisisDialogProps {
  readonly conversationIds: readonly number[]
  onClose(): void
}

const FIELDS = ['title', 'at'] as const

const NEW = 'new'

/** Opens a crisis and shows it; conversations may also go to one that is open. */
export function OpenCrisisDialog({ conversationIds, onClose }: OpenCrisisDialogProps) {
  const { t } = useTranslation('crises')
  const all = useQuery(api.moderation.crisisList.queryOptions()).data ?? []
  const open = conversationIds.length === 0 ? [] : all.filter(({ closedAt }) => closedAt === null)
  const [chosen, setChosen] = useState(NEW)
  const [title, setTitle] = useState('')
  const [level, setLevel] = useState<CrisisLevel>(1)
  const [at, setAt] = useState<HappenedAt>('now')
  const [isChecked, setIsChecked] = useState(false)
  const make = useCommand(client.moderation.crisisOpen, { done: t('open.done'), errors: 'caller' })
  const add = useCommand(client.moderation.crisisAddConversations, { done: t('conversations.added'), errors: 'caller' })
  const isNew = chosen === NEW
  const command = isNew ? make : add
  const problems = isNew ? { ...(title.trim() === '' && { title: 'required' }), ...problemOfAt(at) } : {}
  const errors = useFieldErrors(FIELDS, isChecked ? problems : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (Object.keys(problems).length > 0) return
    const ids = [...conversationIds]
    const receipt = isNew
      ? await make.run({ title: title.trim(), level, at: instantOf(at), conversationIds: ids })
      : await add.run({ id: Number(chosen), conversationIds: ids })
    if (!receipt) return
    onClose()
    if (isNew && receipt.recordId !== null) navigate(crisisAddress(receipt.recordId))
  }

  return (
    <RecordDialog
      title={t(open.length > 0 ? 'open.assignTitle' : 'open.title')}
      error={errors.general}
      isSaving={command.isRunning}
      saveLabel={t(isNew ? 'open.action' : 'open.assign')}
      onSave={save}
      onClose={onClose}
    >
      {conversationIds.length > 0 && <p className={styles.hint}>{t('open.from', { count: conversationIds.length })}</p>}
      {open.length > 0 && (
        <Select
          label={t('open.which')}
          value={chosen}
          options={[
            { value: NEW, label: t('open.isNew') },
            ...open.map((crisis) => ({ value: String(crisis.id), label: crisis.title })),
          ]}
          onChange={setChosen}
        />
      )}
      {isNew && (
        <>
          <TextField
            label={t('open.name')}
            placeholder={t('open.namePlaceholder')}
            description={t('open.nameHelp')}
            value={title}
            onChange={setTitle}
            maxLength={200}
            autoFocus
            isRequired
            {...errors.of('title')}
          />
          <LevelCards value={level} onChange={setLevel} />
          <AtField label={t('open.since')} value={at} onChange={setAt} {...errors.of('at')} />
        </>
      )}
    </RecordDialog>
  )
}

export interface LevelCardsProps {
  readonly value: CrisisLevel
  onChange(level: CrisisLevel): void
}

export function LevelCards({ value, onChange }: LevelCardsProps) {
  const { t } = useTranslation('crises')
  return (
    <RadioCards
      label={t('open.level')}
      columns={1}
      value={String(value)}
      cards={CRISIS_LEVELS.map((level) => ({
        value: String(level),
        title: t(`levels.${LEVEL_NAMES[level]}`),
        description: t(`levelHelp.${LEVEL_NAMES[level]}`),
      }))}
      onChange={(next) => onChange(CRISIS_LEVELS.find((level) => String(level) === next) ?? 1)}
    />
  )
}
