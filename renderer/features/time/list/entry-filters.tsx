import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { NONE } from '../../../lib/ledger-address.ts'
import type { ChosenPeriod } from '../../../lib/use-period.ts'
import type { SearchFilters } from '../../../lib/use-search-filters.ts'
import { cx } from '../../../ui/class-names.ts'
import { type ChipName, FilterChips } from '../../../ui/filter-chips.tsx'
import {
  ActivityFilter,
  CampaignFilter,
  ChannelFilter,
  FilterSelect,
  NamedFilter,
  PostFilter,
  ResetFilters,
  ScopeFilter,
} from '../../../ui/filter-selects.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import list from '../../../ui/list-view.module.css'
import { PeriodPicker } from '../../../ui/period-picker.tsx'
import { TextFilter } from '../../../ui/text-filter.tsx'
import styles from './time-list.module.css'

export interface EntryFiltersProps {
  readonly filters: SearchFilters
  readonly chosen: ChosenPeriod | undefined
  readonly label: string
  /** Before the filters, after the period. */
  readonly children?: ReactNode
}

/** Those one needs now and then; shown as well while one of them filters. */
const MORE = ['project', 'campaign', 'department', 'post', 'scope', 'billable', 'invoiced', 'estimate'] as const

/** What entries are filtered by: the same for the list and the report. */
export function EntryFilters({ filters, chosen, label, children }: EntryFiltersProps) {
  const { t } = useTranslation('timeList')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={cx(list.filters, styles.filters)} role="group" aria-label={label}>
      {chosen && <PeriodPicker chosen={chosen} />}
      {children}
      <PersonFilter filters={filters} />
      <ActivityFilter filters={filters} />
      <ChannelFilter filters={filters} />
      <NamedFilter filters={filters} list="client" />
      {MORE.filter((name) => isOpen || filters.get(name) !== null).map((name) => (
        <MoreFilter key={name} name={name} filters={filters} />
      ))}
      <TextFilter filters={filters} label={t('filters.text')} placeholder={t('filters.textPlaceholder')} />
      <IconButton
        variant="quiet"
        icon={ListFilter}
        label={t(isOpen ? 'filters.fewer' : 'filters.more')}
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      />
      <FilterChips filters={filters} names={chipsOf(filters)} />
      <ResetFilters filters={filters} />
    </div>
  )
}

/** The field for a post finds one; that there is none is said apart. */
function chipsOf(filters: SearchFilters): readonly ChipName[] {
  return filters.get('post') === NONE ? ['conversation', 'post'] : ['conversation']
}

interface FilterProps {
  readonly filters: SearchFilters
}

interface MoreFilterProps extends FilterProps {
  readonly name: (typeof MORE)[number]
}

function MoreFilter({ name, filters }: MoreFilterProps) {
  switch (name) {
    case 'project':
      return <ProjectFilter filters={filters} />
    case 'campaign':
      return <CampaignFilter filters={filters} />
    case 'department':
      return <NamedFilter filters={filters} list="department" />
    case 'post':
      return <PostFilter filters={filters} />
    case 'scope':
      return <ScopeFilter filters={filters} />
    case 'billable':
    case 'invoiced':
    case 'estimate':
      return <FlagFilter name={name} filters={filters} />
  }
}

const FLAG_TEXTS = {
  billable: ['filters.billable', 'filters.anyBillable', 'filters.isBillable', 'filters.notBillable'],
  invoiced: ['filters.invoiced', 'filters.anyInvoiced', 'filters.isInvoiced', 'filters.notInvoiced'],
  estimate: ['filters.estimate', 'filters.anyEstimate', 'filters.isEstimate', 'filters.notEstimate'],
} as const

function FlagFilter({ name, filters }: FilterProps & { readonly name: keyof typeof FLAG_TEXTS }) {
  const { t } = useTranslation('timeList')
  const [label, any, yes, no] = FLAG_TEXTS[name]
  return (
    <FilterSelect
      filters={filters}
      name={name}
      label={t(label)}
      anyLabel={t(any)}
      options={[
        { value: 'yes', label: t(yes) },
        { value: 'no', label: t(no) },
      ]}
    />
  )
}

/** Every entry is somebody's: there is no "without". Nothing to choose where there is one person. */
function PersonFilter({ filters }: FilterProps) {
  const { t } = useTranslation('timeList')
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const chosen = filters.get('person')
  if (people.length < 2) return null
  const known = people.some(({ id }) => String(id) === chosen)
  return (
    <FilterSelect
      // The other views say 'all' for everyone.
      filters={known ? filters : { ...filters, get: (name) => (name === 'person' ? null : filters.get(name)) }}
      name="person"
      label={t('filters.person')}
      anyLabel={t('filters.anyPerson')}
      options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  )
}

function ProjectFilter({ filters }: FilterProps) {
  const { t } = useTranslation('timeList')
  const projects = useQuery(api.time.projects.queryOptions()).data ?? []
  if (projects.length === 0 && filters.get('project') === null) return null
  return (
    <FilterSelect
      filters={filters}
      name="project"
      label={t('filters.project')}
      anyLabel={t('filters.anyProject')}
      options={[
        ...projects.map(({ id, client, name }) => ({
          value: String(id),
          label: client === null ? name : `${client} · ${name}`,
        })),
        { value: NONE, label: t('filters.noProject') },
      ]}
    />
  )
}
