import { FileDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './drop-zone.module.css'

export interface WindowDropProps {
  /** Told once with everything that was dropped. */
  onFiles(files: readonly File[]): void
  readonly title: string
  readonly description: string
  readonly isDisabled?: boolean
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

/** Takes files dropped anywhere on the window and covers it with an invitation while they are held over it. Stands once per page or in the shell. */
export function WindowDrop({ onFiles, title, description, isDisabled = false }: WindowDropProps) {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })

  useEffect(() => {
    // Enter and leave fire for every element under the pointer; only their balance says whether the window is left.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setIsOver(!isDisabled)
    }
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!isDisabled && files.length > 0) latest.current(files)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isDisabled])

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
  readonly isDisabled?: boolean
}

/** Opens the system's file dialog. */
export function FilePicker(props: FilePickerProps) {
  const { onFiles, buttonText, accept, isMultiple = true, variant = 'default', isDisabled = false } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} icon={FileDown} isDisabled={isDisabled} onPress={() => input.current?.click()}>
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
