import { Plus, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useCommandRegistry } from '../lib/commands.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useShell } from './shell-store.ts'
import styles from './top-bar.module.css'

export function TopBar() {
  const { t } = useTranslation()
  const show = useShell((state) => state.show)
  const commands = useCommandRegistry((state) => state.commands)
  const quickActions = commands.filter((command) => command.quickActionText !== undefined)
  return (
    <header className={styles.bar} aria-label={t('topBar.label')}>
      <AriaButton className={cx(styles.search)} onPress={() => show('palette')}>
        <Search size={14} aria-hidden />
        <span className={styles.searchText}>{t('topBar.search')}</span>
        <Kbd keys="mod+k" />
      </AriaButton>
      {quickActions.length > 0 && (
        <div className={styles.actions} role="group" aria-label={t('topBar.quickActions')}>
          {quickActions.map((command) => (
            <Button
              key={command.id}
              icon={command.icon ?? Plus}
              onPress={command.run}
              {...(command.shortcut !== undefined && { shortcut: command.shortcut })}
            >
              {command.quickActionText}
            </Button>
          ))}
        </div>
      )}
      {/* The timer puts itself here. */}
      <div id="top-bar-timer" className={cx(styles.timer)} />
    </header>
  )
}
