import type { ReactNode } from 'react'
import { TextLink } from '../../ui/link-button.tsx'
import type { Drill } from './drill.ts'
import { useDrills } from './drill-store.ts'

/** A figure that opens the rows behind it. */
export function DrillLink({ drill, children }: { readonly drill: Drill; readonly children: ReactNode }) {
  const open = useDrills((state) => state.open)
  return (
    <TextLink isFigure onPress={() => open(drill)}>
      {children}
    </TextLink>
  )
}
