/** What can be done with a person. */
import { CalendarClock, Ellipsis, Pencil, Sheet, Sprout, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/people.ts'
import { client } from '../../lib/api.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useEstimateForm } from './estimate-store.ts'
import { useChange } from '../../lib/use-change.ts'

export type PersonDialogKind = 'edit' | 'opportunity' | 'sheet'

interface PersonMenuProps {
  readonly person: Person
  onOpen(dialog: PersonDialogKind): void
}

export function PersonMenu({ person, onOpen }: PersonMenuProps) {
  const { t } = useTranslation('settings')
  const change = useChange('toast')
  const estimate = useEstimateForm((form) => form.show)
  const isUsed = person.seconds > 0
  const label = t('people.actions', { name: person.name })
  const remove = () =>
    void change.run(
      (commandId) => client.settings.removePerson({ commandId, id: person.id }),
      t('peopleDone.removed', { name: person.name }),
    )
  return (
    <Menu
      label={label}
      trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} />}
      groups={[
        {
          entries: [
            { id: 'edit', label: t('who.person.edit'), icon: Pencil, onAction: () => onOpen('edit') },
            { id: 'opportunity', label: t('who.opportunity.add'), icon: Sprout, onAction: () => onOpen('opportunity') },
          ],
        },
        {
          entries: [
            { id: 'sheet', label: t('who.handIn.action'), icon: Sheet, onAction: () => onOpen('sheet') },
            {
              id: 'estimate',
              label: t('who.estimate.command'),
              icon: CalendarClock,
              onAction: () => estimate(person.id),
            },
          ],
        },
        {
          entries: [
            {
              id: 'remove',
              label: t('people.remove'),
              icon: Trash2,
              isDangerous: true,
              isDisabled: isUsed,
              onAction: remove,
              ...(isUsed && { description: t('people.removeInUse') }),
            },
          ],
        },
      ]}
    />
  )
}
