/** Which words of a file must be mapped, and what they most likely mean. Pure: the caller brings what the ledger knows. */
import type { MappingAnswer, MappingItem, MappingSource, MappingTarget } from '../../../../shared/contract/imports.ts'
import { guessActivity } from '../../../../shared/domain/activity.ts'
import { channelGroupOf, isSocialGroup } from '../../../../shared/domain/ga4-channel.ts'
import {
  guessNetwork,
  guessNetworkOfCampaign,
  guessNetworkOfCode,
  NETWORK_NAMES,
  type Network,
} from '../../../../shared/domain/network.ts'
import { secondsOf, type StoredRecord } from './stored-records.ts'

export interface KnownChannel {
  readonly id: number
  readonly name: string
  readonly network: Network
}

export interface KnownClient {
  readonly id: number
  readonly name: string
}

export interface MappingKnowledge {
  readonly channels: readonly KnownChannel[]
  readonly clients: readonly KnownClient[]
  /** Who works for clients has a name for each; in a company the column usually says something else. */
  readonly worksForClients: boolean
  readonly remembered: ReadonlyMap<string, MappingTarget>
}

export interface MappedValue {
  readonly source: MappingSource
  readonly value: string
  /** What helps to guess: the medium of a source, the type of a campaign. */
  readonly hint: string
}

export function mappingKey(source: MappingSource, value: string): string {
  return `${source}\u001f${value}`
}

/** The words of a record that have a meaning in the ledger. */
export function valuesOf(record: StoredRecord): MappedValue[] {
  switch (record.kind) {
    case 'time':
      return present([
        { source: 'project', value: record.project, hint: '' },
        { source: 'activity', value: record.activityLabel, hint: '' },
        { source: 'client', value: record.client ?? '', hint: '' },
      ])
    case 'ad-spend':
      return present([{ source: campaignSource(record.platform), value: record.campaign, hint: record.campaignType }])
    case 'order':
      return present([
        { source: 'self-report', value: record.selfReported ?? '', hint: '' },
        { source: 'utm-source', value: utmValue(record.utm?.source), hint: record.utm?.medium ?? '' },
        ...record.discountCodes.map((code) => ({ source: 'discount-code' as const, value: codeValue(code), hint: '' })),
      ])
  }
}

export function campaignSource(platform: 'meta' | 'google'): MappingSource {
  return platform === 'meta' ? 'meta-campaign' : 'google-campaign'
}

export function utmValue(source: string | undefined): string {
  return (source ?? '').trim().toLowerCase()
}

export function codeValue(code: string): string {
  return code.trim().toUpperCase()
}

function present(values: MappedValue[]): MappedValue[] {
  return values.filter((value) => value.value !== '')
}

type Guess = Pick<MappingItem, 'target' | 'certainty'>

/** Remembered, else guessed. */
export function suggest({ source, value, hint }: MappedValue, knowledge: MappingKnowledge): Guess {
  const remembered = knowledge.remembered.get(mappingKey(source, value))
  if (remembered) return { target: remembered, certainty: 'remembered' }
  switch (source) {
    case 'project':
      return guessProject(value, knowledge.channels)
    case 'activity': {
      const guess = guessActivity(value)
      return {
        target: { kind: 'activity', activity: guess?.activity ?? null },
        certainty: guess ? (guess.isExact ? 'certain' : 'guess') : 'open',
      }
    }
    case 'client':
      return guessClient(value, knowledge)
    case 'meta-campaign':
      return guessMetaCampaign(value, knowledge.channels)
    case 'google-campaign':
      return guessGoogleCampaign(value, hint, knowledge.channels)
    case 'utm-source':
      return guessSource(value, hint, knowledge.channels)
    case 'discount-code': {
      const network = guessNetworkOfCode(value)
      // A code that names no channel says nothing about where a buyer came from.
      return { target: network ? channelTarget(network, knowledge.channels) : { kind: 'noTouch' }, certainty: 'guess' }
    }
    case 'self-report':
      return guessAnswer(value, knowledge.channels)
  }
}

function guessClient(value: string, { clients, worksForClients }: MappingKnowledge): Guess {
  const wanted = value.toLowerCase()
  const known = clients.find(({ name }) => name.toLowerCase() === wanted)
  if (known) return { target: { kind: 'client', clientId: known.id }, certainty: 'certain' }
  return { target: worksForClients ? { kind: 'newClient', name: value } : { kind: 'none' }, certainty: 'guess' }
}

const NO_CHANNEL_PROJECTS =
  /^(?:allgemein|intern(?:es)?|general|internal|sonstiges|misc|verwaltung|admin|organisation|orga)$/i

function guessProject(value: string, channels: readonly KnownChannel[]): Guess {
  const named = channelNamed(value, channels)
  if (named) return { target: { kind: 'channel', channelId: named.id }, certainty: 'certain' }
  const network = guessNetwork(value)
  if (network)
    return { target: channelTarget(network, channels), certainty: isNameOf(network, value) ? 'certain' : 'guess' }
  return { target: { kind: 'none' }, certainty: NO_CHANNEL_PROJECTS.test(value) ? 'certain' : 'open' }
}

function guessMetaCampaign(value: string, channels: readonly KnownChannel[]): Guess {
  const network = guessNetworkOfCampaign(value)
  if (!network) return { target: { kind: 'ads', channel: null, scope: 'social' }, certainty: 'open' }
  return { target: { kind: 'ads', channel: channelOfAds(network, channels), scope: 'social' }, certainty: 'guess' }
}

const SOCIAL_CAMPAIGN_TYPE = /demand gen|discovery|video|youtube/i

function guessGoogleCampaign(value: string, type: string, channels: readonly KnownChannel[]): Guess {
  if (!SOCIAL_CAMPAIGN_TYPE.test(type) && guessNetwork(value) !== 'youtube') {
    return { target: { kind: 'ads', channel: null, scope: 'other' }, certainty: 'certain' }
  }
  return { target: { kind: 'ads', channel: channelOfAds('youtube', channels), scope: 'social' }, certainty: 'guess' }
}

function guessSource(value: string, medium: string, channels: readonly KnownChannel[]): Guess {
  const group = channelGroupOf(value, medium)
  const network = guessNetwork(value)
  if (network)
    return { target: channelTarget(network, channels), certainty: isNameOf(network, value) ? 'certain' : 'guess' }
  if (isSocialGroup(group)) return { target: { kind: 'none' }, certainty: 'open' }
  return { target: { kind: 'other' }, certainty: group === 'other' ? 'guess' : 'certain' }
}

function guessAnswer(value: string, channels: readonly KnownChannel[]): Guess {
  const named = channelNamed(value, channels)
  if (named) return { target: { kind: 'channel', channelId: named.id }, certainty: 'certain' }
  const network = guessNetwork(value)
  if (!network) return { target: { kind: 'other' }, certainty: 'guess' }
  return { target: channelTarget(network, channels), certainty: isNameOf(network, value) ? 'certain' : 'guess' }
}

/** "Instagram" as a project is the channel; "Instagram Relaunch" is a project. */
export function isNameOfNetwork(name: string): boolean {
  const network = guessNetwork(name)
  return network !== null && isNameOf(network, name)
}

/** "Allgemein", "Intern" and the like say that work was for no project in particular. */
export function isNoProject(name: string): boolean {
  return NO_CHANNEL_PROJECTS.test(name)
}

function isNameOf(network: Network, value: string): boolean {
  return NETWORK_NAMES[network].toLowerCase() === value.trim().toLowerCase()
}

function channelNamed(name: string, channels: readonly KnownChannel[]): KnownChannel | undefined {
  const wanted = name.trim().toLowerCase()
  return channels.find((channel) => channel.name.toLowerCase() === wanted)
}

/** The channel of that name or the only one on the network, else a new one named after it. */
function channelTarget(network: Network, channels: readonly KnownChannel[]): MappingTarget {
  const known = channelOn(network, channels)
  return known
    ? { kind: 'channel', channelId: known.id }
    : { kind: 'newChannel', network, name: NETWORK_NAMES[network] }
}

function channelOfAds(network: Network, channels: readonly KnownChannel[]) {
  const known = channelOn(network, channels)
  return known ? { channelId: known.id } : { network, name: NETWORK_NAMES[network] }
}

function channelOn(network: Network, channels: readonly KnownChannel[]): KnownChannel | undefined {
  const named = channelNamed(NETWORK_NAMES[network], channels)
  if (named) return named
  const onNetwork = channels.filter((channel) => channel.network === network)
  return onNetwork.length === 1 ? onNetwork[0] : undefined
}

/** Which kinds of target a source can be mapped to; anything else is refused. */
export function isAllowedTarget(source: MappingSource, kind: MappingTarget['kind']): boolean {
  if (source === 'activity') return kind === 'activity'
  if (source === 'client') return kind === 'client' || kind === 'newClient' || kind === 'none'
  if (source === 'meta-campaign' || source === 'google-campaign') return kind === 'ads'
  if (kind === 'noTouch') return source !== 'project'
  return kind === 'channel' || kind === 'newChannel' || kind === 'other' || kind === 'none'
}

/** Collects the words of many records with how often each stands there and what it comes to. */
export class MappingCollection {
  readonly #items = new Map<
    string,
    MappedValue & { count: number; seconds: number; cents: number; files: Set<string> }
  >()

  add(record: StoredRecord, fileName: string): void {
    for (const mapped of valuesOf(record)) {
      const key = mappingKey(mapped.source, mapped.value)
      const item = this.#items.get(key) ?? { ...mapped, count: 0, seconds: 0, cents: 0, files: new Set<string>() }
      this.#items.set(key, item)
      item.count += 1
      if (record.kind === 'time') item.seconds += secondsOf(record)
      if (record.kind === 'ad-spend') item.cents += record.cents
      if (record.kind === 'order' && record.isCounted) item.cents += record.paidCents - record.refundedCents
      if (fileName !== '') item.files.add(fileName)
    }
  }

  /** All words with their suggestions; what needs a look first, then by weight. */
  toItems(knowledge: MappingKnowledge): MappingItem[] {
    return [...this.#items.values()]
      .map(({ hint, files, ...item }) => ({ ...item, ...suggest({ ...item, hint }, knowledge), files: [...files] }))
      .sort((a, b) => order(a) - order(b) || b.cents - a.cents || b.seconds - a.seconds || b.count - a.count)
  }
}

const CERTAINTY_ORDER = ['open', 'guess', 'remembered', 'certain']

function order(item: MappingItem): number {
  return CERTAINTY_ORDER.indexOf(item.certainty)
}

/** Suggestions with what the user answered instead. */
export function answered(items: readonly MappingItem[], answers: readonly MappingAnswer[]): MappingAnswer[] {
  const given = new Map(answers.map((answer) => [mappingKey(answer.source, answer.value), answer.target]))
  return items.map(({ source, value, target }) => ({
    source,
    value,
    target: given.get(mappingKey(source, value)) ?? target,
  }))
}
