/** What the timeline does to entries: shown at once, one command each, taken back by undo; where it fails it is shown as it was, with the reason. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../shared/contract/fields.ts'
import type { EntryDraft, TimeEntry, Work } from '../../../../shared/contract/time-entries.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { holdUndo } from '../../../lib/undo-store.ts'
import { settle } from '../../../lib/use-command.ts'
import { toWork, type WorkDraft } from '../editor/work-draft.ts'
import type { Times } from './drag-times.ts'
import type { EntryWords } from './entry-words.ts'
import { entryKey, useTimeline } from './timeline-store.ts'

/** Null: it failed, and the reason was said. */
type Outcome = Promise<Receipt | null>

export interface EntryCommands {
  changeTimes(entry: TimeEntry, times: Times, kind: 'moved' | 'resized'): Outcome
  /** The same work at other times. Takes the focus once it is there. */
  copy(entry: TimeEntry, times: Times, kind: 'copied' | 'duplicated'): Outcome
  fill(personId: number, work: WorkDraft, times: Times, title: string): Outcome
  remove(entry: TimeEntry): Outcome
  trim(ids: readonly number[]): Outcome
  split(entry: TimeEntry, at: Instant): Outcome
  continue(entry: TimeEntry): Outcome
}

function perform(call: (commandId: string) => Promise<Receipt>, label: string): Outcome {
  return holdUndo(attempt(call, label))
}

async function attempt(call: (commandId: string) => Promise<Receipt>, label: string): Outcome {
  const commandId = crypto.randomUUID()
  try {
    const receipt = await withReconnect(() => call(commandId))
    await settle(receipt, label)
    return receipt
  } catch (error) {
    showError(error)
    return null
  }
}

/** Shows what will be while the ledger is asked. */
async function meanwhile(stop: () => void, outcome: Outcome): Outcome {
  try {
    return await outcome
  } finally {
    stop()
  }
}

async function focusNew(outcome: Outcome): Outcome {
  const receipt = await outcome
  if (receipt !== null && receipt.recordId !== null) useTimeline.getState().select(entryKey(receipt.recordId), true)
  return receipt
}

function draftOf(personId: number, work: Work, { startedAt, endedAt }: Times): EntryDraft {
  return { personId, ...work, startedAt, endedAt: endedAt ?? startedAt }
}

export function useEntryCommands(words: EntryWords): EntryCommands {
  const { t } = useTranslation('time')
  return useMemo((): EntryCommands => {
    const { expectTimes, expectEntry } = useTimeline.getState()
    const add = (
      draft: EntryDraft,
      entry: TimeEntry | null,
      title: string,
      label: string,
      onOverlap: 'keep' | 'refuse',
    ) =>
      focusNew(
        meanwhile(
          expectEntry({ entry, title, startedAt: draft.startedAt, endedAt: draft.endedAt }),
          perform((commandId) => client.time.add({ commandId, entries: [draft], onOverlap }), label),
        ),
      )
    return {
      changeTimes(entry, { startedAt, endedAt }, kind) {
        const patch = { startedAt, ...(endedAt !== null && { endedAt }) }
        // What then lies over another is marked there, with the offer to trim it.
        const input = { id: entry.id, patch, onOverlap: 'keep' as const }
        return meanwhile(
          expectTimes(entry.id, { startedAt, endedAt }),
          perform((commandId) => client.time.update({ commandId, ...input }), t(`done.${kind}`)),
        )
      },
      copy: (entry, times, kind) =>
        add(draftOf(entry.personId, toWork(entry), times), entry, words.title(entry), t(`done.${kind}`), 'keep'),
      fill: (personId, work, times, title) =>
        add(draftOf(personId, toWork(work), times), null, title, t('done.filled'), 'refuse'),
      remove: (entry) =>
        meanwhile(
          expectTimes(entry.id, null),
          perform((commandId) => client.time.remove({ commandId, ids: [entry.id] }), t('done.removed')),
        ),
      trim: (ids) => perform((commandId) => client.time.trim({ commandId, ids: [...ids] }), t('done.trimmed')),
      split: (entry, at) => perform((commandId) => client.time.split({ commandId, id: entry.id, at }), t('done.split')),
      continue: (entry) =>
        perform(
          (commandId) => client.time.continue({ commandId, id: entry.id }),
          t('done.continued', { title: words.title(entry) }),
        ),
    }
  }, [t, words])
}
