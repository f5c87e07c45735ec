/** What a value can be mapped to, as the entries of one list. */
import type { TFunction } from 'i18next'
import type { MappingItem, MappingSource, MappingTarget } from '../../../shared/contract/imports.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import { ACTIVITIES } from '../../../shared/domain/activity.ts'
import { NETWORK_NAMES, NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import type { Language } from '../../lib/format.ts'

export interface TargetOption {
  readonly target: MappingTarget
  readonly label: string
  readonly description?: string
  /** `null`: no channel in particular; absent: nothing to do with channels. */
  readonly network?: Network | null
}

/** Groups of the list a person reads: what kind of question is asked. */
export const MAPPING_GROUPS = ['projects', 'activities', 'clients', 'campaigns', 'origins'] as const
export type MappingGroup = (typeof MAPPING_GROUPS)[number]

const groupOfSource: Readonly<Record<MappingSource, MappingGroup>> = {
  project: 'projects',
  activity: 'activities',
  client: 'clients',
  'meta-campaign': 'campaigns',
  'google-campaign': 'campaigns',
  'utm-source': 'origins',
  'discount-code': 'origins',
  'self-report': 'origins',
}

export function groupOf(source: MappingSource): MappingGroup {
  return groupOfSource[source]
}

/** The same for equal targets, so that a list can be told what is chosen. */
export function targetKey(target: MappingTarget): string {
  switch (target.kind) {
    case 'channel':
      return `channel ${target.channelId}`
    case 'newChannel':
      return `new ${target.network} ${target.name}`
    case 'activity':
      return `activity ${target.activity ?? ''}`
    case 'client':
      return `client ${target.clientId}`
    case 'newClient':
      return `new client ${target.name}`
    case 'ads':
      return `ads ${target.scope} ${adsChannelKey(target.channel)}`
    default:
      return target.kind
  }
}

type AdsChannel = Extract<MappingTarget, { kind: 'ads' }>['channel']
type ChannelChoice = NonNullable<AdsChannel>

function adsChannelKey(channel: AdsChannel): string {
  if (channel === null) return ''
  return 'channelId' in channel ? `channel ${channel.channelId}` : `new ${channel.network} ${channel.name}`
}

interface NamedChannel {
  readonly choice: ChannelChoice
  readonly label: string
  readonly network: Network
  readonly isNew: boolean
  /** Nobody asked for it: it stands at the end of the list. */
  readonly isOffer: boolean
}

/** Channels of the ledger, those the draft would make, then a new one for each network that has none. */
export function nameChannels(channels: readonly Channel[], targets: readonly MappingTarget[]): NamedChannel[] {
  const named = new Map<string, NamedChannel>()
  const networks = new Set<Network>()
  for (const { id, name, network, isArchived } of channels) {
    if (isArchived && !targets.some((target) => usesChannel(target, id))) continue
    networks.add(network)
    named.set(name.toLowerCase(), { choice: { channelId: id }, label: name, network, isNew: false, isOffer: false })
  }
  for (const target of targets) {
    const made = newChannelOf(target)
    if (!made || named.has(made.name.toLowerCase())) continue
    networks.add(made.network)
    named.set(made.name.toLowerCase(), {
      choice: made,
      label: made.name,
      network: made.network,
      isNew: true,
      isOffer: false,
    })
  }
  for (const network of NETWORKS) {
    const name = NETWORK_NAMES[network]
    if (network === 'other' || networks.has(network) || named.has(name.toLowerCase())) continue
    named.set(name.toLowerCase(), { choice: { network, name }, label: name, network, isNew: true, isOffer: true })
  }
  return [...named.values()]
}

/** One target for each channel that is pointed at, in a fixed order. */
export function channelsIn(targets: readonly MappingTarget[]): MappingTarget[] {
  const byKey = new Map<string, MappingTarget>()
  for (const target of targets) {
    if (target.kind === 'channel' || target.kind === 'newChannel') byKey.set(targetKey(target), target)
    else if (target.kind === 'ads' && target.channel) byKey.set(`ads ${adsChannelKey(target.channel)}`, target)
  }
  return [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, target]) => target)
}

function usesChannel(target: MappingTarget, id: number): boolean {
  if (target.kind === 'channel') return target.channelId === id
  return (
    target.kind === 'ads' && target.channel !== null && 'channelId' in target.channel && target.channel.channelId === id
  )
}

function newChannelOf(target: MappingTarget): { network: Network; name: string } | null {
  if (target.kind === 'newChannel') return { network: target.network, name: target.name }
  return target.kind === 'ads' && target.channel && 'network' in target.channel ? target.channel : null
}

export interface ClientName {
  readonly id: number
  readonly name: string
}

interface OptionTexts {
  readonly t: TFunction<'imports'>
  readonly language: Language
}

/** All targets a source can have. */
export function optionsFor(
  source: MappingSource,
  channels: readonly NamedChannel[],
  { t, language }: OptionTexts,
  clients: readonly ClientName[] = [],
): TargetOption[] {
  switch (groupOf(source)) {
    case 'activities': {
      const names = activityNames(language)
      const options = ACTIVITIES.map((activity): TargetOption => {
        return { target: { kind: 'activity', activity }, label: names[activity] }
      })
      return [...options, { target: { kind: 'activity', activity: null }, label: t('targets.noActivity') }]
    }
    case 'clients':
      return [
        { target: { kind: 'none' }, label: t('targets.noClient') },
        ...clients.map(({ id, name }): TargetOption => ({ target: { kind: 'client', clientId: id }, label: name })),
      ]
    case 'projects':
      return arrange(channels, channelOption, t, [
        { target: { kind: 'none' }, label: t('targets.crossChannel'), network: null },
        { target: { kind: 'other' }, label: t('targets.other'), description: t('targets.otherProjectHint') },
      ])
    case 'campaigns':
      return arrange(channels, adsOption, t, [
        { target: { kind: 'ads', channel: null, scope: 'social' }, label: t('targets.crossChannelAds'), network: null },
        {
          target: { kind: 'ads', channel: null, scope: 'other' },
          label: t('targets.other'),
          description: t('targets.otherAdsHint'),
        },
      ])
    case 'origins':
      return arrange(channels, channelOption, t, [
        { target: { kind: 'none' }, label: t('targets.someSocial'), network: null },
        { target: { kind: 'other' }, label: t('targets.other'), description: t('targets.otherHint') },
        { target: { kind: 'noTouch' }, label: t('targets.noTouch'), description: t('targets.noTouchHint') },
      ])
  }
}

/** Channels there are, then what is no channel, then the networks nobody asked for. */
function arrange(
  channels: readonly NamedChannel[],
  toTarget: (choice: ChannelChoice) => MappingTarget,
  t: OptionTexts['t'],
  others: readonly TargetOption[],
): TargetOption[] {
  const toOption = ({ choice, label, network, isNew }: NamedChannel): TargetOption => ({
    target: toTarget(choice),
    label,
    network,
    ...(isNew && { description: t('targets.newChannel') }),
  })
  return [
    ...channels.filter(({ isOffer }) => !isOffer).map(toOption),
    ...others,
    ...channels.filter(({ isOffer }) => isOffer).map(toOption),
  ]
}

function channelOption(choice: ChannelChoice): MappingTarget {
  return 'channelId' in choice ? { kind: 'channel', ...choice } : { kind: 'newChannel', ...choice }
}

function adsOption(channel: ChannelChoice): MappingTarget {
  return { kind: 'ads', channel, scope: 'social' }
}

/** A client by the name that stands in the file. */
export function newClientOption(name: string, t: OptionTexts['t']): TargetOption {
  return { target: { kind: 'newClient', name }, label: name, description: t('targets.newClient') }
}

/** A target no option stands for, e.g. ads of a channel that do not count as social. */
export function describeRareTarget(
  target: MappingTarget,
  channels: readonly Channel[],
  t: OptionTexts['t'],
): TargetOption {
  if (target.kind === 'newClient') return newClientOption(target.name, t)
  const made = newChannelOf(target)
  const known = channels.find(({ id }) => usesChannel(target, id))
  const name = made?.name ?? known?.name
  if (name === undefined) return { target, label: t('targets.unknown') }
  const isSocial = target.kind !== 'ads' || target.scope === 'social'
  return { target, label: isSocial ? name : t('targets.notSocial', { name }) }
}

/** What needs a look; the rest is known. */
export function needsLook({ certainty }: MappingItem): boolean {
  return certainty === 'open' || certainty === 'guess'
}
