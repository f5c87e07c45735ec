/** Who works here and what an hour costs, since when. */
import { useQuery } from '@tanstack/react-query'
import { UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonCard } from './person-card.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { QueryFrame } from '../../ui/query-frame.tsx'
import { useLedgerSettings } from './use-settings.ts'
import styles from './settings.module.css'

export function PeopleTab() {
  const { t } = useTranslation('settings')
  const people = useQuery(api.settings.people.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const extent = useQuery(api.result.extent.queryOptions())
  // For the dialog of a rate: what it starts with must be there when it opens.
  const settings = useLedgerSettings()
  const shares = useQuery(api.settings.trackedShares.queryOptions())
  const selfId = settings.data?.selfPersonId ?? null
  const [isAdding, setIsAdding] = useState(false)
  const today: Day | undefined = status.data?.today
  const firstDay = extent.data?.from ?? null
  return (
    <QueryFrame query={people}>
      {({ people: persons, defaultRates }) => (
        <div className={styles.wideColumn}>
          <div className={styles.intro}>
            <p className={styles.lead}>{t('people.intro')}</p>
            <Button icon={UserPlus} onPress={() => setIsAdding(true)}>
              {t('people.addPerson')}
            </Button>
          </div>
          {today !== undefined && (
            <>
              <PersonCard
                person={null}
                isSelf={false}
                share={null}
                rates={defaultRates}
                defaultRates={defaultRates}
                today={today}
                firstDay={firstDay}
              />
              {persons.map((person) => (
                <PersonCard
                  key={person.id}
                  person={person}
                  isSelf={person.id === selfId}
                  share={shares.data?.find(({ personId }) => personId === person.id) ?? null}
                  rates={person.rates}
                  defaultRates={defaultRates}
                  today={today}
                  firstDay={firstDay}
                />
              ))}
            </>
          )}
          {persons.length === 0 && (
            <Card>
              <EmptyState icon={UsersRound} title={t('people.empty')} isCompact>
                {t('people.emptyHelp')}
              </EmptyState>
            </Card>
          )}
          {isAdding && <PersonDialog person={null} isSelf={false} onClose={() => setIsAdding(false)} />}
        </div>
      )}
    </QueryFrame>
  )
}
