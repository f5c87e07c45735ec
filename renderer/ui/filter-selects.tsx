import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import { activityNames } from '../../shared/i18n/activity-names.ts'
import { api } from '../lib/api.ts'
import { NONE, readId, readKinds } from '../lib/ledger-address.ts'
import { useFormat } from '../lib/use-format.ts'
import type { SearchFilters } from '../lib/use-search-filters.ts'
import { Checkbox } from './checkbox.tsx'
import { Dot } from './dot.tsx'
import { IconButton } from './icon-button.tsx'
import type { Option } from './option-list.tsx'
import { PostChooser } from './record-chooser.tsx'
import { Select } from './select.tsx'

/** Stands for "no filter"; never in the address. */
const ANY = 'any'

export interface FilterSelectProps {
  readonly filters: SearchFilters
  readonly name: string
  readonly label: string
  readonly options: readonly Option<string>[]
  readonly anyLabel: string
}

export function FilterSelect({ filters, name, label, options, anyLabel }: FilterSelectProps) {
  return (
    <Select
      label={label}
      isLabelHidden
      width="auto"
      options={[{ value: ANY, label: anyLabel }, ...options]}
      value={filters.get(name) ?? ANY}
      onChange={(value) => filters.set({ [name]: value === ANY ? undefined : value })}
    />
  )
}

interface FilterProps {
  readonly filters: SearchFilters
}

const COSTS = 'labour.ads.tool.service.levy.other'

export function KindFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const options: Option<string>[] = [
    { value: COSTS, label: t('filter.allCosts') },
    { value: 'labour', label: t('kinds.labour') },
    { value: 'ads', label: t('kinds.ads') },
    { value: 'ads.tool.service.levy.other', label: t('filter.nonLabour') },
    { value: 'tool.service.levy.other', label: t('filter.otherCosts') },
    ...(['tool', 'service', 'levy', 'other', 'revenue'] as const).map((kind) => ({
      value: kind,
      label: t(`kinds.${kind}`),
    })),
  ]
  const inAddress = filters.get('kinds')
  const kinds = readKinds(inAddress)
  // A link may ask for a choice of kinds that is not offered.
  if (inAddress !== null && kinds.length > 0 && options.every(({ value }) => value !== inAddress))
    options.push({ value: inAddress, label: kinds.map((kind) => t(`kinds.${kind}`)).join(', ') })
  return (
    <FilterSelect
      filters={filters}
      name="kinds"
      label={t('filter.kind')}
      anyLabel={t('filter.allKinds')}
      options={options}
    />
  )
}

export function ScopeFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const options = [
    { value: 'social', label: t('filter.social') },
    { value: 'other', label: t('filter.other') },
  ]
  return (
    <FilterSelect
      filters={filters}
      name="scope"
      label={t('filter.scope')}
      anyLabel={t('filter.allScopes')}
      options={options}
    />
  )
}

/** Purchases by what is known of where they came from. */
export function PurchaseGroupFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const options = (['touched', 'social', 'untouched', 'uncounted', 'client'] as const).map((value) => ({
    value,
    label: t(`filter.groups.${value}`),
  }))
  return (
    <FilterSelect
      filters={filters}
      name="only"
      label={t('filter.group')}
      anyLabel={t('filter.allGroups')}
      options={options}
    />
  )
}

export function ChannelFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const channels = useQuery(api.settings.channels.queryOptions())
  const options = [
    ...(channels.data ?? []).map(({ id, name, network }) => ({
      value: String(id),
      label: name,
      mark: <Dot network={network} />,
    })),
    { value: NONE, label: t('filter.noChannel') },
  ]
  return (
    <FilterSelect
      filters={filters}
      name="channel"
      label={t('filter.channel')}
      anyLabel={t('filter.allChannels')}
      options={options}
    />
  )
}

export function CampaignFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const campaigns = useQuery(api.settings.campaigns.queryOptions())
  if (!campaigns.data || (campaigns.data.length === 0 && filters.get('campaign') === null)) return null
  const options = [
    ...campaigns.data.map(({ id, name }) => ({ value: String(id), label: name })),
    { value: NONE, label: t('filter.noCampaign') },
  ]
  return (
    <FilterSelect
      filters={filters}
      name="campaign"
      label={t('filter.campaign')}
      anyLabel={t('filter.allCampaigns')}
      options={options}
    />
  )
}

export function ActivityFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const names = activityNames(useFormat().language)
  const options = [
    ...ACTIVITIES.map((activity) => ({ value: activity as string, label: names[activity] })),
    { value: NONE, label: t('filter.noActivity') },
  ]
  return (
    <FilterSelect
      filters={filters}
      name="activity"
      label={t('filter.activity')}
      anyLabel={t('filter.allActivities')}
      options={options}
    />
  )
}

export function PersonFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const people = useQuery(api.settings.people.queryOptions())
  const options = [
    ...(people.data?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
    { value: NONE, label: t('filter.noPerson') },
  ]
  return (
    <FilterSelect
      filters={filters}
      name="person"
      label={t('filter.person')}
      anyLabel={t('filter.allPeople')}
      options={options}
    />
  )
}

const LISTS = { client: 'clients', department: 'departments' } as const
const LIST_TEXTS = {
  client: ['filter.client', 'filter.allClients', 'filter.noClient'],
  department: ['filter.department', 'filter.allDepartments', 'filter.noDepartment'],
} as const

/** Clients or departments; nothing where the ledger has none. */
export function NamedFilter({ filters, list }: FilterProps & { readonly list: keyof typeof LISTS }) {
  const { t } = useTranslation('ledger')
  const records = useQuery(api.records.options.queryOptions()).data?.[LISTS[list]] ?? []
  const [label, anyLabel, noneLabel] = LIST_TEXTS[list]
  if (records.length === 0 && filters.get(list) === null) return null
  return (
    <FilterSelect
      filters={filters}
      name={list}
      label={t(label)}
      anyLabel={t(anyLabel)}
      options={[
        ...records.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: NONE, label: t(noneLabel) },
      ]}
    />
  )
}

/** One post, found by typing; nothing where the ledger has none. */
export function PostFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  const inAddress = filters.get('post')
  const chosen = readId(inAddress) ?? null
  const hasPosts = (useQuery(api.records.findPosts.queryOptions({ input: { limit: 1 } })).data?.length ?? 0) > 0
  // "Without a post" is no post to show here: it has its chip.
  if (inAddress === NONE || (!hasPosts && chosen === null)) return null
  return (
    <PostChooser
      label={t('filter.post')}
      isLabelHidden
      width="medium"
      placeholder={t('filter.anyPost')}
      value={chosen}
      onChange={(id) => filters.set({ post: id === null ? undefined : String(id) })}
    />
  )
}

/** Only what takes back, corrects or came late. */
export function CorrectionsFilter({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  return (
    <Checkbox
      isSelected={filters.get('corrections') === 'only'}
      onChange={(isOnly) => filters.set({ corrections: isOnly ? 'only' : undefined })}
    >
      {t('filter.corrections')}
    </Checkbox>
  )
}

const NAMES = [
  'kinds',
  'scope',
  'channel',
  'campaign',
  'activity',
  'person',
  'text',
  'only',
  'kind',
  'client',
  'department',
  'post',
  'conversation',
  'pillar',
  'format',
  'corrections',
  'window',
  'project',
  'billable',
  'invoiced',
  'estimate',
] as const

export function hasFilters(filters: SearchFilters): boolean {
  return NAMES.some((name) => filters.get(name) !== null)
}

export function ResetFilters({ filters }: FilterProps) {
  const { t } = useTranslation('ledger')
  if (!hasFilters(filters)) return null
  return (
    <IconButton
      variant="quiet"
      icon={RotateCcw}
      label={t('filter.reset')}
      onPress={() => filters.set(Object.fromEntries(NAMES.map((name) => [name, undefined])))}
    />
  )
}
