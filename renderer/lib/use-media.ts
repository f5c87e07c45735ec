import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, for what styles alone cannot leave out. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** A window as small as the smallest one supported: lists leave out what can be found elsewhere. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 1199px)')
}
