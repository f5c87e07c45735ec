import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingItem, MappingTarget } from '../../../shared/contract/imports.ts'
import { Dot } from '../../ui/dot.tsx'
import { Select } from '../../ui/select.tsx'
import { useMappingOptions } from './mapping-options.tsx'
import { groupOf, newClientOption, targetKey, type TargetOption } from './mapping-targets.ts'
import { NewChannelDialog, type NewChannel } from './new-channel-dialog.tsx'

export interface MappingSelectProps {
  readonly item: Pick<MappingItem, 'source' | 'value'>
  readonly target: MappingTarget
  onChange(target: MappingTarget): void
  readonly isDisabled?: boolean
}

const newChannelKey = 'make a channel'

/** One list with everything a value can mean. */
export function MappingSelect({ item, target, onChange, isDisabled = false }: MappingSelectProps) {
  const { t } = useTranslation('imports')
  const [isNaming, setIsNaming] = useState(false)
  const known = useMappingOptions()
  const options = optionsOf(known.of(item.source), item, t)
  const key = targetKey(target)
  const shown = options.some((option) => targetKey(option.target) === key) ? options : [known.rare(target), ...options]
  const isAboutChannels = !['activities', 'clients'].includes(groupOf(item.source))

  function choose(next: string) {
    if (next === newChannelKey) setIsNaming(true)
    else {
      const chosen = shown.find((option) => targetKey(option.target) === next)
      if (chosen && next !== key) onChange(chosen.target)
    }
  }

  function make({ network, name }: NewChannel) {
    setIsNaming(false)
    const isAds = groupOf(item.source) === 'campaigns'
    onChange(
      isAds ? { kind: 'ads', channel: { network, name }, scope: 'social' } : { kind: 'newChannel', network, name },
    )
  }

  const entries = shown.map((option) => ({
    value: targetKey(option.target),
    label: option.label,
    ...(option.description !== undefined && { description: option.description }),
    mark: <Mark option={option} />,
  }))
  return (
    <>
      <Select
        label={t('mapping.targetOf', { value: item.value })}
        isLabelHidden
        value={key}
        onChange={choose}
        isDisabled={isDisabled}
        options={isAboutChannels ? [...entries, { value: newChannelKey, label: t('targets.nameChannel') }] : entries}
      />
      {isNaming && (
        <NewChannelDialog
          initialName={item.source === 'project' ? item.value : ''}
          onMake={make}
          onClose={() => setIsNaming(false)}
        />
      )}
    </>
  )
}

/** A client can be made by the name that stands in the file, unless there is one of that name. */
function optionsOf(
  options: readonly TargetOption[],
  { source, value }: MappingSelectProps['item'],
  t: TFunction<'imports'>,
): readonly TargetOption[] {
  const isThere = options.some(({ label }) => label.toLowerCase() === value.toLowerCase())
  return source === 'client' && !isThere ? [...options, newClientOption(value, t)] : options
}

function Mark({ option }: { readonly option: TargetOption }) {
  return option.network === undefined ? null : <Dot network={option.network} />
}
