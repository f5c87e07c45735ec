import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { clockAt, readWallTime, wallMs } from '../../../../shared/domain/wall-time.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { readClock } from '../editor/time-texts.ts'
import { GRID_MS, MINUTE_MS, snap } from './drag-times.ts'
import type { EntryCommands } from './entry-commands.ts'
import type { EntryWords } from './entry-words.ts'
import { entryKey, useTimeline } from './timeline-store.ts'

interface SplitDialogProps {
  readonly timeZone: string
  readonly words: EntryWords
  readonly commands: EntryCommands
}

/** Asks where an entry is divided: in its middle, or now where it runs, unless another time is typed. */
export function SplitDialog(props: SplitDialogProps) {
  const entry = useTimeline((state) => state.splitting)
  return entry && <OpenDialog key={entry.id} {...props} entry={entry} />
}

function OpenDialog({ timeZone, words, commands, entry }: SplitDialogProps & { readonly entry: TimeEntry }) {
  const { t } = useTranslation('time')
  const [end] = useState(() => entry.endedAt ?? Date.now())
  const suggested = suggestionOf(entry, end)
  const [text, setText] = useState(() => clockAt(suggested, timeZone))
  const [isWrong, setIsWrong] = useState(false)
  const { setSplitting, select } = useTimeline.getState()
  const close = () => {
    setSplitting(null)
    select(entryKey(entry.id), true)
  }
  async function submit() {
    const at = readInside(text, entry.startedAt, end, timeZone, suggested)
    setIsWrong(at === null)
    if (at !== null && (await commands.split(entry, at)) !== null) close()
  }
  const bounds = { from: words.clock(entry.startedAt), to: words.clock(end) }
  return (
    <Dialog
      isOpen
      size="s"
      title={t('split.title')}
      onOpenChange={(isOpen) => !isOpen && close()}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={close}>{t('split.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('split.submit')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('split.at')}
        description={t('split.help', bounds)}
        errorMessage={isWrong ? t('split.outside', bounds) : undefined}
        value={text}
        onChange={(next) => {
          setText(next)
          setIsWrong(false)
        }}
        maxLength={20}
        autoComplete="off"
        autoFocus
      />
    </Dialog>
  )
}

function suggestionOf(entry: TimeEntry, end: Instant): Instant {
  const middle = (entry.startedAt + end) / 2
  const wanted = entry.endedAt === null ? end - MINUTE_MS : middle
  const onGrid = snap(wanted, end - entry.startedAt > 4 * GRID_MS ? GRID_MS : MINUTE_MS)
  return onGrid > entry.startedAt && onGrid < end ? onGrid : Math.round(middle / 1000) * 1000
}

/** The clock time as an instant within the entry, the suggested one where it is left as it stands; null: there is none. */
function readInside(text: string, from: Instant, to: Instant, timeZone: string, suggested: Instant): Instant | null {
  if (text.trim() === clockAt(suggested, timeZone)) return suggested
  const seconds = readClock(text)
  if (seconds === null) return null
  const day = dayAt(from, timeZone)
  const readings = [day, addDays(day, 1)].flatMap((one) => readWallTime(wallMs(one, seconds), timeZone).instants)
  return readings.find((at) => at > from && at < to) ?? null
}
