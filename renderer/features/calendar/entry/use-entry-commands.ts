/** The keys of month and week in the palette and the dialog of keys; they are handled in the grid, on what has the focus. */
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'

const KEYS = [
  ['days', 'arrowright'],
  ['posts', 'arrowdown'],
  ['open', 'enter'],
  ['choose', 'shift+space'],
  ['chooseAll', 'mod+a'],
  ['copy', 'mod+d'],
  ['moveDay', 'alt+arrowright'],
  ['moveStep', 'alt+arrowdown'],
  ['back', 'pageup'],
  ['on', 'pagedown'],
  ['today', 'home'],
] as const

/** `focus` goes into the grid, where the keys act. */
export function useEntryCommands(focus: () => void): void {
  const { t } = useTranslation('calendarViews')
  const latest = useRef(focus)
  useEffect(() => {
    latest.current = focus
  })
  const commands = useMemo(
    (): AppCommand[] =>
      KEYS.map(([name, shortcut]) => ({
        id: `calendar.entry.${name}`,
        title: t(`keys.${name}`),
        group: t('keys.group'),
        shortcut,
        isKeyLocal: true,
        run: () => latest.current(),
      })),
    [t],
  )
  useAppCommands(commands)
}
