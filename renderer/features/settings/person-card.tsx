/** One person (or everyone without a rate of their own) with their rates. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityRate, Person, Rate, TrackedShare } from '../../../shared/contract/people.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { OpportunityDialog } from './opportunity-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { hasFacts, PersonFacts } from './person-facts.tsx'
import { type PersonDialogKind, PersonMenu } from './person-menu.tsx'
import { RateDialog } from './rate-dialog.tsx'
import { RateTable } from './rate-table.tsx'
import styles from './settings.module.css'
import { SheetDialog } from './sheet-dialog.tsx'

interface PersonCardProps {
  /** Null: everyone without a rate of their own. */
  readonly person: Person | null
  readonly isSelf: boolean
  readonly share: TrackedShare | null
  readonly rates: readonly Rate[]
  readonly defaultRates: readonly Rate[]
  readonly today: Day
  /** First day with data; null without any. */
  readonly firstDay: Day | null
}

export function PersonCard(props: PersonCardProps) {
  const { person, isSelf, share, rates, defaultRates, today, firstDay } = props
  const { t } = useTranslation('settings')
  const filters = useSearchFilters()
  // Where a rate is missing, a link leads to its dialog; the one for everyone covers all hours.
  const isAskedFor = person === null && filters.get('open') === 'rate'
  const [edited, setEdited] = useState<Rate | 'new' | null>(isAskedFor ? 'new' : null)
  const [dialog, setDialog] = useState<PersonDialogKind | OpportunityRate | null>(null)
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
          {person && <Who person={person} isSelf={isSelf} />}
          <Button size="s" icon={Plus} onPress={() => setEdited('new')}>
            {t('people.addRate')}
          </Button>
          {person && <PersonMenu person={person} onOpen={setDialog} />}
        </>
      }
      {...(beginsLate && { footer: <BeforeFirst first={first} defaultRates={person ? defaultRates : []} /> })}
    >
      {first === undefined ? (
        <p className={styles.lead}>{missingText()}</p>
      ) : (
        <RateTable name={person?.name ?? null} rates={rates} today={today} onEdit={setEdited} />
      )}
      {person && hasFacts(person, share) && (
        <PersonFacts person={person} share={share} today={today} onEditOpportunity={setDialog} />
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
      {person && dialog !== null && (
        <Dialogs dialog={dialog} person={person} isSelf={isSelf} today={today} onClose={() => setDialog(null)} />
      )}
    </Card>
  )

  function missingText(): string {
    if (person === null) return t('people.noDefault')
    return t(defaultRates.length > 0 ? 'people.usesDefault' : 'people.usesDefaultMissing')
  }
}

interface DialogsProps {
  readonly dialog: PersonDialogKind | OpportunityRate
  readonly person: Person
  readonly isSelf: boolean
  readonly today: Day
  onClose(): void
}

function Dialogs({ dialog, person, isSelf, today, onClose }: DialogsProps) {
  if (dialog === 'edit') return <PersonDialog person={person} isSelf={isSelf} onClose={onClose} />
  if (dialog === 'sheet') return <SheetDialog person={person} today={today} onClose={onClose} />
  const edited = dialog === 'opportunity' ? null : dialog
  return <OpportunityDialog person={person} edited={edited} today={today} onClose={onClose} />
}

/** Employees are the rule and need no word. */
function Who({ person, isSelf }: { readonly person: Person; readonly isSelf: boolean }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { kind, seconds } = person
  return (
    <>
      {isSelf && <Chip tone="accent">{t('who.person.self')}</Chip>}
      {kind !== 'employee' && <Chip>{t(`who.person.kinds.${kind}`)}</Chip>}
      <span>{seconds === 0 ? t('people.noHours') : t('people.hours', { hours: format.hours(seconds) })}</span>
    </>
  )
}

function BeforeFirst({ first, defaultRates }: { readonly first: Rate; readonly defaultRates: readonly Rate[] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [general] = defaultRates
  const isCovered = general !== undefined && general.validFrom < first.validFrom
  return isCovered ? t('people.before') : t('people.beforeMissing', { day: format.day(first.validFrom) })
}
