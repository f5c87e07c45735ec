/** Which entry is open in the form. It can be opened from every screen and by other features, so it belongs to none. */
import { create } from 'zustand'
import type { EntryDraft, TimeEntry } from '../../shared/contract/time-entries.ts'

/** `draft`: a new entry with what is known of it; the form fills in the rest. `targets`: those of the draft with their names. */
export type OpenEditor =
  | { readonly kind: 'new'; readonly draft: Partial<EntryDraft>; readonly targets?: TimeEntry['targets'] }
  | { readonly kind: 'edit'; readonly entry: TimeEntry }

interface EditorStore {
  readonly editor: OpenEditor | null
  show(editor: OpenEditor): void
  close(): void
}

export const useEntryEditor = create<EditorStore>()((set) => ({
  editor: null,
  show: (editor) => set({ editor }),
  close: () => set({ editor: null }),
}))
