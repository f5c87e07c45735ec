/** What can be done with the selected entry or gap, and what is said about it. */
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { areSame, type DragKind, type Times } from './drag-times.ts'
import { isLocked } from './entry-block.tsx'
import type { EntryCommands } from './entry-commands.ts'
import type { EntryWords } from './entry-words.ts'
import { type TimelineItem, neighbourOf } from './items.ts'
import { entryKey, useTimeline } from './timeline-store.ts'
import type { TimelineData } from './use-timeline-data.ts'
import type { ItemAction } from './use-timeline-keys.ts'
import type { TimeView } from './time-view.ts'

export interface ItemActions {
  act(action: ItemAction, item: TimelineItem): void
  open(entry: TimeEntry): void
  refusal(entry: TimeEntry, kind: DragKind): string | null
  onRefused(reason: string): void
  onMoved(entry: TimeEntry, kind: 'move' | 'end', times: Times): void
  onDrop(kind: DragKind, entry: TimeEntry | null, times: Times): void
  onCancel(): void
}

interface Around {
  readonly view: TimeView
  readonly data: TimelineData | undefined
  readonly words: EntryWords
  readonly commands: EntryCommands
}

export function useItemActions({ view, data, words, commands }: Around): ItemActions {
  const { t } = useTranslation('time')
  return useMemo((): ItemActions => {
    const { announce } = useTimeline.getState()
    const say = (entry: TimeEntry, kind: DragKind, { startedAt, endedAt }: Times) => {
      const end = endedAt ?? Date.now()
      const texts = { title: words.title(entry), from: words.clock(startedAt), to: words.clock(end) }
      if (kind === 'move' || kind === 'copy') announce(t('said.moved', { ...texts, day: words.day(startedAt) }))
      else announce(t('said.resized', { ...texts, duration: words.duration(end - startedAt) }))
    }
    const lockOf = (entry: TimeEntry) => (isLocked(entry) ? t(entry.isSealed ? 'said.locked' : 'said.invoiced') : null)
    const refusal = (entry: TimeEntry, kind: DragKind): string | null => {
      if (entry.endedAt === null && kind !== 'start') return t('said.runs')
      return kind === 'copy' ? null : lockOf(entry)
    }
    const onDrop = (kind: DragKind, entry: TimeEntry | null, times: Times) => {
      if (entry === null) draw(view.personId, times)
      else if (kind === 'copy') void commands.copy(entry, times, 'copied')
      else if (!areSame(times, entry)) {
        say(entry, kind, times)
        useTimeline.getState().select(entryKey(entry.id), true)
        void commands.changeTimes(entry, times, kind === 'move' ? 'moved' : 'resized')
        follow(view, data, times)
      }
    }
    return {
      ...actsOf({ view, data, words, commands }, t, lockOf),
      open,
      refusal,
      onRefused: tell,
      onMoved: say,
      onDrop,
      onCancel: () => announce(t('said.canceled')),
    }
  }, [t, view, data, words, commands])
}

function open(entry: TimeEntry): void {
  useEntryEditor.getState().show({ kind: 'edit', entry })
}

function tell(message: string): void {
  showToast({ message, topic: 'timeline' })
}

type Say = TFunction<'time'>

/** What single keys do with the item that has the focus. */
function actsOf(
  { data, words, commands }: Around,
  t: Say,
  lockOf: (entry: TimeEntry) => string | null,
): Pick<ItemActions, 'act'> {
  const { announce, select, setFilling, setSplitting } = useTimeline.getState()
  const { items = [], overlaps = [] } = data ?? {}
  const unlessLocked = (entry: TimeEntry, run: () => void) => {
    const reason = lockOf(entry)
    if (reason === null) run()
    else tell(reason)
  }
  const remove = (item: TimelineItem, entry: TimeEntry) => {
    select((neighbourOf(items, item, 'next') ?? neighbourOf(items, item, 'previous'))?.key ?? null, true)
    announce(t('said.removed', { title: words.title(entry) }))
    void commands.remove(entry)
  }
  const trim = (entry: TimeEntry) => {
    const ids = overlaps.filter((overlap) => overlap.ids.includes(entry.id)).flatMap((overlap) => overlap.ids)
    if (ids.length === 0) tell(t('said.noOverlap'))
    else void commands.trim([...new Set(ids)])
  }
  const duplicate = (entry: TimeEntry) => {
    const { startedAt, endedAt } = entry
    if (endedAt === null) tell(t('said.runs'))
    else void commands.copy(entry, { startedAt: endedAt, endedAt: endedAt + endedAt - startedAt }, 'duplicated')
  }
  const acts: Record<ItemAction, (entry: TimeEntry, item: TimelineItem) => void> = {
    open,
    continue: (entry) => void commands.continue(entry),
    duplicate,
    split: (entry) => unlessLocked(entry, () => setSplitting(entry)),
    trim,
    remove: (entry, item) => unlessLocked(entry, () => remove(item, entry)),
  }
  return {
    act(action, item) {
      if (item.entry) acts[action](item.entry, item)
      else if (action === 'open' && item.gap) setFilling(item.gap)
    },
  }
}

function draw(personId: number | null, { startedAt, endedAt }: Times): void {
  const draft = { startedAt, ...(endedAt !== null && { endedAt }), ...(personId !== null && { personId }) }
  useEntryEditor.getState().show({ kind: 'new', draft })
}

/** Moved out of what is shown by key: the view goes along. */
function follow(view: TimeView, data: TimelineData | undefined, { startedAt }: Times): void {
  if (!data) return
  const day = dayAt(startedAt, data.timeZone)
  if (day < view.period.from || day > view.period.to) view.choose({ day })
}
