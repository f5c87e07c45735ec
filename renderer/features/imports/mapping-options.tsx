/** The lists of targets are the same for hundreds of selects, so they are made once, above them. */
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAPPING_SOURCES_IN_ORDER } from './mapping-sources.ts'
import type { MappingSource, MappingTarget } from '../../../shared/contract/imports.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { channelsIn, describeRareTarget, nameChannels, optionsFor, type TargetOption } from './mapping-targets.ts'

interface MappingOptions {
  of(source: MappingSource): readonly TargetOption[]
  rare(target: MappingTarget): TargetOption
}

const Options = createContext<MappingOptions | null>(null)

export interface MappingOptionsProviderProps {
  /** What is chosen at present: channels that are only going to be made must stand in every list. */
  readonly targets: readonly MappingTarget[]
  readonly children: ReactNode
}

export function MappingOptionsProvider({ targets, children }: MappingOptionsProviderProps) {
  const { t } = useTranslation('imports')
  const { language } = useFormat()
  const { data: channels } = useQuery(api.settings.channels.queryOptions())
  const { data: records } = useQuery(api.records.options.queryOptions())
  const clients = records?.clients
  const used = useStable(channelsIn(targets))
  const options = useMemo((): MappingOptions => {
    const known = channels ?? []
    const named = nameChannels(known, used)
    const made = new Map(
      MAPPING_SOURCES_IN_ORDER.map((source) => [source, optionsFor(source, named, { t, language }, clients)]),
    )
    return {
      of: (source) => made.get(source) ?? [],
      rare: (target) => describeRareTarget(target, known, t),
    }
  }, [channels, clients, used, t, language])
  return <Options value={options}>{children}</Options>
}

/** The same array as long as it says the same: an answer rarely brings a channel no list has yet. */
function useStable(targets: readonly MappingTarget[]): readonly MappingTarget[] {
  const [stable, setStable] = useState(targets)
  const isSame = JSON.stringify(stable) === JSON.stringify(targets)
  if (!isSame) setStable(targets)
  return isSame ? stable : targets
}

export function useMappingOptions(): MappingOptions {
  const options = use(Options)
  if (!options) throw new Error('a mapping is shown outside of MappingOptionsProvider')
  return options
}
