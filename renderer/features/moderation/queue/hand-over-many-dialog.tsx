/** Several conversations to one colleague or department, with one deadline. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { handOverOf, handOverProblems, NEW_HAND_OVER } from '../detail/hand-over-draft.ts'
import { HandOverFields } from '../detail/hand-over-fields.tsx'

interface HandOverManyDialogProps {
  readonly rows: readonly QueueRow[]
  onDone(): void
  onClose(): void
}

export function HandOverManyDialog({ rows, onDone, onClose }: HandOverManyDialogProps) {
  const { t } = useTranslation('moderation')
  const [opened] = useState(() => Date.now())
  // What was chosen when it was asked: others may finish one of them meanwhile.
  const [ids] = useState(() => rows.map(({ id }) => id))
  const [draft, setDraft] = useState(NEW_HAND_OVER)
  const [isChecked, setIsChecked] = useState(false)
  const handOver = useCommand(client.moderation.handOverMany, {
    done: t('bulk.handedOver', { count: ids.length }),
    errors: 'caller',
  })
  const errors = useFieldErrors(['dueAt'], {}, handOver.error)

  async function save() {
    setIsChecked(true)
    const problems = handOverProblems(draft, opened)
    if (problems.to !== null || problems.due !== null) return
    if ((await handOver.run({ ids, ...handOverOf(draft) })) === null) return
    onClose()
    onDone()
  }

  return (
    <RecordDialog
      title={t('bulk.handOverTitle', { count: ids.length })}
      saveLabel={t('bulk.handOver')}
      error={errors.general}
      isSaving={handOver.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <HandOverFields
        draft={draft}
        opened={opened}
        isChecked={isChecked}
        dueError={errors.of('dueAt').errorMessage}
        help={t('bulk.handOverHelp', { count: ids.length })}
        change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </RecordDialog>
  )
}
