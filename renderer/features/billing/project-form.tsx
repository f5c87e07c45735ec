import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HoursField } from './hours-field.tsx'
import styles from './billing.module.css'

export type Project = Awaited<ReturnType<typeof client.time.projects>>[number]

const MAX_PLANNED_MINUTES = 6_000_000

export interface ProjectFormProps {
  readonly clientId: number
  readonly name: string
  /** Null: a new one. */
  readonly project: Project | null
  onClose(): void
}

function useProjectDraft(project: Project | null) {
  const [draft, setDraft] = useState({
    name: project?.name ?? '',
    plannedMinutes: project?.plannedMinutes ?? null,
    isBillable: project?.isBillable ?? true,
    isArchived: project?.isArchived ?? false,
  })
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  return { draft, change }
}

export function ProjectForm({ clientId, name, project, onClose }: ProjectFormProps) {
  const { t } = useTranslation('billing')
  const { draft, change } = useProjectDraft(project)
  const [isReadable, setIsReadable] = useState(true)
  const [isChecked, setIsChecked] = useState(false)
  const text = draft.name.trim()
  const add = useCommand(client.time.addProject, { done: t('projects.added', { name: text }), errors: 'caller' })
  const update = useCommand(client.time.updateProject, {
    done: t('projects.changed', { name: text }),
    errors: 'caller',
  })
  const remove = useCommand(client.time.removeProject, { done: t('projects.removed') })
  const command = project ? update : add
  const isTaken = command.error?.code === 'name_taken'
  const problem = isTaken ? command.error?.title : isChecked && text === '' ? t('projects.required') : undefined
  const isRemovable = project !== null && project.useCount === 0

  async function save() {
    setIsChecked(true)
    if (text === '' || !isReadable) return
    const { isArchived, ...own } = { ...draft, name: text }
    const done = project
      ? await update.run({ id: project.id, patch: { ...own, isArchived } })
      : await add.run({ clientId, ...own })
    if (done) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={project ? t('projects.editTitle') : t('projects.newTitle', { name })}
      error={isTaken ? null : command.error}
      isSaving={command.isRunning}
      onSave={save}
      removal={
        isRemovable
          ? {
              isRunning: remove.isRunning,
              run: async () => {
                if (await remove.run({ id: project.id })) onClose()
              },
            }
          : undefined
      }
      onClose={onClose}
    >
      <ProjectFields
        draft={draft}
        isNew={project === null}
        nameProblem={problem}
        onChange={(changes) => {
          command.clearError()
          change(changes)
        }}
        onValidityChange={setIsReadable}
      />
      {project && !isRemovable && <p className={styles.note}>{t('projects.inUse')}</p>}
    </RecordDialog>
  )
}

interface ProjectFieldsProps {
  readonly draft: ReturnType<typeof useProjectDraft>['draft']
  readonly isNew: boolean
  readonly nameProblem: string | undefined
  onChange(changes: Partial<ProjectFieldsProps['draft']>): void
  onValidityChange(isValid: boolean): void
}

function ProjectFields({ draft, isNew, nameProblem, onChange, onValidityChange }: ProjectFieldsProps) {
  const { t } = useTranslation('billing')
  return (
    <>
      <TextField
        autoFocus
        isRequired
        label={t('projects.name')}
        maxLength={200}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...(nameProblem !== undefined && { errorMessage: nameProblem })}
      />
      <HoursField
        label={t('projects.planned')}
        description={t('projects.plannedHelp')}
        seconds={draft.plannedMinutes === null ? null : draft.plannedMinutes * 60}
        minimumSeconds={60}
        maximumSeconds={MAX_PLANNED_MINUTES * 60}
        onChange={(seconds) =>
          onChange({ plannedMinutes: seconds === null ? null : Math.max(1, Math.round(seconds / 60)) })
        }
        onValidityChange={onValidityChange}
      />
      <Checkbox isSelected={draft.isBillable} onChange={(isBillable) => onChange({ isBillable })}>
        {t('projects.billable')}
      </Checkbox>
      {!isNew && (
        <Checkbox isSelected={draft.isArchived} onChange={(isArchived) => onChange({ isArchived })}>
          {t('projects.archived')}
        </Checkbox>
      )}
    </>
  )
}
