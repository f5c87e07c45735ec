/** One person (or everyone without a rate of their own) with their rates. */
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Rate } from '../../../shared/contract/people.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { RateDialog } from './rate-dialog.tsx'
import { RateTable } from './rate-table.tsx'
import styles from './settings.module.css'
import { useChange } from './use-settings.ts'

interface PersonCardProps {
  /** Null: everyone without a rate of their own. */
  readonly person: Person | null
  readonly rates: readonly Rate[]
  readonly defaultRates: readonly Rate[]
  readonly today: Day
  /** First day with data; null without any. */
  readonly firstDay: Day | null
}

export function PersonCard(props: PersonCardProps) {
  const { person, rates, defaultRates, today, firstDay } = props
  const { t } = useTranslation('settings')
  const filters = useSearchFilters()
  // Where a rate is missing, a link leads to its dialog; the one for everyone covers all hours.
  const isAskedFor = person === null && filters.get('open') === 'rate'
  const [edited, setEdited] = useState<Rate | 'new' | null>(isAskedFor ? 'new' : null)
  const close = () => {
    setEdited(null)
    if (isAskedFor) filters.set({ open: undefined })
  }
  const name = person?.name ?? t('people.everyone')
  const first = rates[0]
  const beginsLate = first !== undefined && firstDay !== null && firstDay < first.validFrom
  return (
    <Card
      title={name}
      isFlush={first !== undefined}
      aside={
        <>
          {person && <LoggedHours seconds={person.seconds} />}
          <Button size="s" icon={Plus} onPress={() => setEdited('new')}>
            {t('people.addRate')}
          </Button>
          {person && <PersonMenu person={person} />}
        </>
      }
      {...(beginsLate && { footer: <BeforeFirst first={first} defaultRates={person ? defaultRates : []} /> })}
    >
      {first === undefined ? (
        <p className={styles.lead}>{missingText()}</p>
      ) : (
        <RateTable name={person?.name ?? null} rates={rates} today={today} onEdit={setEdited} />
      )}
      {edited !== null && (
        <RateDialog
          personId={person?.id ?? null}
          name={name}
          rates={rates}
          edited={edited === 'new' ? null : edited}
          today={today}
          onClose={close}
        />
      )}
    </Card>
  )

  function missingText(): string {
    if (person === null) return t('people.noDefault')
    return t(defaultRates.length > 0 ? 'people.usesDefault' : 'people.usesDefaultMissing')
  }
}

function LoggedHours({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return <span>{seconds === 0 ? t('people.noHours') : t('people.hours', { hours: format.hours(seconds) })}</span>
}

function BeforeFirst({ first, defaultRates }: { readonly first: Rate; readonly defaultRates: readonly Rate[] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [general] = defaultRates
  const isCovered = general !== undefined && general.validFrom < first.validFrom
  return isCovered ? t('people.before') : t('people.beforeMissing', { day: format.day(first.validFrom) })
}

function PersonMenu({ person }: { readonly person: Person }) {
  const { t } = useTranslation('settings')
  const [isRenaming, setIsRenaming] = useState(false)
  const change = useChange('toast')
  const isUsed = person.seconds > 0
  const label = t('people.actions', { name: person.name })
  const remove = () =>
    void change.run(
      (commandId) => client.settings.removePerson({ commandId, id: person.id }),
      t('peopleDone.removed', { name: person.name }),
    )
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} />}
        groups={[
          {
            entries: [
              { id: 'rename', label: t('people.rename'), icon: Pencil, onAction: () => setIsRenaming(true) },
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
      {isRenaming && <PersonDialog person={person} onClose={() => setIsRenaming(false)} />}
    </>
  )
}
