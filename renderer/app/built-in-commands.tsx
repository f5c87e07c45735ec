/** The shell's own commands: going somewhere, appearance, language, undo, keys. */
import type { TFunction } from 'i18next'
import {
  CaseSensitive,
  Keyboard,
  Languages,
  type LucideIcon,
  Monitor,
  Moon,
  Redo2,
  Search,
  Sun,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { changeLanguage } from '../lib/change-language.ts'
import { type AppCommand, useAppCommands } from '../lib/commands.ts'
import type { Language } from '../lib/format.ts'
import { redoLast, undoLast } from '../lib/undo-actions.ts'
import { type Theme, useViewSettings } from '../lib/view-settings.ts'
import type { Screen } from './routes.tsx'
import { useShell } from './shell-store.ts'

type Say = TFunction<'app'>

function editCommands(t: Say): AppCommand[] {
  const group = t('palette.edit')
  return [
    { id: 'app.undo', title: t('palette.undo'), group, icon: Undo2, shortcut: 'mod+z', run: () => void undoLast() },
    {
      id: 'app.redo',
      title: t('palette.redo'),
      group,
      icon: Redo2,
      shortcut: 'mod+shift+z',
      run: () => void redoLast(),
    },
  ]
}

function generalCommands(t: Say, hasSingleKeys: boolean): AppCommand[] {
  const group = t('keys.general')
  const { show, toggle: toggleDialog } = useShell.getState()
  const { setSingleKeys } = useViewSettings.getState()
  const toggle = t(hasSingleKeys ? 'palette.keysOff' : 'palette.keysOn')
  const help = ['shortcuts', 'hilfe', 'help']
  return [
    {
      id: 'app.palette',
      title: t('palette.open'),
      group,
      icon: Search,
      shortcut: 'mod+k',
      opensField: true,
      run: () => toggleDialog('palette'),
    },
    {
      id: 'app.keys',
      title: t('palette.showKeys'),
      group,
      icon: Keyboard,
      shortcut: '?',
      keywords: help,
      run: () => show('keys'),
    },
    { id: 'app.singleKeys', title: toggle, group, icon: CaseSensitive, run: () => setSingleKeys(!hasSingleKeys) },
  ]
}

function viewCommands(t: Say, hasLedger: boolean): AppCommand[] {
  const group = t('palette.view')
  const { setTheme } = useViewSettings.getState()
  const theme = (id: string, title: string, icon: LucideIcon, value: Theme, keywords: string[]): AppCommand => {
    return { id, title, group, icon, keywords: ['theme', ...keywords], run: () => setTheme(value) }
  }
  const language = (id: string, title: string, value: Language, keywords: string[]): AppCommand => {
    return { id, title, group, icon: Languages, keywords, run: () => void changeLanguage(value, title, hasLedger) }
  }
  return [
    theme('app.themeLight', t('palette.themeLight'), Sun, 'light', ['hell']),
    theme('app.themeDark', t('palette.themeDark'), Moon, 'dark', ['dunkel', 'nacht']),
    theme('app.themeSystem', t('palette.themeSystem'), Monitor, 'system', ['auto']),
    language('app.languageDe', t('palette.languageDe'), 'de', ['deutsch', 'german']),
    language('app.languageEn', t('palette.languageEn'), 'en', ['englisch', 'english']),
  ]
}

/** The report is of what Bilanz shows, period and model included. */
function addressOf({ key, path }: Screen): string {
  const { pathname, search } = window.location
  return key === 'report' && pathname === '/result' ? `${path}${search}` : path
}

function goCommands(t: Say, screens: readonly Screen[]): AppCommand[] {
  return screens
    .filter((screen) => screen.section !== 'hidden' || screen.key === 'report')
    .map((screen) => ({
      id: `go.${screen.key}`,
      title: t(`navigation.${screen.key}`),
      group: t('palette.goTo'),
      icon: screen.icon,
      ...(screen.shortcut !== undefined && { shortcut: screen.shortcut }),
      run: () => navigate(addressOf(screen)),
    }))
}

export interface BuiltInCommandsProps {
  readonly screens: readonly Screen[]
  readonly hasLedger: boolean
}

export function BuiltInCommands({ screens, hasLedger }: BuiltInCommandsProps) {
  const { t } = useTranslation('app')
  const hasSingleKeys = useViewSettings((settings) => settings.hasSingleKeys)
  const commands = useMemo(
    () => [
      ...(hasLedger ? goCommands(t, screens) : []),
      ...editCommands(t),
      ...generalCommands(t, hasSingleKeys),
      ...viewCommands(t, hasLedger),
    ],
    [t, screens, hasSingleKeys, hasLedger],
  )
  useAppCommands(commands)
  return null
}
