import { useTranslation } from 'react-i18next'
import { cx } from './class-names.ts'
import styles from './kbd.module.css'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const arrows = { arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓' }
const macSymbols: Record<string, string> = {
  ...arrows,
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  enter: '↵',
  escape: 'Esc',
  delete: '⌫',
  space: '␣',
}

export interface KbdProps {
  /** "n", "?", "mod+k", "mod+shift+z", "g b" (one after the other). */
  readonly keys: string
  readonly isOnAccent?: boolean
}

/** A key as it is printed on this machine's keyboard: "Strg K", "⌘K", "N". */
export function Kbd({ keys, isOnAccent = false }: KbdProps) {
  const { t } = useTranslation('ui')
  const names: Record<string, string> = {
    ...arrows,
    mod: t('keys.control'),
    shift: t('keys.shift'),
    alt: t('keys.alt'),
    enter: '↵',
    escape: 'Esc',
    delete: t('keys.delete'),
    space: t('keys.space'),
  }
  const name = (key: string) => (isMac ? macSymbols[key] : names[key]) ?? (key.length === 1 ? key.toUpperCase() : key)
  const text = keys
    .split(' ')
    .map((stroke) =>
      stroke
        .split('+')
        .map(name)
        .join(isMac ? '' : ' '),
    )
    .join(' ')
  return <kbd className={cx(styles.kbd, isOnAccent && styles.onAccent)}>{text}</kbd>
}
