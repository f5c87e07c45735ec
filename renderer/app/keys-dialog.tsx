import { useTranslation } from 'react-i18next'
import { type AppCommand, isSingleKey, useCommandRegistry } from '../lib/commands.ts'
import { useViewSettings } from '../lib/view-settings.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Switch } from '../ui/switch.tsx'
import styles from './keys-dialog.module.css'
import { useShell } from './shell-store.ts'

/** Every key there is, and the switch for single ones. */
export function KeysDialog() {
  const { t } = useTranslation()
  const close = useShell((state) => state.close)
  const commands = useCommandRegistry((state) => state.commands)
  const hasSingleKeys = useViewSettings((settings) => settings.hasSingleKeys)
  const setSingleKeys = useViewSettings((settings) => settings.setSingleKeys)
  const withKeys = commands.filter((command) => command.shortcut !== undefined)
  const groups = [...Map.groupBy(withKeys, (command) => command.group)]
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={t('keys.title')} size="l">
      <Switch isSelected={hasSingleKeys} onChange={setSingleKeys} description={t('keys.singleHelp')}>
        {t('keys.single')}
      </Switch>
      <div className={styles.groups}>
        {groups.map(([group, members]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl>
              {members.map((command) => (
                <div
                  key={command.id}
                  className={styles.row}
                  data-off={!hasSingleKeys && isOff(command) ? '' : undefined}
                >
                  <dt>{command.title}</dt>
                  <dd>
                    <Kbd keys={command.shortcut ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** A key that acts only on what has the focus is in nobody's way. */
function isOff({ shortcut = '', isKeyLocal = false }: AppCommand): boolean {
  return isSingleKey(shortcut) && !isKeyLocal
}
