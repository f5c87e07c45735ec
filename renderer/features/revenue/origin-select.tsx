import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Origin } from '../../../shared/contract/revenue.ts'
import { api } from '../../lib/api.ts'
import { Dot } from '../../ui/dot.tsx'
import { Select } from '../../ui/select.tsx'

const UNKNOWN = 'unknown'

function originOf(chosen: string): Origin {
  if (chosen === UNKNOWN) return null
  return chosen === 'social' || chosen === 'other' ? { kind: chosen } : { kind: 'channel', channelId: Number(chosen) }
}

function choiceOf(origin: Origin): string {
  if (origin === null) return UNKNOWN
  return origin.kind === 'channel' ? String(origin.channelId) : origin.kind
}

export interface OriginSelectProps {
  readonly label: string
  readonly value: Origin
  onChange(origin: Origin): void
}

/** Which channel brought a sale, social media without one, none of it, or nobody knows. */
export function OriginSelect({ label, value, onChange }: OriginSelectProps) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions())
  const chosen = choiceOf(value)
  const offered = (channels.data ?? []).filter((channel) => !channel.isArchived || String(channel.id) === chosen)
  return (
    <Select
      label={label}
      value={chosen}
      options={[
        { value: UNKNOWN, label: t('sale.originUnknown'), mark: <Dot network={null} /> },
        ...offered.map(({ id, name, network }) => ({
          value: String(id),
          label: name,
          mark: <Dot network={network} />,
        })),
        { value: 'social', label: t('touch.social'), mark: <Dot network={null} /> },
        { value: 'other', label: t('sale.originOther'), mark: <Dot network={null} /> },
      ]}
      onChange={(next) => onChange(originOf(next))}
    />
  )
}
