import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { Dot } from '../../ui/dot.tsx'
import { Select } from '../../ui/select.tsx'
import type { Place } from './touch-draft.ts'

export interface PlaceSelectProps<Value extends Place | 'noTouch'> {
  readonly label: string
  readonly value: Value
  /** What may be chosen beside channels and the two places without one. */
  readonly more?: readonly { readonly value: Extract<Value, string>; readonly label: string }[]
  onChange(place: Value): void
}

/** A channel, social media without one, or none of social media's. */
export function PlaceSelect<Value extends Place | 'noTouch' = Place>({
  label,
  value,
  more = [],
  onChange,
}: PlaceSelectProps<Value>) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions())
  const offered = (channels.data ?? []).filter((channel) => !channel.isArchived || channel.id === value)
  return (
    <Select
      label={label}
      value={String(value)}
      options={[
        ...offered.map(({ id, name, network }) => ({
          value: String(id),
          label: name,
          mark: <Dot network={network} />,
        })),
        { value: 'social', label: t('touch.social'), mark: <Dot network={null} /> },
        { value: 'other', label: t('touch.other'), mark: <Dot network={null} /> },
        ...more,
      ]}
      onChange={(next) => onChange((/^\d+$/.test(next) ? Number(next) : next) as Value)}
    />
  )
}
