/** The shell's own commands: going somewhere, appearance, language, undo, keys. */
import { CaseSensitive, Keyboard, Languages, Monitor, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { client } from '../lib/api.ts'
import { type AppCommand, useAppCommands } from '../lib/commands.ts'
import type { Language } from '../lib/format.ts'
import { redoLast, showError, undoLast } from '../lib/undo-actions.ts'
import { settle } from '../lib/use-command.ts'
import { useViewSettings } from '../lib/view-settings.ts'
import type { Screen } from './routes.tsx'
import { useShell } from './shell-store.ts'

/** Applies at once; the ledger is told, because reports and other windows follow it. */
async function changeLanguage(language: Language, label: string, hasLedger: boolean): Promise<void> {
  useViewSettings.getState().setLanguage(language)
  if (!hasLedger) return
  try {
    const receipt = await client.settings.update({ commandId: crypto.randomUUID(), patch: { language } })
    await settle(receipt, label, true)
  } catch (error) {
    showError(error)
  }
}

export function BuiltInCommands({
  screens,
  hasLedger,
}: {
  readonly screens: readonly Screen[]
  readonly hasLedger: boolean
}) {
  const { t } = useTranslation()
  const hasSingleKeys = useViewSettings((settings) => settings.hasSingleKeys)

  const going = useMemo(
    () =>
      screens
        .filter((screen) => screen.section !== 'hidden')
        .map((screen): AppCommand => ({
          id: `go.${screen.key}`,
          title: t(`navigation.${screen.key}`),
          group: t('palette.goTo'),
          icon: screen.icon,
          keywords: [screen.path.slice(1)],
          ...(screen.shortcut !== undefined && { shortcut: screen.shortcut }),
          run: () => navigate(screen.path),
        })),
    [screens, t],
  )

  const general = useMemo((): AppCommand[] => {
    const { setTheme, setSingleKeys } = useViewSettings.getState()
    const { show } = useShell.getState()
    const edit = t('palette.edit')
    const view = t('palette.view')
    return [
      {
        id: 'app.undo',
        title: t('palette.undo'),
        group: edit,
        icon: Undo2,
        shortcut: 'mod+z',
        run: () => void undoLast(),
      },
      {
        id: 'app.redo',
        title: t('palette.redo'),
        group: edit,
        icon: Redo2,
        shortcut: 'mod+shift+z',
        run: () => void redoLast(),
      },
      {
        id: 'app.palette',
        title: t('palette.open'),
        group: t('keys.general'),
        icon: Search,
        shortcut: 'mod+k',
        run: () => show('palette'),
      },
      {
        id: 'app.keys',
        title: t('palette.showKeys'),
        group: t('keys.general'),
        icon: Keyboard,
        shortcut: '?',
        keywords: ['shortcuts', 'hilfe', 'help'],
        run: () => show('keys'),
      },
      {
        id: 'app.singleKeys',
        title: t(hasSingleKeys ? 'palette.keysOff' : 'palette.keysOn'),
        group: t('keys.general'),
        icon: CaseSensitive,
        run: () => setSingleKeys(!hasSingleKeys),
      },
      {
        id: 'app.themeLight',
        title: t('palette.themeLight'),
        group: view,
        icon: Sun,
        keywords: ['theme', 'hell'],
        run: () => setTheme('light'),
      },
      {
        id: 'app.themeDark',
        title: t('palette.themeDark'),
        group: view,
        icon: Moon,
        keywords: ['theme', 'dunkel', 'nacht'],
        run: () => setTheme('dark'),
      },
      {
        id: 'app.themeSystem',
        title: t('palette.themeSystem'),
        group: view,
        icon: Monitor,
        keywords: ['theme'],
        run: () => setTheme('system'),
      },
      {
        id: 'app.languageDe',
        title: t('palette.languageDe'),
        group: view,
        icon: Languages,
        keywords: ['deutsch', 'german'],
        run: () => void changeLanguage('de', t('palette.languageDe'), hasLedger),
      },
      {
        id: 'app.languageEn',
        title: t('palette.languageEn'),
        group: view,
        icon: Languages,
        keywords: ['englisch', 'english'],
        run: () => void changeLanguage('en', t('palette.languageEn'), hasLedger),
      },
    ]
  }, [t, hasSingleKeys, hasLedger])

  useAppCommands(going)
  useAppCommands(general)
  return null
}
