import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { useDialogDraft } from './dialog-store.ts'
import { type HandOverDraft, handOverOf, handOverProblems, NEW_HAND_OVER } from './hand-over-draft.ts'
import { HandOverFields } from './hand-over-fields.tsx'
import { TurnDialog } from './turn-dialog.tsx'

interface DialogProps {
  readonly detail: ConversationDetail
}

/** To a colleague or a department, and until when they should come back. */
export function HandOverDialog({ detail }: DialogProps) {
  const { t } = useTranslation('conversation')
  const { id } = detail
  const [opened] = useState(() => Date.now())
  const kept = useDialogDraft<HandOverDraft>('handOver', id, { ...NEW_HAND_OVER, departmentId: detail.departmentId })
  const [isChecked, setIsChecked] = useState(false)
  const handOver = useCommand(client.moderation.handOver, { done: t('done.handedOver'), errors: 'caller' })
  const { draft } = kept
  const errors = useFieldErrors(['dueAt'], {}, handOver.error)

  async function save() {
    setIsChecked(true)
    const problems = handOverProblems(draft, opened)
    if (problems.to !== null || problems.due !== null) return false
    return (await handOver.run({ id, ...handOverOf(draft) })) !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.handOver.title')}
      saveLabel={t('dialogs.handOver.save')}
      kept={kept}
      error={errors.general}
      isSaving={handOver.isRunning}
      onSave={save}
    >
      <HandOverFields
        draft={draft}
        opened={opened}
        isChecked={isChecked}
        dueError={errors.of('dueAt').errorMessage}
        help={t('dialogs.handOver.help')}
        change={kept.change}
      />
    </TurnDialog>
  )
}
