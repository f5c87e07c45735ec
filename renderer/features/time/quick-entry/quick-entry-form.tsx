import { CircleQuestionMark, CornerDownLeft, PencilLine } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Input } from 'react-aria-components'
import type { EntryDraft, Understanding } from '../../../../shared/contract/time-entries.ts'
import { useLedgerSettings } from './use-ledger-settings.ts'
import { undoLast } from '../../../lib/undo-actions.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { OverlapPanel } from '../editor/overlap-panel.tsx'
import { type EntryErrors, useEntryErrors } from '../editor/use-entry-errors.ts'

import { OpenQuestions } from './open-questions.tsx'
import styles from './quick-entry.module.css'
import { useQuickEntry } from './quick-entry-store.ts'
import { UnderstoodChips } from './understood-chips.tsx'
import { UnderstoodText } from './understood-text.tsx'
import { useAddEntry } from './use-add-entry.ts'
import { useUnderstanding } from './use-understanding.ts'

const MAX_LENGTH = 500
/** Stands for the key in what is typed ahead. */
const ENTER = '\n'

export interface QuickEntryFormProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** In a dialog Escape closes it; the draft is kept anyway. */
  readonly isInDialog?: boolean
  onAdded(entry: EntryDraft, id: number | null): void
}

/** The line, what it is understood to say, and what it leaves open. */
export function QuickEntryForm({ inputRef, isInDialog = false, onAdded }: QuickEntryFormProps) {
  const { text, type, clear } = useQuickEntry()
  const { understanding, isCurrent } = useUnderstanding()
  const { addLine, isAdding, error, clearError } = useAddEntry()
  const errors = useEntryErrors(error)
  const questionsRef = useRef<HTMLDivElement>(null)
  /** What is typed between Enter and its answer belongs to neither line yet; null: nothing is waited for. */
  const typedAhead = useRef<string | null>(null)
  const [tried, setTried] = useState<Understanding | null>(null)
  const isTried = tried !== null && text !== ''
  const shown = isTried && !isCurrent ? tried : understanding

  async function submit(onOverlap: 'refuse' | 'keep' | 'trim' = 'refuse', ahead = '') {
    if (holdsEnter(typedAhead)) return
    // What is asked on the screen already needs no second reading: the next key is its answer.
    if (isCurrent && understanding !== null && understanding.questions.length > 0) {
      setTried(understanding)
      focusFirst(questionsRef)
      return
    }
    typedAhead.current = ahead
    const added = await addLine(onOverlap)
    const [typed = '', ...sent] = typedAhead.current.split(ENTER)
    typedAhead.current = null
    if (added.kind === 'added') useQuickEntry.getState().finish()
    // Drawn at once: whatever is pressed from here on meets the questions.
    flushSync(() => setTried(added.kind === 'open' ? added.understanding : null))
    typeOn(added.kind === 'open' ? answerFirst(added.understanding, typed) : typed)
    if (added.kind === 'added' || typed !== '') inputRef.current?.focus()
    else if (added.kind === 'open') focusFirst(questionsRef)
    if (added.kind === 'added') onAdded(added.entry, added.id)
    if (added.kind !== 'refused' && sent.length > 0) await submit('refuse', sent.join(ENTER))
  }

  function change(edit: () => void) {
    clearError()
    setTried(null)
    edit()
  }

  return (
    <form
      className={cx(styles.card, isInDialog && styles.inDialog)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void submit()
      }}
    >
      <Line
        inputRef={inputRef}
        questionsRef={questionsRef}
        isInDialog={isInDialog}
        isInvalid={isTried && shown?.missing !== null}
        onType={(input) => {
          if (typedAhead.current === null) change(() => type(input.value))
          else typedAhead.current += addedTo(text, input)
        }}
        onClear={() => change(clear)}
        chips={<UnderstoodChips parts={shown?.parts ?? []} isLate={!isCurrent} />}
        isAdding={isAdding}
      />
      <OpenQuestions
        questions={shown?.questions ?? []}
        listRef={questionsRef}
        onLeave={() => inputRef.current?.focus()}
      />
      <Missing missing={shown?.missing ?? null} isTold={isTried} />
      <Refusal errors={errors} onChoose={async (choice) => submit(choice)} />
      <UnderstoodText understanding={understanding} isCurrent={isCurrent} />
    </form>
  )
}

/** While Enter is not answered yet, it means nothing again; after something typed ahead it will send that. */
function holdsEnter(typedAhead: RefObject<string | null>): boolean {
  const typed = typedAhead.current
  if (typed === null) return false
  if (typed !== '' && !typed.endsWith(ENTER)) typedAhead.current = typed + ENTER
  return true
}

function typeOn(typed: string): void {
  const { text, type } = useQuickEntry.getState()
  if (typed !== '') type(text + typed)
}

/** A digit typed ahead answers the first question; what is left is text. */
function answerFirst({ questions: [first] }: Understanding, typed: string): string {
  const option = first?.options[Number(typed[0]) - 1]
  if (!first || !option) return typed
  useQuickEntry.getState().choose(`${first.kind} ${first.source}`, option.key)
  return typed.slice(1)
}

/** What a change has put in before the caret. */
function addedTo(before: string, { value, selectionStart }: HTMLInputElement): string {
  const caret = selectionStart ?? value.length
  return value.slice(caret - (value.length - before.length), caret)
}

function focusFirst(list: RefObject<HTMLElement | null>) {
  list.current?.querySelector('button')?.focus()
}

interface LineProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly questionsRef: RefObject<HTMLDivElement | null>
  readonly isInDialog: boolean
  readonly isInvalid: boolean
  readonly isAdding: boolean
  readonly chips: React.ReactNode
  onType(input: HTMLInputElement): void
  onClear(): void
}

function Line({ inputRef, questionsRef, isInDialog, isInvalid, isAdding, chips, onType, onClear }: LineProps) {
  const { t } = useTranslation('quickEntry')
  const { text, restore } = useQuickEntry()

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
    if (event.key === 'Escape' && text !== '' && !isInDialog) {
      onClear()
    } else if (isUndo && text === '') {
      // Empty, there is nothing to undo in the field but having cleared it; then comes what was done before.
      if (!restore()) void undoLast()
    } else if (event.key === 'ArrowDown' && questionsRef.current) focusFirst(questionsRef)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.line}>
      <PencilLine size={22} strokeWidth={1.4} aria-hidden className={styles.pencil} />
      <div className={styles.middle}>
        <Input
          ref={inputRef}
          className={cx(styles.input)}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          value={text}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isInvalid}
          onChange={(event) => onType(event.target)}
          onKeyDown={onKeyDown}
        />
        {chips}
      </div>
      <Help />
      <Button type="submit" icon={CornerDownLeft} isPending={isAdding}>
        {t('add')}
      </Button>
    </div>
  )
}

function Help() {
  const { t } = useTranslation('quickEntry')
  return (
    <Popover
      label={t('help.title')}
      placement="bottom end"
      trigger={<IconButton icon={CircleQuestionMark} label={t('help.title')} variant="quiet" />}
    >
      <div className={styles.help}>
        <p>
          <b>{t('help.title')}</b>
        </p>
        <p>{t('help.time')}</p>
        <p>{t('help.day')}</p>
        <p>{t('help.names')}</p>
        <p>{t('help.rest')}</p>
      </div>
    </Popover>
  )
}

const MISSING = [
  'nothing',
  'no_time',
  'no_duration',
  'no_start',
  'no_length',
  'no_such_day',
  'clock_skipped',
  'ends_before_start',
  'too_long',
  'in_future',
  'no_place',
  'text_too_long',
  'unreadable',
] as const

/** What is missing, in one sentence; louder once adding was tried than while it is merely not typed yet. That nobody is there yet is no hindrance: adding makes somebody. */
function Missing({ missing, isTold }: { readonly missing: string | null; readonly isTold: boolean }) {
  const { t } = useTranslation('quickEntry')
  const known = MISSING.find((key) => key === missing)
  if (known === undefined) return null
  return (
    <p className={cx(styles.missing, isTold && styles.told)} {...(isTold && { role: 'alert' })}>
      {t(`missing.${known}`)}
    </p>
  )
}

interface RefusalProps {
  readonly errors: EntryErrors
  onChoose(choice: 'keep' | 'trim'): Promise<void>
}

/** Why the ledger did not take it. */
function Refusal({ errors, onChoose }: RefusalProps) {
  const { t } = useTranslation('quickEntry')
  const zone = useLedgerSettings()?.timeZone
  const atFields = [...Object.values(errors.times), errors.person, errors.note].filter((text) => text !== undefined)
  if (errors.overlaps && zone !== undefined) {
    return (
      <div className={styles.below}>
        <OverlapPanel overlaps={errors.overlaps} zone={zone} help={t('overlapHelp')} onChoose={onChoose} />
      </div>
    )
  }
  if (errors.general) {
    return (
      <div className={styles.below}>
        <ErrorPanel error={errors.general} />
      </div>
    )
  }
  return atFields.map((text) => (
    <p key={text} role="alert" className={cx(styles.missing, styles.told)}>
      {text}
    </p>
  ))
}
