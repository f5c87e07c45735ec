/** For whom a weekly estimate is being entered. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'

interface EstimateForm {
  readonly isOpen: boolean
  /** Null: to be chosen. */
  readonly personId: number | null
  show(personId: number | null): void
  close(): void
}

export const useEstimateForm = create<EstimateForm>()((set) => ({
  isOpen: false,
  personId: null,
  show: (personId) => set({ isOpen: true, personId }),
  close: () => set({ isOpen: false, personId: null }),
}))
