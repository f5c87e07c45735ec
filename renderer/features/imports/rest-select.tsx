import { useTranslation } from 'react-i18next'
import type { MappingTarget } from '../../../shared/contract/imports.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Dot } from '../../ui/dot.tsx'
import { Select } from '../../ui/select.tsx'
import { useMappingOptions } from './mapping-options.tsx'
import type { MappedItem } from './mapping-table.tsx'
import { type MappingGroup, targetKey } from './mapping-targets.ts'

export interface RestSelectProps {
  readonly group: MappingGroup
  /** Those of the group nobody has answered yet; never empty. */
  readonly items: readonly MappedItem[]
  readonly isDisabled: boolean
  onChange(items: readonly MappedItem[], target: MappingTarget): void
}

/** One answer for all words of a group that have none yet. */
export function RestSelect({ group, items, isDisabled, onChange }: RestSelectProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const known = useMappingOptions()
  const [first] = items
  // All sources of a group can mean the same.
  const options = first ? known.of(first.source) : []
  const n = format.number(items.length)
  return (
    <Select
      label={t('mapping.setRest', { n, group: t(`mapping.groups.${group}`) })}
      isLabelHidden
      placeholder={t('mapping.setRestShort', { n })}
      value={null}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find(({ target }) => targetKey(target) === key)
        if (chosen) onChange(items, chosen.target)
      }}
      options={options.map(({ target, label, description, network }) => ({
        value: targetKey(target),
        label,
        ...(description !== undefined && { description }),
        mark: network === undefined ? null : <Dot network={network} />,
      }))}
    />
  )
}
