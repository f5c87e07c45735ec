import { SearchX } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { type AppCommand, useCommandRegistry } from '../lib/commands.ts'
import { useFound } from '../lib/finders.ts'
import { cx } from '../ui/class-names.ts'
import { Kbd } from '../ui/kbd.tsx'
import overlay from '../ui/overlay.module.css'
import styles from './command-palette.module.css'
import { rankCommands } from './fuzzy.ts'
import { useShell } from './shell-store.ts'

export function CommandPalette() {
  const { t } = useTranslation()
  const close = useShell((state) => state.close)
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()} className={cx(styles.scrim)}>
      <Modal className={cx(styles.modal)}>
        <Dialog aria-label={t('palette.title')} className={cx(styles.dialog)}>
          <PaletteInside />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Group {
  readonly name: string
  readonly commands: readonly AppCommand[]
}

/** Without a search in groups, with one in order of how well they match, before what bears the words in its name. */
function groupsOf(
  commands: readonly AppCommand[],
  wanted: string,
  found: readonly AppCommand[],
  foundName: string,
): readonly Group[] {
  if (wanted.trim() !== '')
    return [
      { name: '', commands: rankCommands(commands, wanted) },
      { name: foundName, commands: found },
    ]
  const groups = Map.groupBy(commands, (command) => command.group)
  return [...groups].map(([name, members]) => ({ name, commands: members }))
}

function PaletteInside() {
  const { t } = useTranslation()
  const close = useShell((state) => state.close)
  const registered = useCommandRegistry((state) => state.commands)
  // Whoever is here already needs no command to come here.
  const commands = useMemo(() => registered.filter((command) => command.id !== 'app.palette'), [registered])
  const [wanted, setWanted] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const found = useFound(wanted)
  const groups = useMemo(() => groupsOf(commands, wanted, found, t('palette.found')), [commands, wanted, found, t])
  const count = groups.reduce((sum, group) => sum + group.commands.length, 0)

  useEffect(() => input.current?.focus(), [])

  function run(id: string) {
    close()
    const command = [...commands, ...found].find((candidate) => candidate.id === id)
    // After the dialog is gone and has given back the focus, so that the command may move it.
    if (command) setTimeout(() => command.run(), 0)
  }

  return (
    <Autocomplete inputValue={wanted} onInputChange={setWanted}>
      {/* No search field of the library: there, Escape would only empty what was typed instead of closing. */}
      <TextField type="search" aria-label={t('palette.title')} className={cx(styles.field)}>
        <Input ref={input} className={cx(styles.input)} placeholder={t('palette.placeholder')} />
      </TextField>
      <ListBox
        aria-label={t('palette.title')}
        className={cx(overlay.list, styles.list)}
        onAction={(key) => run(String(key))}
        renderEmptyState={() => (
          <div className={styles.empty}>
            <SearchX size={18} aria-hidden />
            {t('palette.empty', { text: wanted })}
          </div>
        )}
      >
        {groups.map(
          (group) =>
            group.commands.length > 0 && (
              <ListBoxSection key={group.name} id={`group ${group.name}`} aria-label={group.name || t('palette.title')}>
                {group.name !== '' && <Header className={cx(overlay.section)}>{group.name}</Header>}
                {group.commands.map((command) => (
                  <Entry key={command.id} command={command} hasGroup={wanted.trim() !== ''} />
                ))}
              </ListBoxSection>
            ),
        )}
      </ListBox>
      <footer className={styles.footer}>
        <span role="status">{t('palette.count', { count })}</span>
        <span>{t('palette.hint')}</span>
      </footer>
    </Autocomplete>
  )
}

function Entry({ command, hasGroup }: { readonly command: AppCommand; readonly hasGroup: boolean }) {
  const { id, title, group, icon: Icon, shortcut } = command
  return (
    <ListBoxItem id={id} textValue={title} className={cx(overlay.item, styles.item)}>
      <span className={styles.icon}>{Icon && <Icon size={15} aria-hidden />}</span>
      <span className={styles.title}>{title}</span>
      {hasGroup && <span className={styles.group}>{group}</span>}
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </ListBoxItem>
  )
}
