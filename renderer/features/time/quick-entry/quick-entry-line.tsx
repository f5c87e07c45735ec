/** One line in plain words, with what was understood as chips. */
export function QuickEntryLine() {
  return null
}
