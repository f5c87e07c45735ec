import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'

export interface RemoveButtonProps {
  readonly name: string
  onRemove(): void
}

/** Removes a row of a list; undo brings it back. */
export function RemoveButton({ name, onRemove }: RemoveButtonProps) {
  const { t } = useTranslation('ui')
  return (
    <IconButton size="s" variant="quiet" icon={Trash2} label={t('record.removeNamed', { name })} onPress={onRemove} />
  )
}
