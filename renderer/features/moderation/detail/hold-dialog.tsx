import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useDialogDraft } from './dialog-store.ts'
import { TurnDialog } from './turn-dialog.tsx'

const CAUSES = ['dispute', 'crisis', 'other'] as const
type Cause = (typeof CAUSES)[number]

/** Its text stays beyond its time, and why. */
export function HoldDialog({ detail: { id } }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const kept = useDialogDraft<{ cause: Cause; words: string }>('hold', id, { cause: 'dispute', words: '' })
  const [isChecked, setIsChecked] = useState(false)
  const hold = useCommand(client.moderation.hold, { done: t('done.held'), errors: 'caller' })
  const { cause, words } = kept.draft
  const isMissing = cause === 'other' && words.trim() === ''

  async function save() {
    setIsChecked(true)
    if (isMissing) return false
    const parts = [...(cause === 'other' ? [] : [t(`dialogs.hold.causes.${cause}`)]), words.trim()]
    return (await hold.run({ id, reason: parts.filter(Boolean).join(': ') })) !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.hold.title')}
      saveLabel={t('dialogs.hold.save')}
      kept={kept}
      error={hold.error}
      isSaving={hold.isRunning}
      onSave={save}
    >
      <p>{t('dialogs.hold.help')}</p>
      <Segmented
        label={t('dialogs.hold.cause')}
        value={cause}
        options={CAUSES.map((value) => ({ value, label: t(`dialogs.hold.causes.${value}`) }))}
        onChange={(value) => kept.change({ cause: value })}
      />
      <TextField
        autoFocus
        isRequired={cause === 'other'}
        label={t('dialogs.hold.words')}
        description={t('dialogs.hold.wordsHelp')}
        placeholder={t('dialogs.hold.placeholder')}
        value={words}
        maxLength={400}
        onChange={(value) => kept.change({ words: value })}
        errorMessage={isChecked && isMissing ? t('dialogs.required') : undefined}
      />
    </TurnDialog>
  )
}
