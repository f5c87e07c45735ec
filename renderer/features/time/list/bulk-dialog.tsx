import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkPatch as AssignPatch } from '../../../../shared/contract/records.ts'
import type { TimeEntry, WorkPatch } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { AssignFields } from '../../../ui/assign-fields.tsx'
import styles from '../../../ui/list-view.module.css'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { changeable } from './bulk.ts'
import { useLeftText } from './use-left-texts.ts'

export interface BulkDialogProps {
  readonly entries: readonly TimeEntry[]
  onClose(): void
}

interface OwnPatch {
  readonly projectId?: number | null | undefined
  readonly personId?: number | undefined
  readonly isBillable?: boolean | undefined
}

const UNCHANGED = 'unchanged'
const NONE = 'none'

/** What many entries were, what for and by whom, changed at once. */
export function BulkDialog({ entries, onClose }: BulkDialogProps) {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const leftText = useLeftText()
  const [patch, setPatch] = useState<AssignPatch>({})
  const [own, setOwn] = useState<OwnPatch>({})
  const [isChecked, setIsChecked] = useState(false)
  const done = useRef('')
  const update = useCommand(client.time.updateMany, { done: () => done.current, errors: 'caller' })
  const { touched, left } = changeable(entries, own.personId !== undefined)
  const isNothing = [...Object.values(patch), ...Object.values(own)].every((value) => value === undefined)
  const closed = touched.filter(({ isSealed }) => isSealed).length
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const left_ = leftText(left)

  async function save() {
    setIsChecked(true)
    if (isNothing || touched.length === 0) return
    done.current = [t('done.changed', counted(touched.length)), left_].filter(Boolean).join('. ')
    const ids = touched.map(({ id }) => id)
    if (await update.run({ ids, patch: { ...workOf(patch), ...own } })) onClose()
  }

  const problem = touched.length === 0 ? t('left.nothing') : isChecked && isNothing ? t('bulk.nothing') : null
  return (
    <RecordDialog
      title={t('bulk.title', counted(entries.length))}
      error={update.error}
      isSaving={update.isRunning}
      isSaveDisabled={touched.length === 0}
      saveLabel={t('bulk.save')}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('bulk.help')}</p>
      {left_ !== '' && <p>{left_}</p>}
      {closed > 0 && <p>{t('bulk.closed', counted(closed))}</p>}
      <AssignFields
        patch={patch}
        missing={undefined}
        hasLabour
        onChange={(changes) => setPatch((before) => ({ ...before, ...changes }))}
      >
        <OwnFields
          patch={own}
          onChange={(changes, clientId) => {
            setOwn((before) => ({ ...before, ...changes }))
            // A project is its client's.
            if (clientId !== undefined) setPatch((before) => ({ ...before, clientId }))
          }}
        />
      </AssignFields>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </RecordDialog>
  )
}

/** A post and a conversation are what the work was for: one of them alone replaces what stood there. */
function workOf({ postId, conversationId, ...rest }: AssignPatch): WorkPatch {
  if (postId === undefined && conversationId === undefined) return rest
  const none = { postId: null, conversationId: null, weight: 1 }
  return {
    ...rest,
    targets: [
      ...(postId === undefined || postId === null ? [] : [{ ...none, postId }]),
      ...(conversationId === undefined || conversationId === null ? [] : [{ ...none, conversationId }]),
    ],
  }
}

interface OwnFieldsProps {
  readonly patch: OwnPatch
  onChange(changes: OwnPatch, clientId?: number): void
}

function OwnFields({ patch, onChange }: OwnFieldsProps) {
  const { t } = useTranslation('timeList')
  const { t: records } = useTranslation('records')
  const projects = useQuery(api.time.projects.queryOptions()).data ?? []
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const unchanged = { value: UNCHANGED, label: records('assign.unchanged') }
  return (
    <>
      {projects.length > 0 && (
        <Select
          label={t('bulk.project')}
          value={patch.projectId === undefined ? UNCHANGED : String(patch.projectId ?? NONE)}
          options={[
            unchanged,
            { value: NONE, label: records('assign.none') },
            ...projects
              .filter(({ isArchived }) => !isArchived)
              .map((project) => ({
                value: String(project.id),
                label: project.client === null ? project.name : `${project.client} · ${project.name}`,
              })),
          ]}
          onChange={(value) => {
            if (value === UNCHANGED) onChange({ projectId: undefined })
            else if (value === NONE) onChange({ projectId: null })
            else {
              const project = projects.find(({ id }) => String(id) === value)
              onChange({ projectId: Number(value) }, project?.clientId ?? undefined)
            }
          }}
        />
      )}
      {people.length > 1 && (
        <Select
          label={t('bulk.person')}
          value={patch.personId === undefined ? UNCHANGED : String(patch.personId)}
          options={[unchanged, ...people.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(value) => onChange({ personId: value === UNCHANGED ? undefined : Number(value) })}
        />
      )}
      <Select
        label={t('bulk.billable')}
        value={patch.isBillable === undefined ? UNCHANGED : patch.isBillable ? 'yes' : 'no'}
        options={[unchanged, { value: 'yes', label: t('bulk.yes') }, { value: 'no', label: t('bulk.no') }]}
        onChange={(value) => onChange({ isBillable: value === UNCHANGED ? undefined : value === 'yes' })}
      />
    </>
  )
}
