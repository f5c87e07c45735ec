import { CalendarArrowDown, PencilLine, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import list from '../../../ui/list-view.module.css'
import { movable, removable } from './bulk.ts'
import type { EntrySelection } from './selection-store.ts'
import styles from './time-list.module.css'
import { MAX_SELECTED } from './use-entries.ts'

export interface BulkBarProps {
  readonly selection: EntrySelection
  /** All that match, loaded or not. */
  readonly count: number
  readonly isRemoving: boolean
  onAll(): void
  onChange(): void
  onShift(): void
  onRemove(): void
}

/** How much is chosen and what can be done with it; before that, how one chooses. */
export function BulkBar(props: BulkBarProps) {
  const { selection, count, isRemoving, onAll, onChange, onShift, onRemove } = props
  const { t } = useTranslation('timeList')
  const { t: ui } = useTranslation('ui')
  const { chosen } = selection
  const isAll = chosen.length >= Math.min(count, MAX_SELECTED)
  const all = <Button onPress={onAll}>{t('selection.all')}</Button>
  if (chosen.length === 0) {
    return (
      <div className={styles.bar}>
        <span className={list.hint}>{t('keys', { all: `${ui('keys.control')} A` })}</span>
        <span className={styles.actions}>{all}</span>
      </div>
    )
  }
  return (
    <div className={styles.bar}>
      <Chosen selection={selection} count={count} />
      <span className={styles.actions}>
        {!isAll && all}
        <Button variant="quiet" onPress={selection.clear}>
          {t('selection.clear')}
        </Button>
        <Button
          variant="danger"
          icon={Trash2}
          isPending={isRemoving}
          isDisabled={removable(chosen).touched.length === 0}
          onPress={onRemove}
        >
          {t('selection.remove')}
        </Button>
        <Button icon={CalendarArrowDown} isDisabled={movable(chosen).touched.length === 0} onPress={onShift}>
          {t('selection.shift')}
        </Button>
        <Button variant="primary" icon={PencilLine} shortcut="mod+enter" onPress={onChange}>
          {t('selection.change')}
        </Button>
      </span>
    </div>
  )
}

function Chosen({ selection: { chosen }, count }: Pick<BulkBarProps, 'selection' | 'count'>) {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const seconds = chosen.reduce((sum, entry) => sum + entry.seconds, 0)
  const cents = chosen.reduce((sum, entry) => sum + (entry.cents ?? 0), 0)
  const isLimited = chosen.length >= MAX_SELECTED && count > MAX_SELECTED
  return (
    <>
      <strong role="status">
        {t('selection.count', { count: chosen.length, formatted: format.number(chosen.length) })}
      </strong>
      <span className={list.hint}>
        {format.duration(seconds)} · {format.money(cents)}
        {isLimited && ` · ${t('selection.limit', { formatted: format.number(MAX_SELECTED) })}`}
      </span>
    </>
  )
}
