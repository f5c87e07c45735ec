/** The keys of the timeline in the palette and the dialog of keys. They act on what is selected; the keys themselves are handled there. */
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { showToast } from '../../../ui/toast-store.ts'
import type { ItemActions } from './use-item-actions.ts'
import type { TimelineItem } from './items.ts'
import { useTimeline } from './timeline-store.ts'
import { ITEM_ACTIONS } from './use-timeline-keys.ts'

const ACTION_SHORTCUTS = {
  open: 'enter',
  continue: 'c',
  duplicate: 'mod+d',
  split: 'k',
  trim: 'u',
  remove: 'delete',
} as const

/** Only told of: they mean nothing without the key held. */
const HELD_KEYS = [
  ['previousItem', 'arrowup'],
  ['nextItem', 'arrowdown'],
  ['earlier', 'alt+arrowup'],
  ['later', 'alt+arrowdown'],
  ['dayBefore', 'alt+arrowleft'],
  ['dayAfter', 'alt+arrowright'],
  ['shorter', 'shift+arrowup'],
  ['longer', 'shift+arrowdown'],
] as const

export function useItemCommands(items: readonly TimelineItem[], actions: ItemActions): void {
  const { t } = useTranslation('time')
  const latest = useRef({ items, actions })
  useEffect(() => {
    latest.current = { items, actions }
  })
  const commands = useMemo((): AppCommand[] => {
    const group = t('keys.group')
    const focus = () => {
      const { selected, select } = useTimeline.getState()
      select(
        latest.current.items.find(({ key }) => key === selected)?.key ?? latest.current.items[0]?.key ?? null,
        true,
      )
    }
    return [
      ...HELD_KEYS.map(([name, shortcut]) => ({
        id: `time.item.${name}`,
        title: t(`keys.${name}`),
        group,
        shortcut,
        isKeyLocal: true,
        run: focus,
      })),
      ...ITEM_ACTIONS.map((action) => ({
        id: `time.item.${action}`,
        title: t(`keys.${action}`),
        group,
        shortcut: ACTION_SHORTCUTS[action],
        isKeyLocal: true,
        run: () => {
          const { selected } = useTimeline.getState()
          const item = latest.current.items.find(({ key }) => key === selected)
          if (item) latest.current.actions.act(action, item)
          else showToast({ message: t('said.nothing'), topic: 'timeline' })
        },
      })),
    ]
  }, [t])
  useAppCommands(commands)
}
