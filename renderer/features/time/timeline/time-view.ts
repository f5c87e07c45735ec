/** View, day and person of the screen of time: in the address, and remembered where the address is silent. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { Person } from '../../../../shared/contract/people.ts'
import { addDays, type Day, isDay, mondayOf, type Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'

export const TIME_VIEWS = ['day', 'week', 'list', 'report'] as const
export type TimeViewName = (typeof TIME_VIEWS)[number]

const ALL = 'all'

export interface TimeView {
  readonly view: TimeViewName
  readonly day: Day
  /** The day, or the week around it. */
  readonly period: Period
  readonly today: Day
  /** Null: all of them, or there is nobody yet. */
  readonly personId: number | null
  /** True: several people, and the sums of all are asked for. */
  readonly isAll: boolean
  readonly people: readonly Person[]
  choose(changes: { readonly view?: TimeViewName; readonly day?: Day; readonly person?: number | 'all' }): void
}

interface Remembered {
  readonly view: TimeViewName
  readonly person: string | null
  /** For as long as the window is open: the next start shows today. */
  readonly day: Day | null
}

const storageKey = 'gegenwert.time'

function readStored(): Remembered {
  const nothing: Remembered = { view: 'week', person: null, day: null }
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>
    return {
      view: isView(stored.view) ? stored.view : 'week',
      person: typeof stored.person === 'string' ? stored.person : null,
      day: null,
    }
  } catch {
    // Storage can be blocked or hold another version's text: the screen then starts afresh.
    return nothing
  }
}

const useRemembered = create<Remembered>()(readStored)

useRemembered.subscribe(({ view, person }) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ view, person }))
  } catch {
    // Without storage it holds for this window only.
  }
})

function isView(value: unknown): value is TimeViewName {
  return TIME_VIEWS.some((view) => view === value)
}

/** Undefined until it is known what day it is and who works here. */
export function useTimeView(): { readonly view: TimeView | undefined; readonly error: Error | null } {
  const filters = useSearchFilters()
  const remembered = useRemembered()
  const status = useQuery(api.app.status.queryOptions())
  const settings = useQuery(api.settings.ledger.queryOptions())
  const peopleQuery = useQuery(api.settings.people.queryOptions())
  const today = status.data?.today
  const people = peopleQuery.data?.people
  const selfId = settings.data?.selfPersonId
  const view = useMemo((): TimeView | undefined => {
    if (today === undefined || people === undefined || selfId === undefined) return undefined
    const wantedView = filters.get('view')
    const wantedDay = filters.get('day') ?? ''
    const day = isDay(wantedDay) ? wantedDay : (remembered.day ?? today)
    const name = isView(wantedView) ? wantedView : remembered.view
    const person = personOf([filters.get('person'), remembered.person], people, selfId)
    return {
      view: name,
      day,
      period: name === 'day' ? { from: day, to: day } : weekOf(day),
      today,
      personId: person === ALL ? null : person,
      isAll: person === ALL,
      people,
      choose: ({ view: nextView, day: nextDay, person: nextPerson }) =>
        filters.set(
          {
            ...(nextView !== undefined && { view: nextView }),
            ...(nextDay !== undefined && { day: nextDay }),
            ...(nextPerson !== undefined && { person: String(nextPerson) }),
          },
          true,
        ),
    }
  }, [filters, remembered, today, people, selfId])
  useRememberedView(view)
  return { view, error: status.error ?? peopleQuery.error ?? settings.error }
}

function useRememberedView(view: TimeView | undefined): void {
  const { get } = useSearchFilters()
  const name = view?.view
  const day = view?.day
  const person = get('person')
  useEffect(() => {
    if (name === undefined || day === undefined) return
    useRemembered.setState({ view: name, day, ...(person !== null && { person }) })
  }, [name, day, person])
}

export function weekOf(day: Day): Period {
  const monday = mondayOf(day)
  return { from: monday, to: addDays(monday, 6) }
}

/** The first that names somebody who is there; else oneself; else the first. */
function personOf(
  wanted: readonly (string | null)[],
  people: readonly Person[],
  selfId: number | null,
): number | typeof ALL | null {
  for (const text of wanted) {
    if (text === ALL && people.length > 1) return ALL
    const found = people.find(({ id }) => String(id) === text)
    if (found) return found.id
  }
  return people.find(({ id }) => id === selfId)?.id ?? people[0]?.id ?? null
}
