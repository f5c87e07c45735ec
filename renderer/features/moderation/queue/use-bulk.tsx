/** What can be done with several conversations at once, each in one step that can be taken back. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { api, client } from '../../../lib/api.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { useCrisisForms } from '../crises/crisis-forms.ts'
import { useSnoozing } from '../snooze/snooze-store.ts'
import { HandOverManyDialog } from './hand-over-many-dialog.tsx'

export interface BulkActions {
  /** Those chosen that are not done. */
  readonly unfinished: readonly QueueRow[]
  readonly isRunning: boolean
  resolve(): void
  snooze(): void
  addTopic(): void
  /** Asks which crisis they belong to: a new one, or one that is open. */
  toCrisis(): void
  handOver(): void
  /** The question that is asked before something is done. */
  readonly dialog: ReactNode
}

export function useBulk({ chosen, clear }: RowSelection<QueueRow>): BulkActions {
  const { t } = useTranslation('moderation')
  const change = useChange('toast')
  const ask = useSnoozing((state) => state.ask)
  const openCrisis = useCrisisForms((state) => state.open)
  const [asked, setAsked] = useState<'topic' | 'handOver' | null>(null)
  const close = () => setAsked(null)
  const unfinished = chosen.filter(({ status }) => status !== 'done')

  async function resolve() {
    if (unfinished.length === 0 || change.isRunning) return
    const ids = unfinished.map(({ id }) => id)
    const label = t('bulk.resolved', { count: ids.length })
    if (await change.run((commandId) => client.moderation.resolveMany({ commandId, ids }), label)) clear()
  }

  return {
    unfinished,
    isRunning: change.isRunning,
    resolve: () => void resolve(),
    snooze: () =>
      ask(
        unfinished.map(({ id }) => id),
        clear,
      ),
    addTopic: () => setAsked('topic'),
    toCrisis: () => openCrisis(chosen.map(({ id }) => id)),
    handOver: () => unfinished.length > 0 && setAsked('handOver'),
    dialog: (
      <>
        {asked === 'topic' && <TopicDialog rows={chosen} onClose={close} />}
        {asked === 'handOver' && <HandOverManyDialog rows={unfinished} onDone={clear} onClose={close} />}
      </>
    ),
  }
}

function TopicDialog({ rows, onClose }: { readonly rows: readonly QueueRow[]; onClose(): void }) {
  const { t } = useTranslation('moderation')
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const change = useChange()
  const [topicId, setTopicId] = useState<string | null>(null)

  async function save() {
    const topic = topics.find(({ id }) => String(id) === topicId)
    if (!topic) return
    const ids = rows.map(({ id }) => id)
    const label = t('bulk.topicAdded', { count: ids.length, topic: topic.name })
    if (await change.run((commandId) => client.moderation.addTopicMany({ commandId, ids, topicId: topic.id }), label))
      onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('bulk.topicTitle', { count: rows.length })}
      error={change.error}
      isSaving={change.isRunning}
      isSaveDisabled={topicId === null}
      onSave={save}
      onClose={onClose}
    >
      <ComboBox
        autoFocus
        label={t('bulk.whichTopic')}
        options={topics
          .filter(({ isArchived }) => !isArchived)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={topicId}
        onChange={setTopicId}
      />
    </RecordDialog>
  )
}
