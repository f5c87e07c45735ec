/** Which of the shell's own dialogs is open. */
import { create } from 'zustand'

interface ShellState {
  readonly open: 'palette' | 'keys' | null
  show(dialog: 'palette' | 'keys'): void
  close(): void
}

export const useShell = create<ShellState>()((set) => ({
  open: null,
  show: (dialog) => set({ open: dialog }),
  close: () => set({ open: null }),
}))
