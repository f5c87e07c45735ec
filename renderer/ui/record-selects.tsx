import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { Dot } from './dot.tsx'
import { Select } from './select.tsx'

const NONE = 'none'

interface RecordSelectProps {
  readonly value: number | null
  onChange(id: number | null): void
}

export interface NamedSelectProps extends RecordSelectProps {
  readonly label: string
  readonly noneLabel: string
  readonly options: readonly { readonly id: number; readonly name: string }[]
  readonly isDisabled?: boolean
}

/** One of what has a name, or none; not shown while there is nothing to choose from. */
export function NamedSelect({ label, noneLabel, options, value, onChange, isDisabled = false }: NamedSelectProps) {
  if (options.length === 0) return null
  return (
    <Select
      label={label}
      options={[
        { value: NONE, label: noneLabel },
        ...options.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value === null ? NONE : String(value)}
      onChange={pick(onChange)}
      isDisabled={isDisabled}
    />
  )
}

export interface ChannelSelectProps extends RecordSelectProps {
  readonly label: string
  readonly noneLabel: string
}

/** A channel or none. Archived ones are offered only where they are chosen already. */
export function ChannelSelect({ label, noneLabel, value, onChange }: ChannelSelectProps) {
  const channels = useQuery(api.settings.channels.queryOptions())
  const offered = (channels.data ?? []).filter((channel) => !channel.isArchived || channel.id === value)
  const options = [
    { value: NONE, label: noneLabel, mark: <Dot network={null} /> },
    ...offered.map(({ id, name, network }) => ({ value: String(id), label: name, mark: <Dot network={network} /> })),
  ]
  return (
    <Select label={label} options={options} value={value === null ? NONE : String(value)} onChange={pick(onChange)} />
  )
}

export function CampaignSelect({ value, onChange }: RecordSelectProps) {
  const { t } = useTranslation('ui')
  const campaigns = useQuery(api.settings.campaigns.queryOptions())
  const options = [
    { value: NONE, label: t('record.noCampaign') },
    ...(campaigns.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  return (
    <Select
      label={t('record.campaign')}
      options={options}
      value={value === null ? NONE : String(value)}
      onChange={pick(onChange)}
    />
  )
}

function pick(onChange: (id: number | null) => void): (value: string) => void {
  return (value) => onChange(value === NONE ? null : Number(value))
}
