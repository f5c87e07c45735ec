import { PencilLine } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { useQuickEntry } from './quick-entry-store.ts'

const TIME_PATH = '/time'

/** N goes to the line on the screen of time, E brings it to where one is. */
export function useQuickEntryCommands(): void {
  const { t } = useTranslation(['quickEntry', 'time'])
  useAppCommands(
    useMemo((): AppCommand[] => {
      const group = t('time:title')
      const keywords = ['nachtragen', 'eintragen', 'stunden', 'zeit', 'hours', 'log', 'add', 'time']
      const shared = { group, icon: PencilLine, keywords, opensField: true }
      return [
        { id: 'time.enter', title: t('command'), ...shared, shortcut: 'n', run: goToLine },
        { id: 'time.quickEntry', title: t('commandHere'), ...shared, shortcut: 'e', run: openHere },
      ]
    }, [t]),
  )
}

function goToLine(): void {
  if (window.location.pathname !== TIME_PATH) navigate(TIME_PATH)
  useQuickEntry.getState().wantFocus(true)
}

function openHere(): void {
  if (window.location.pathname === TIME_PATH) goToLine()
  else useQuickEntry.getState().showDialog(true)
}
