import { FileDown, type LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, type ButtonSize } from './button.tsx'
import styles from './drop-zone.module.css'

export interface WindowDropProps {
  /** Told once with everything that was dropped. */
  onFiles(files: readonly File[]): void
  readonly title: string
  readonly description: string
  readonly isDisabled?: boolean
  /** Takes the files before the one that stands in the shell, as long as it is there: for a form that is open. */
  readonly isInFront?: boolean
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

/** Takes files dropped anywhere on the window and covers it with an invitation while they are held over it. Stands once per page or in the shell. */
export function WindowDrop({ onFiles, title, description, isDisabled = false, isInFront = false }: WindowDropProps) {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })

  useEffect(() => {
    // Enter and leave fire for every element under the pointer; only their balance says whether the window is left.
    let depth = 0
    const isMine = (event: DragEvent) => {
      if (!carriesFiles(event)) return false
      if (isInFront) event.stopImmediatePropagation()
      return true
    }
    const enter = (event: DragEvent) => {
      if (!isMine(event)) return
      event.preventDefault()
      depth += 1
      setIsOver(!isDisabled)
    }
    const over = (event: DragEvent) => {
      if (!isMine(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!isMine(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!isMine(event)) return
      event.preventDefault()
      depth = 0
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!isDisabled && files.length > 0) latest.current(files)
    }
    window.addEventListener('dragenter', enter, isInFront)
    window.addEventListener('dragover', over, isInFront)
    window.addEventListener('dragleave', leave, isInFront)
    window.addEventListener('drop', drop, isInFront)
    return () => {
      window.removeEventListener('dragenter', enter, isInFront)
      window.removeEventListener('dragover', over, isInFront)
      window.removeEventListener('dragleave', leave, isInFront)
      window.removeEventListener('drop', drop, isInFront)
    }
  }, [isDisabled, isInFront])

  if (!isOver) return null
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <FileDown size={34} strokeWidth={1.4} aria-hidden />
        <p className={styles.title}>{title}</p>
        <p>{description}</p>
      </div>
    </div>
  )
}

export interface FilePickerProps {
  onFiles(files: readonly File[]): void
  /** "Dateien wählen" */
  readonly buttonText: string
  /** e.g. ".csv,.tsv,.xlsx" */
  readonly accept: string
  readonly isMultiple?: boolean
  readonly variant?: 'default' | 'primary'
  readonly size?: ButtonSize
  readonly icon?: LucideIcon
  readonly isDisabled?: boolean
}

/** Opens the system's file dialog. */
export function FilePicker(props: FilePickerProps) {
  const { onFiles, buttonText, accept, isMultiple = true, variant = 'default', size = 'm', icon = FileDown } = props
  const { isDisabled = false } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} size={size} icon={icon} isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {buttonText}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={buttonText}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again, so the field must be empty each time.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}

export interface DropAreaProps {
  readonly children: ReactNode
}

/** The dashed sheet that says where to drop. The drop itself is taken by WindowDrop. */
export function DropArea({ children }: DropAreaProps) {
  return <div className={styles.area}>{children}</div>
}
