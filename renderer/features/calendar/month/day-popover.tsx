import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Popover } from 'react-aria-components'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import overlay from '../../../ui/overlay.module.css'
import { latenessOf } from '../entry/lateness.ts'
import { PlanEntry } from '../entry/plan-entry.tsx'
import type { PlanWords } from '../entry/plan-words.ts'
import styles from './month.module.css'

interface DayPopoverProps {
  readonly day: Day
  readonly today: Day
  readonly rows: readonly PlanRow[]
  readonly holiday: string | undefined
  readonly lateBy: Instant
  readonly words: PlanWords
  /** The button it opens at. */
  readonly anchor: Element
  onShow(row: PlanRow): void
  onAdd(): void
  onClose(): void
}

/** All posts of a day that has no room for them. */
export function DayPopover(props: DayPopoverProps) {
  const { day, today, rows, holiday, lateBy, words, anchor, onShow, onAdd, onClose } = props
  const { t } = useTranslation('calendarViews')
  const trigger = useRef(anchor)
  const close = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <Popover
      isOpen
      onOpenChange={onClose}
      triggerRef={trigger}
      placement="bottom start"
      offset={5}
      className={cx(overlay.popover)}
    >
      <Dialog aria-label={t('moreLabel', { day: words.dayLong(day) })} className={cx(overlay.padded, styles.popover)}>
        <p className={styles.popoverHead}>
          <strong>{words.dayLong(day)}</strong>
          {holiday !== undefined && <span>{holiday}</span>}
        </p>
        <ul className={styles.popoverList}>
          {rows.map((row) => (
            <li
              key={row.id}
              onClickCapture={(event) => {
                event.stopPropagation()
                close(() => onShow(row))
              }}
            >
              <PlanEntry
                row={row}
                words={words}
                late={latenessOf(row, lateBy, today)}
                isTabStop
                isShown={false}
                isTall
              />
            </li>
          ))}
        </ul>
        <Button size="s" icon={Plus} onPress={() => close(onAdd)}>
          {t('day.add')}
        </Button>
      </Dialog>
    </Popover>
  )
}
