import { FileText, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './file-row.module.css'
import { IconButton } from './icon-button.tsx'

export interface FileRowProps {
  readonly name: string
  readonly remark: string
  /** In place of the remark: what is wrong with the file. */
  readonly problem?: string
  /** "… abnehmen" */
  readonly removeLabel: string
  /** Further buttons, before the one that takes it off. */
  readonly children?: ReactNode
  onRemove(): void
}

/** A file that is attached, or on its way to be. Stands in a list. */
export function FileRow({ name, remark, problem, removeLabel, children, onRemove }: FileRowProps) {
  return (
    <li className={styles.file}>
      <FileText size={15} aria-hidden />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={problem === undefined ? styles.remark : styles.problem}>{problem ?? remark}</span>
      <span className={styles.actions}>
        {children}
        <IconButton size="s" variant="quiet" icon={X} label={removeLabel} onPress={onRemove} />
      </span>
    </li>
  )
}
