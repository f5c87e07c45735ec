import { useTranslation } from 'react-i18next'
import { channelColour } from '../../../ui/dot.tsx'
import styles from './entry.module.css'
import { EntryText } from './plan-entry.tsx'
import { type Drag, usePlanDrag } from './plan-drag.ts'
import type { PlanWords } from './plan-words.ts'

/** What is being moved, for the eye and the ear. */
export function DragFeedback({ words, hasChip = false }: { readonly words: PlanWords; readonly hasChip?: boolean }) {
  const announcement = usePlanDrag((state) => state.announcement)
  return (
    <>
      {hasChip && <DragChip words={words} />}
      <div role="status" className={styles.said}>
        {announcement}
      </div>
    </>
  )
}

/** What is dragged, at the pointer. */
function DragChip({ words }: { readonly words: PlanWords }) {
  const drag = usePlanDrag((state) => state.drag)
  if (!drag) return null
  const { row, target, x, y } = drag
  return (
    <div
      className={styles.chip}
      data-nowhere={target === null || undefined}
      aria-hidden
      style={{ transform: `translate(${x + 12}px, ${y + 10}px)`, ['--channel' as string]: channelColour(row.network) }}
    >
      <DraggedText drag={drag} words={words} />
    </div>
  )
}

/** With the time it would get, and whether more go along. */
export function DraggedText({ drag, words }: { readonly drag: Drag; readonly words: PlanWords }) {
  const { t } = useTranslation('calendarViews')
  const { row, kind, ids, target } = drag
  const there = target
    ? { ...row, day: target.day, plannedAt: target.at, publishedAt: null, status: 'draft' as const }
    : row
  return (
    <>
      <EntryText row={there} words={words} late={null} />
      {kind === 'copy' && <span className={styles.badge}>{t('drag.copy')}</span>}
      {kind === 'move' && ids.size > 1 && <span className={styles.badge}>{t('drag.count', { count: ids.size })}</span>}
    </>
  )
}
