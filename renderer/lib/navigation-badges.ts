/** Numbers beside entries of the navigation. Features set theirs; they know nothing of the shell. */
import { useEffect } from 'react'
import { create } from 'zustand'

export interface NavigationBadge {
  readonly count: number
  /** In words, for those who listen: "7 offen, 1 überfällig". */
  readonly label: string
  /** Something has waited too long. */
  readonly isUrgent: boolean
}

export const useNavigationBadges = create<Readonly<Record<string, NavigationBadge>>>()(() => ({}))

/** Shows a number beside the entry of that path while the component is mounted; zero shows none. */
export function useNavigationBadge(path: string, { count, label, isUrgent }: NavigationBadge): void {
  useEffect(() => {
    const hide = () => useNavigationBadges.setState(({ [path]: _gone, ...others }) => others, true)
    if (count === 0) hide()
    else useNavigationBadges.setState({ [path]: { count, label, isUrgent } })
    return hide
  }, [path, count, label, isUrgent])
}
