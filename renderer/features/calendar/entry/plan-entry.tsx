import { type CSSProperties, memo } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { channelColour } from '../../../ui/dot.tsx'
import { usePlanSelection } from '../plan-selection.ts'
import styles from './entry.module.css'
import { usePlanDrag } from './plan-drag.ts'
import type { Late, PlanWords } from './plan-words.ts'

interface PlanEntryProps {
  readonly row: PlanRow
  readonly words: PlanWords
  readonly late: Late
  readonly isTabStop: boolean
  /** It is what is shown beside. */
  readonly isShown: boolean
  /** Two lines, where it stands in hours. */
  readonly isTall?: boolean
  readonly style?: CSSProperties
}

const NO_ROWS: readonly PlanRow[] = []

/** One post in a channel. Pointer and keys are handled by the grid around it. */
export const PlanEntry = memo(function PlanEntry(props: PlanEntryProps) {
  const { row, words, late, isTabStop, isShown, isTall = false, style } = props
  const isChosen = usePlanSelection(NO_ROWS).isChosen(row)
  const isDragged = usePlanDrag(({ drag }) => drag?.kind === 'move' && drag.ids.has(row.id))
  const isPending = usePlanDrag(({ pending }) => pending.has(row.id))
  const details = words.details(row, late)
  return (
    <button
      type="button"
      data-entry={row.id}
      data-status={row.status}
      data-late={late ?? undefined}
      data-shown={isShown || undefined}
      data-chosen={isChosen || undefined}
      data-dragged={isDragged || undefined}
      data-pending={isPending || undefined}
      data-tall={isTall || undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.entry}
      style={{ ...style, ['--channel' as string]: channelColour(row.network) }}
      aria-label={words.label(row, late, isChosen)}
      aria-current={isShown || undefined}
      title={`${row.title}\n${details}`}
    >
      <EntryText row={row} words={words} late={late} />
      {isTall && <span className={styles.details}>{details}</span>}
    </button>
  )
})

/** What is seen of it; its label says it in full. */
export function EntryText({ row, words, late }: Pick<PlanEntryProps, 'row' | 'words' | 'late'>) {
  const clock = words.clock(row)
  return (
    <span className={styles.line}>
      {clock !== null && <span className={styles.clock}>{clock}</span>}
      <span className={styles.title}>{row.title}</span>
      {row.hasOwnText && <span className={styles.own}>≠</span>}
      {late !== null && <span className={styles.late}>!</span>}
    </span>
  )
}
