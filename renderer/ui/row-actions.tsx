import { Pencil, Trash2 } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

interface RowActionsProps {
  /** Each names what it acts on: many of them stand on one page. */
  readonly editLabel: string
  readonly removeLabel: string
  readonly isRemoving: boolean
  onEdit(): void
  onRemove(): void
}

/** Changing and removing what a row stands for. */
export function RowActions({ editLabel, removeLabel, isRemoving, onEdit, onRemove }: RowActionsProps) {
  return (
    <>
      <IconButton size="s" variant="quiet" icon={Pencil} label={editLabel} onPress={onEdit} />
      <IconButton
        size="s"
        variant="quiet"
        icon={Trash2}
        label={removeLabel}
        isDisabled={isRemoving}
        onPress={onRemove}
      />
    </>
  )
}
