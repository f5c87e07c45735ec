/** Pictures pasted anywhere on the screen, e.g. a part of it that was just cut out. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** A picture from the clipboard has no name of its own: it is named by when it was pasted. */
export function usePastedPictures(onFiles: (files: readonly File[]) => void): void {
  const { t } = useTranslation('crisisParts')
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // A form over the page has its own files, or none.
      const isInDialog = event.target instanceof Element && event.target.closest('[role=dialog]') !== null
      const files = [...(event.clipboardData?.files ?? [])]
      // A table or a text is copied with a picture of itself: its words are meant.
      const isText = event.clipboardData?.types.includes('text/plain') === true
      if (isInDialog || isText || files.length === 0) return
      event.preventDefault()
      const stamp = timeStamp(new Date())
      latest.current(
        files.map((file, index) => {
          const number = files.length > 1 ? ` ${index + 1}` : ''
          return isNamed(file) ? file : renamed(file, `${t('evidence.pasted', { stamp })}${number}`)
        }),
      )
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [t])
}

/** Browsers call what has no name "image.png". */
function isNamed(file: File): boolean {
  return file.name !== '' && !/^image\.\w+$/.test(file.name)
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' }

function renamed(file: File, name: string): File {
  return new File([file], `${name}.${EXTENSIONS[file.type] ?? 'png'}`, { type: file.type })
}

/** On the clock of this machine, which is the one the person looks at: "2026-10-28 10.12.31". */
function timeStamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`
}
