/** Long enough to answer where the file is to be saved: its address must outlive the question. */
const KEPT_MS = 10 * 60_000

/** Hands a file to the browser or the window to be saved. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
