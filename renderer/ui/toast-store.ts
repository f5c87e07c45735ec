/** Short messages at the edge of the window. Each goes by itself unless someone is at it. */
import { create } from 'zustand'

export interface ToastAction {
  readonly label: string
  readonly shortcut?: string
  /** The command it takes back; its key is shown only while that is the newest one. */
  readonly step?: string
  run(): void
}

export interface Toast {
  readonly id: number
  readonly message: string
  readonly description?: string
  /** 'error' is announced at once and stays until it is closed. */
  readonly tone: 'neutral' | 'success' | 'error'
  readonly action?: ToastAction
  /** Stands before it. */
  readonly more?: ToastAction
  readonly durationMs: number | null
  /** Replaces a toast with the same topic, e.g. two undo offers in a row stay two, but progress notes do not pile up. */
  readonly topic?: string
}

export type NewToast = Omit<Toast, 'id' | 'tone' | 'durationMs'> & Partial<Pick<Toast, 'tone' | 'durationMs'>>

/** Undo is offered for ten seconds. */
export const toastDurationMs = 10_000
const maximumToasts = 3

interface ToastState {
  readonly toasts: readonly Toast[]
  show(toast: NewToast): number
  dismiss(id: number): void
  dismissTopic(topic: string): void
}

let lastId = 0

export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  show(toast) {
    lastId += 1
    const id = lastId
    const tone = toast.tone ?? 'neutral'
    const durationMs = toast.durationMs === undefined ? (tone === 'error' ? null : toastDurationMs) : toast.durationMs
    const added: Toast = { ...toast, id, tone, durationMs }
    set((state) => ({
      toasts: [
        ...state.toasts.filter((other) => toast.topic === undefined || other.topic !== toast.topic),
        added,
      ].slice(-maximumToasts),
    }))
    return id
  },
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
  dismissTopic: (topic) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.topic !== topic) })),
}))

export function showToast(toast: NewToast): number {
  return useToasts.getState().show(toast)
}
