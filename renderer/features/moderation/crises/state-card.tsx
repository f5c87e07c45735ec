import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import styles from './crises.module.css'
import { useCrisisWords } from './use-crisis-words.ts'

const MAX_REACH = 10_000_000_000

/** When it began, how far the other side reaches, and how long what belongs to it is kept. */
export function StateCard({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const words = useCrisisWords()
  const [isAsking, setIsAsking] = useState(false)
  const { openedAt, closedAt, reach, heldUntil } = crisis
  return (
    <Card title={t('state.title')}>
      <KeyValues
        items={[
          { label: t('state.opened'), value: words.at(openedAt) },
          closedAt === null ? null : { label: t('state.closed'), value: words.at(closedAt) },
          {
            label: t('state.reach'),
            value: (
              <span className={styles.editable}>
                {reach === null ? t('state.reachUnknown') : format.number(reach)}
                <IconButton
                  size="s"
                  variant="quiet"
                  icon={Pencil}
                  label={t('state.editReach')}
                  onPress={() => setIsAsking(true)}
                />
              </span>
            ),
          },
          {
            label: t('state.held'),
            value: heldUntil === null ? t('state.heldOpen') : format.day(words.dayOf(heldUntil)),
          },
        ]}
      />
      <p className={styles.remark}>{t('state.heldHelp')}</p>
      {isAsking && <ReachDialog crisis={crisis} onClose={() => setIsAsking(false)} />}
    </Card>
  )
}

function ReachDialog({ crisis, onClose }: { readonly crisis: CrisisDetail; onClose(): void }) {
  const { t } = useTranslation('crises')
  const [reach, setReach] = useState(crisis.reach)
  const command = useCommand(client.moderation.crisisUpdate, { done: t('state.reachChanged'), errors: 'caller' })
  async function save() {
    if (await command.run({ id: crisis.id, patch: { reach } })) onClose()
  }
  return (
    <RecordDialog
      title={t('state.reach')}
      size="s"
      error={command.error}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <NumberField
        label={t('state.reachPeople')}
        description={t('state.reachHelp')}
        value={reach}
        minValue={0}
        maxValue={MAX_REACH}
        autoFocus
        onChange={setReach}
      />
    </RecordDialog>
  )
}
