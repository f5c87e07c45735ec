/** What can be done with the selected entry or gap, and what is said about it. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { useEntryEditor } from '../editor/editor-store.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import type { DragKind, Times } from './drag-times.ts'
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
    const { announce, select, setFilling, setSplitting } = useTimeline.getState()
    const say = (entry: TimeEntry, kind: DragKind, { startedAt, endedAt }: Times) => {
      const end = endedAt ?? Date.now()
      const texts = { title: words.title(entry), from: words.clock(startedAt), to: words.clock(end) }
      if (kind === 'move' || kind === 'copy') announce(t('said.moved', { ...texts, day: words.day(startedAt) }))
      else announce(t('said.resized', { ...texts, duration: words.duration(end - startedAt) }))
    }
    const refusal = (entry: TimeEntry, kind: DragKind): string | null => {
      if (entry.endedAt === null && kind !== 'start') return t('said.runs')
      if (kind === 'copy' || !isLocked(entry)) return null
      return t(entry.isSealed ? 'said.locked' : 'said.invoiced')
    }
    const onRefused = (reason: string) => {
      showToast({ message: reason, topic: 'timeline' })
    }
    const open = (entry: TimeEntry) => useEntryEditor.getState().show({ kind: 'edit', entry })
    const remove = (item: TimelineItem, entry: TimeEntry) => {
      if (isLocked(entry)) {
        onRefused(t(entry.isSealed ? 'said.locked' : 'said.invoiced'))
        return
      }
      const items = data?.items ?? []
      select((neighbourOf(items, item, 'next') ?? neighbourOf(items, item, 'previous'))?.key ?? null, true)
      announce(t('said.removed', { title: words.title(entry) }))
      void commands.remove(entry)
    }
    const trim = (entry: TimeEntry) => {
      const ids = (data?.overlaps ?? [])
        .filter((overlap) => overlap.ids.includes(entry.id))
        .flatMap(({ ids: two }) => two)
      if (ids.length === 0) onRefused(t('said.noOverlap'))
      else void commands.trim([...new Set(ids)])
    }
    const act = (action: ItemAction, item: TimelineItem) => {
      const { entry, gap } = item
      if (entry === null) {
        if (action === 'open' && gap) setFilling(gap)
        return
      }
      if (action === 'open') open(entry)
      else if (action === 'remove') remove(item, entry)
      else if (action === 'trim') trim(entry)
      else if (action === 'continue') void commands.continue(entry)
      else if (action === 'split') split(entry)
      else duplicate(entry)
    }
    const split = (entry: TimeEntry) => {
      if (isLocked(entry)) onRefused(t(entry.isSealed ? 'said.locked' : 'said.invoiced'))
      else setSplitting(entry)
    }
    const duplicate = (entry: TimeEntry) => {
      const { startedAt, endedAt } = entry
      if (endedAt === null) onRefused(t('said.runs'))
      else void commands.copy(entry, { startedAt: endedAt, endedAt: endedAt + endedAt - startedAt }, 'duplicated')
    }
    return {
      act,
      open,
      refusal,
      onRefused,
      onMoved: say,
      onCancel: () => announce(t('said.canceled')),
      onDrop(kind, entry, times) {
        if (entry === null) {
          draw(view.personId, times)
          return
        }
        if (kind === 'copy') {
          void commands.copy(entry, times, 'copied')
          return
        }
        if (times.startedAt === entry.startedAt && times.endedAt === entry.endedAt) return
        say(entry, kind, times)
        select(entryKey(entry.id), true)
        void commands.changeTimes(entry, times, kind === 'move' ? 'moved' : 'resized')
        follow(view, data, times)
      },
    }
  }, [t, view, data, words, commands])
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
