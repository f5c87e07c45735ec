import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guessActivity } from '../../../../shared/domain/activity.ts'
import { api } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { NO_WORK, toWork, type WorkDraft, workDraftOf } from '../editor/work-draft.ts'
import { ActivitySelect, WorkBelonging, WorkChannelSelect } from '../editor/work-fields.tsx'
import { CombinationList, combinationId } from './combination-list.tsx'
import { type Choice, choicesOf } from './combinations.ts'
import { PanelPopover } from './panel-popover.tsx'
import { useTimerStore } from './timer-store.ts'
import styles from './timer.module.css'
import { useFavourites } from './use-favourites.ts'
import type { Running } from './use-running.ts'
import { useStartTimer } from './use-timer.ts'

const MAX_NOTE_LENGTH = 2_000
const LIST_ID = 'timer-combinations'

export interface StartPanelProps {
  readonly running: Running
  readonly anchor: RefObject<HTMLElement | null>
}

/** What to start: typed, or one of the combinations by arrows or digit. */
export function StartPanel({ running, anchor }: StartPanelProps) {
  const { t } = useTranslation('timer')
  const close = useTimerStore((state) => state.close)
  const title = t(running.own ? 'start.switchTitle' : 'start.title')
  return (
    <PanelPopover label={title} anchor={anchor} onClose={close}>
      <StartForm running={running} title={title} />
    </PanelPopover>
  )
}

function useStartForm(running: Running) {
  const close = useTimerStore((state) => state.close)
  const start = useStartTimer(running)
  const favourites = useFavourites()
  const combinations = useQuery(api.time.combinations.queryOptions()).data
  const [work, setWork] = useState<WorkDraft>(NO_WORK)
  const [isActivityChosen, setIsActivityChosen] = useState(false)
  const [active, setActive] = useState(-1)
  /** A key pressed twice starts once. */
  const isStarting = useRef(false)
  const choices = combinations ? choicesOf(combinations, running.own?.entry ?? null) : []

  async function startWith(draft: WorkDraft) {
    if (isStarting.current) return
    isStarting.current = true
    const isDone = await start(toWork(draft))
    isStarting.current = false
    if (isDone) close()
  }
  const startChoice = (choice: Choice) => {
    const note = work.note.trim() === '' ? choice.work.note : work.note
    return startWith({ ...workDraftOf(choice.work), note })
  }
  return {
    work,
    active,
    setActive,
    choices,
    favourites,
    start: () => void startWith(work),
    startChoice: (choice: Choice) => void startChoice(choice),
    change: (changes: Partial<WorkDraft>) => {
      setActive(-1)
      if ('activity' in changes) setIsActivityChosen(true)
      setWork({ ...work, ...changes })
    },
    type: (note: string) => {
      setActive(-1)
      // Shown in the field beside, where it can be changed before anything starts.
      const activity = isActivityChosen ? work.activity : (guessActivity(note)?.activity ?? null)
      setWork({ ...work, note, activity })
    },
  }
}

type StartFormState = ReturnType<typeof useStartForm>

/** Arrows walk the list, with Alt they move a favourite; Enter and digits start. */
function onNoteKey(event: KeyboardEvent, form: StartFormState): void {
  const { work, active, choices, favourites } = form
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const choice = choices[active]
  if (step !== undefined && event.altKey && choice) {
    favourites.move(choice, step)
    if (isMovable(choices, active, step)) form.setActive(active + step)
  } else if (step !== undefined) form.setActive(Math.max(-1, Math.min(choices.length - 1, active + step)))
  else if (event.key === 'Enter') {
    if (choice) form.startChoice(choice)
    else form.start()
  } else {
    const named = choices[digitOf(event, work.note === '') - 1]
    if (!named) return
    form.startChoice(named)
  }
  event.preventDefault()
}

function isMovable(choices: readonly Choice[], from: number, step: number): boolean {
  return [choices[from], choices[from + step]].every((choice) => choice && choice.favouriteId !== null)
}

function StartForm({ running, title }: { readonly running: Running; readonly title: string }) {
  const { t } = useTranslation('timer')
  const form = useStartForm(running)
  const { work, active, choices, favourites, change } = form
  return (
    <div className={styles.panel}>
      <h2 className={styles.heading}>{title}</h2>
      <div role="presentation" onKeyDownCapture={(event) => onNoteKey(event, form)}>
        <TextField
          label={t('fields.note')}
          placeholder={t('start.placeholder')}
          value={work.note}
          onChange={form.type}
          maxLength={MAX_NOTE_LENGTH}
          autoFocus
          autoComplete="off"
          aria-controls={LIST_ID}
          {...(active >= 0 && { 'aria-activedescendant': combinationId(LIST_ID, active) })}
        />
      </div>
      <div className={styles.pair}>
        <ActivitySelect work={work} onChange={change} />
        <WorkChannelSelect work={work} onChange={change} />
      </div>
      <Fold summary={t('start.more')}>
        <div className={styles.more}>
          <WorkBelonging work={work} onChange={change} seconds={null} centsPerHour={null} />
        </div>
      </Fold>
      <CombinationList
        id={LIST_ID}
        choices={choices}
        active={active}
        favourites={favourites}
        onActive={form.setActive}
        onStart={form.startChoice}
      />
      <div className={styles.foot}>
        <span className={styles.hint}>{t('start.hint')}</span>
        <div className={styles.buttons}>
          <Button size="s" variant="quiet" onPress={() => favourites.keep(work)}>
            {t('start.keep')}
          </Button>
          <Button size="s" variant="primary" shortcut="enter" onPress={form.start}>
            {t(running.own ? 'start.switch' : 'start.start')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** A digit belongs to the note once it has begun; with Alt it is always a choice. */
function digitOf({ code, key, altKey, ctrlKey, metaKey }: KeyboardEvent, isNoteEmpty: boolean): number {
  if (ctrlKey || metaKey) return 0
  if (altKey) return Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0)
  return isNoteEmpty && /^[1-9]$/.test(key) ? Number(key) : 0
}
