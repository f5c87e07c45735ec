import type { LucideIcon } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { cx } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import overlay from './overlay.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly icon?: LucideIcon
  readonly shortcut?: string
  readonly isDangerous?: boolean
  readonly isDisabled?: boolean
  /** With an address the entry is a link, otherwise `onAction` runs. */
  readonly href?: string
  onAction?(): void
}

export interface MenuGroup {
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
}

export function Menu({ label, trigger, groups }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={cx(overlay.popover)} offset={4}>
        <AriaMenu aria-label={label} className={cx(overlay.list)}>
          {groups.map((group, index) => (
            <Fragment key={group.title ?? index}>
              {index > 0 && <Separator className={cx(overlay.separator)} />}
              <MenuSection aria-label={group.title ?? label}>
                {group.title !== undefined && <Header className={cx(overlay.section)}>{group.title}</Header>}
                {group.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const {
    id,
    label,
    description,
    icon: Icon,
    shortcut,
    isDangerous = false,
    isDisabled = false,
    href,
    onAction,
  } = entry
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      {...(href !== undefined && { href })}
      {...(onAction && { onAction: () => onAction() })}
      className={cx(overlay.item, isDangerous && overlay.danger)}
    >
      {Icon && <Icon size={15} aria-hidden />}
      <span className={overlay.itemText}>
        {label}
        {description !== undefined && <small>{description}</small>}
      </span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </MenuItem>
  )
}
