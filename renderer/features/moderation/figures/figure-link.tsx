import type { ReactNode } from 'react'
import { TextLink } from '../../../ui/link-button.tsx'
import type { FigureDrill } from './figures-address.ts'

export interface FigureLinkProps {
  readonly drill: FigureDrill
  /** How many rows stand behind it; none: it leads nowhere. */
  readonly count: number
  onOpen(drill: FigureDrill): void
  readonly children: ReactNode
}

/** A figure that opens the conversations it counts. */
export function FigureLink({ drill, count, onOpen, children }: FigureLinkProps) {
  if (count === 0) return children
  return (
    <TextLink isFigure onPress={() => onOpen(drill)}>
      {children}
    </TextLink>
  )
}
