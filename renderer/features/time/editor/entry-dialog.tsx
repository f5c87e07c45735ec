import { useEntryEditor } from './editor-store.ts'

/** The form of one entry, new or changed. */
export function EntryDialog() {
  const editor = useEntryEditor((state) => state.editor)
  return editor === null ? null : null
}
