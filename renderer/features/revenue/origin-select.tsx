import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Origin } from '../../../shared/contract/revenue.ts'
import { api } from '../../lib/api.ts'
import { Dot } from '../../ui/dot.tsx'
import { Select } from '../../ui/select.tsx'

const UNKNOWN = 'unknown'
const OTHER = 'other'

export interface OriginSelectProps {
  readonly label: string
  readonly value: Origin
  onChange(origin: Origin): void
}

/** Which channel brought a sale, none of social media's, or nobody knows. */
export function OriginSelect({ label, value, onChange }: OriginSelectProps) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions())
  const chosen = value === null ? UNKNOWN : value.kind === 'other' ? OTHER : String(value.channelId)
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
        { value: OTHER, label: t('sale.originOther'), mark: <Dot network={null} /> },
      ]}
      onChange={(next) =>
        onChange(
          next === UNKNOWN ? null : next === OTHER ? { kind: 'other' } : { kind: 'channel', channelId: Number(next) },
        )
      }
    />
  )
}
