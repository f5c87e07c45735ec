import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail, Measure } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useConversationDialogs, useDialogDraft } from './dialog-store.ts'
import { TurnDialog } from './turn-dialog.tsx'

const MEASURES = ['hidden', 'deleted', 'blocked'] as const satisfies readonly Measure[]

/** What was done against it on the network, and why. */
export function MeasureDialog({ detail: { id, measure } }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const close = useConversationDialogs((state) => state.close)
  const kept = useDialogDraft<{ measure: Measure; reason: string }>('measure', id, {
    measure: measure ?? 'hidden',
    reason: '',
  })
  const [isChecked, setIsChecked] = useState(false)
  const take = useCommand(client.moderation.takeMeasure, { done: t('done.measure'), errors: 'caller' })
  const takeBack = useCommand(client.moderation.takeMeasure, { done: t('done.measureBack'), errors: 'caller' })
  const { draft } = kept
  const reason = draft.reason.trim()

  async function save() {
    setIsChecked(true)
    return reason !== '' && (await take.run({ id, measure: draft.measure, reason })) !== null
  }

  async function giveUp() {
    if ((await takeBack.run({ id, measure: null, reason: null })) === null) return
    close()
    kept.forget()
  }

  return (
    <TurnDialog
      title={t('dialogs.measure.title')}
      saveLabel={t('dialogs.measure.save')}
      kept={kept}
      error={take.error ?? takeBack.error}
      isSaving={take.isRunning}
      onSave={save}
    >
      <p>{t('dialogs.measure.help')}</p>
      {measure !== null && (
        <div>
          <Button isPending={takeBack.isRunning} onPress={() => void giveUp()}>
            {t('dialogs.measure.takeBack')}
          </Button>
        </div>
      )}
      <Segmented
        label={t('dialogs.measure.kind')}
        value={draft.measure}
        options={MEASURES.map((value) => ({ value, label: t(`dialogs.measure.kinds.${value}`) }))}
        onChange={(value) => kept.change({ measure: value })}
      />
      <TextField
        autoFocus
        isRequired
        label={t('dialogs.measure.reason')}
        placeholder={t('dialogs.measure.reasonPlaceholder')}
        value={draft.reason}
        maxLength={500}
        onChange={(value) => kept.change({ reason: value })}
        errorMessage={isChecked && reason === '' ? t('dialogs.required') : undefined}
      />
    </TurnDialog>
  )
}
