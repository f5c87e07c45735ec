import { type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import type { OpenQuestion } from '../../../../shared/contract/time-entries.ts'
import { cx } from '../../../ui/class-names.ts'
import styles from './quick-entry.module.css'
import { useQuickEntry } from './quick-entry-store.ts'

export interface OpenQuestionsProps {
  readonly questions: readonly OpenQuestion[]
  /** Holds the options; the line moves the focus there. */
  readonly listRef: RefObject<HTMLDivElement | null>
  /** An answer was chosen, or the questions are left: typing goes on. */
  onLeave(): void
}

/** What the line leaves open, each with its answers: by digit, by arrow keys and Enter, or by mouse. */
export function OpenQuestions({ questions, listRef, onLeave }: OpenQuestionsProps) {
  if (questions.length === 0) return null
  return (
    <div ref={listRef} data-questions className={styles.questions}>
      {questions.map((question) => (
        <Question key={`${question.kind} ${question.source}`} question={question} onLeave={onLeave} />
      ))}
    </div>
  )
}

type KeyStroke = Parameters<NonNullable<ButtonProps['onKeyDown']>>[0]

function Question({ question, onLeave }: { readonly question: OpenQuestion; onLeave(): void }) {
  const { t } = useTranslation('quickEntry')
  const choose = useQuickEntry((state) => state.choose)
  const id = useId()
  const { kind, source, options } = question
  const isUnknown = options.length > 0 && options.every(({ key }) => key === 'none')

  function answer(index: number) {
    const option = options[index]
    if (!option) return
    choose(`${kind} ${source}`, option.key)
    onLeave()
  }

  function onKeyDown(event: KeyStroke) {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey
    if (/^[1-9]$/.test(event.key) && !hasModifier) answer(Number(event.key) - 1)
    else if (event.key === 'Escape') onLeave()
    else if (hasModifier || !moveFocus(event)) {
      event.continuePropagation()
      return
    }
    event.preventDefault()
  }

  return (
    <div role="group" aria-labelledby={id} className={styles.question}>
      <p id={id}>
        {isUnknown
          ? t(`unknown.${unknownKind(kind)}`, { source: bare(source) })
          : t(`questions.${kind}`, { source: bare(source) })}
      </p>
      <ul className={styles.options}>
        {options.map(({ key, text }, index) => (
          <li key={key}>
            <AriaButton className={cx(styles.option)} onPress={() => answer(index)} onKeyDown={onKeyDown}>
              {index < 9 && (
                <kbd className={styles.digit} aria-hidden>
                  {index + 1}
                </kbd>
              )}
              <span className={styles.optionText}>{text}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

const UNKNOWN = ['channel', 'campaign', 'client', 'project', 'department'] as const

function unknownKind(kind: OpenQuestion['kind']) {
  return UNKNOWN.find((known) => known === kind) ?? 'other'
}

/** Without the sign that said what kind of thing it is. */
function bare(source: string): string {
  return source.replace(/^[#@!/&]/, '')
}

/** Arrow keys go through all options of all questions. */
function moveFocus({ key, currentTarget }: KeyStroke): boolean {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
  const step = steps[key]
  const list = currentTarget.closest('[data-questions]')
  if (step === undefined || !list) return false
  const buttons = [...list.querySelectorAll('button')]
  const index = buttons.findIndex((button) => button === document.activeElement)
  buttons[Math.min(Math.max(index + step, 0), buttons.length - 1)]?.focus()
  return true
}
