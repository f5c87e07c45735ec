/** Which of the shell's own dialogs is open. */
import { create } from 'zustand'

interface ShellState {
  readonly open: 'palette' | 'keys' | null
  show(dialog: 'palette' | 'keys'): void
  toggle(dialog: 'palette' | 'keys'): void
  close(): void
}

export const useShell = create<ShellState>()((set) => ({
  open: null,
  show: (dialog) => set({ open: dialog }),
  toggle: (dialog) => set((state) => ({ open: state.open === dialog ? null : dialog })),
  close: () => set({ open: null }),
}))
