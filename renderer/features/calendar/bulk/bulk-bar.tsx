/** Under the view while rows are chosen: how many, and what can be done with all of them in one step. */
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { MAX_CHOSEN, useChosen } from '../plan-selection.ts'
import styles from './bulk.module.css'
import { BULK_KEYS, useBulkCommands } from './use-bulk-commands.ts'
import { type Bulk, useBulk } from './use-bulk.tsx'

const STATUS_ID = 'calendar-bulk-status'

/** How far each button moves, what it is called and what stands on it. */
const STEPS = [
  { days: -7, key: 'weekBack', text: 'minusWeek' },
  { days: -1, key: 'dayBack', text: 'minusDay' },
  { days: 1, key: 'dayOn', text: 'plusDay' },
  { days: 7, key: 'weekOn', text: 'plusWeek' },
] as const

export function BulkBar({ timeZone }: { readonly timeZone: string }) {
  const { chosen, clear } = useChosen()
  const bulk = useBulk(chosen, timeZone)
  useBulkCommands(chosen.length, {
    shift: bulk.askDays,
    status: () => document.querySelector<HTMLElement>(`#${STATUS_ID}`)?.click(),
  })
  return (
    <>
      {chosen.length > 0 && <Bar count={chosen.length} bulk={bulk} onClear={clear} />}
      {bulk.dialog}
    </>
  )
}

interface BarProps {
  readonly count: number
  readonly bulk: Bulk
  onClear(): void
}

function Bar({ count, bulk, onClear }: BarProps) {
  const { t } = useTranslation('calendarLists')
  const format = useFormat()
  const words = { count, formatted: format.number(count) }
  return (
    <div className={styles.bar} role="group" aria-label={t('bulk.label')}>
      <strong role="status">{t(count >= MAX_CHOSEN ? 'bulk.most' : 'bulk.chosen', words)}</strong>
      <IconButton variant="quiet" size="s" icon={X} label={t('bulk.clear')} shortcut="escape" onPress={onClear} />
      <div className={styles.actions}>
        <span className={styles.steps} role="group" aria-label={t('bulk.shift')}>
          {STEPS.map(({ days, key, text }) => (
            <Button
              key={key}
              aria-label={t(`bulk.${key}`)}
              isDisabled={bulk.movable.length === 0}
              onPress={() => bulk.shift(days)}
            >
              {t(`bulk.${text}`)}
            </Button>
          ))}
        </span>
        <Button shortcut={BULK_KEYS.shift} isDisabled={bulk.movable.length === 0} onPress={bulk.askDays}>
          {t('bulk.byDays')}
        </Button>
        <StatusMenu bulk={bulk} />
      </div>
    </div>
  )
}

function StatusMenu({ bulk }: { readonly bulk: Bulk }) {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  const entries = bulk.statuses.map((status) => ({
    id: status,
    label: t(`calendar:status.${status}`),
    onAction: () => bulk.setStatus(status),
  }))
  return (
    <Menu
      label={t('bulk.status')}
      trigger={
        <Button id={STATUS_ID} shortcut={BULK_KEYS.status}>
          {t('bulk.status')}
        </Button>
      }
      groups={[
        {
          entries: entries.length > 0 ? entries : [{ id: 'none', label: t('bulk.noStatus'), isDisabled: true }],
        },
      ]}
    />
  )
}
