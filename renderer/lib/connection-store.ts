/** Whether the backend answers. The change subscription knows first. */
import { create } from 'zustand'

interface ConnectionState {
  readonly isConnected: boolean
  setConnected(isConnected: boolean): void
}

export const useConnection = create<ConnectionState>()((set) => ({
  isConnected: true,
  setConnected: (isConnected) => set({ isConnected }),
}))
