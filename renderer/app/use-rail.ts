import { useSyncExternalStore } from 'react'

/** Below this width the navigation shows icons only; the same number stands in navigation.module.css and app-shell.module.css. */
const query = '(max-width: 1199px)'

/** Read here too, because tooltips stand in for the names that are hidden. */
export function useRail(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
