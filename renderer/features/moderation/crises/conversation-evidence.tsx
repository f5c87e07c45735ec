import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { WindowDrop } from '../../../ui/drop-zone.tsx'
import styles from './crises.module.css'
import { EvidenceGrid } from './evidence-grid.tsx'
import { AddedFiles, AttachButton } from './log-composer.tsx'
import { evidenceOfConversation, useEvidenceDraft } from './use-evidence-draft.ts'
import { usePastedPictures } from './use-pasted-pictures.ts'

export interface ConversationEvidenceProps {
  readonly conversationId: number
  readonly files: readonly EvidenceFile[]
}

/** Screenshots of a single conversation, with or without a crisis: chosen, dropped or pasted. */
export function ConversationEvidence({ conversationId, files }: ConversationEvidenceProps) {
  const { t } = useTranslation('crisisParts')
  const draft = useEvidenceDraft(evidenceOfConversation(conversationId))
  const command = useCommand(client.moderation.addEvidence, { done: t('evidence.attached') })
  usePastedPictures(draft.add)
  async function attach() {
    const taken = draft.take()
    const attach = await taken.handles()
    if (attach !== null && (await command.run({ id: conversationId, attach }))) taken.letGo()
    else await taken.putBack()
  }
  return (
    <Card title={t('evidence.title')} aside={<AttachButton files={draft} />}>
      <div className={styles.stack}>
        {files.length === 0 && draft.added.length === 0 && <p className={styles.hint}>{t('evidence.emptyShort')}</p>}
        {files.length > 0 && (
          <EvidenceGrid
            files={files}
            onRemove={(commandId, id) => client.moderation.removeEvidence({ commandId, id })}
          />
        )}
        <AddedFiles files={draft} />
        {draft.added.length > 0 && (
          <div>
            <Button size="s" variant="primary" isPending={command.isRunning} onPress={() => void attach()}>
              {t('evidence.attachNow', { count: draft.added.length })}
            </Button>
          </div>
        )}
      </div>
      <WindowDrop
        isInFront
        title={t('evidence.dropTitle')}
        description={t('evidence.dropTextConversation')}
        onFiles={draft.add}
      />
    </Card>
  )
}
