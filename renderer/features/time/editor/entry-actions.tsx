import { Copy, MoreHorizontal, Play, Scissors } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { useContinueEntry } from '../timer/use-continue-entry.ts'
import { ClockField } from './clock-field.tsx'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import styles from './editor.module.css'
import { problemsOfTimes, type Times, timesOf, typeEnd } from './times.ts'
import { toWork, type WorkDraft } from './work-draft.ts'

export interface EntryActionsProps {
  readonly entry: TimeEntry
  readonly zone: string
  /** As it stands in the form: a copy takes it along. */
  readonly work: WorkDraft
  onDone(): void
}

/** What can be done with an entry besides changing it. */
export function EntryActions({ entry, zone, work, onDone }: EntryActionsProps) {
  const { t } = useTranslation('time')
  const [isSplitting, setIsSplitting] = useState(false)
  const show = useEntryEditor((state) => state.show)
  const continueEntry = useContinueEntry()
  const { startedAt, endedAt, personId } = entry
  const canSplit = endedAt !== null && endedAt - startedAt > 60_000 && !entry.isSealed && entry.invoiceId === null
  const copy = () => {
    if (endedAt === null) return
    show({ kind: 'new', draft: { ...toWork(work), personId, startedAt, endedAt }, targets: [...work.targets] })
  }
  if (isSplitting && endedAt !== null) return <Splitter entry={entry} endedAt={endedAt} zone={zone} onDone={onDone} />
  return (
    <Menu
      label={t('editor.more')}
      trigger={
        <Button icon={MoreHorizontal} variant="quiet">
          {t('editor.more')}
        </Button>
      }
      groups={[
        {
          entries: [
            {
              id: 'continue',
              label: t('editor.continue'),
              icon: Play,
              isDisabled: endedAt === null,
              onAction: () => void continueEntry(entry.id).then((isDone) => isDone && onDone()),
            },
            { id: 'copy', label: t('editor.duplicate'), icon: Copy, isDisabled: endedAt === null, onAction: copy },
            {
              id: 'split',
              label: t('editor.split'),
              icon: Scissors,
              isDisabled: !canSplit,
              onAction: () => setIsSplitting(true),
            },
          ],
        },
      ]}
    />
  )
}

interface SplitterProps extends Pick<EntryActionsProps, 'entry' | 'zone' | 'onDone'> {
  readonly endedAt: number
}

/** Asks where to divide; the middle is proposed. */
function Splitter({ entry, endedAt, zone, onDone }: SplitterProps) {
  const { t } = useTranslation('time')
  const [times, setTimes] = useState<Times>(() => timesOf(entry.startedAt, middleOf(entry.startedAt, endedAt)))
  const split = useCommand(client.time.split, { done: t('editor.splitDone') })
  const at = times.endedAt ?? endedAt
  const isInside = Object.keys(problemsOfTimes(times)).length === 0 && at < endedAt
  const divide = () => {
    if (isInside) void split.run({ id: entry.id, at }).then((receipt) => receipt && onDone())
  }
  return (
    <span
      className={styles.splitter}
      role="presentation"
      onKeyDownCapture={(event) => {
        // Enter divides here; it must not save the form around it.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        divide()
      }}
    >
      <ClockField
        label={t('editor.splitAt')}
        settled={clockAt(at, zone)}
        open={times.open.end?.text}
        errorMessage={isInside ? undefined : t('editor.splitOutside')}
        autoFocus
        onType={(text) => setTimes(typeEnd(times, text, zone))}
      />
      <Button isDisabled={!isInside} isPending={split.isRunning} onPress={divide}>
        {t('editor.splitHere')}
      </Button>
    </span>
  )
}

/** On a whole minute where there is one inside. */
function middleOf(startedAt: number, endedAt: number): number {
  const middle = startedAt + (endedAt - startedAt) / 2
  const minute = Math.round(middle / 60_000) * 60_000
  return minute > startedAt && minute < endedAt ? minute : Math.round(middle / 1000) * 1000
}
