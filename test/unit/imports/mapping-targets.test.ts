import { expect, test } from 'vitest'
import type { Channel } from '../../../shared/contract/settings.ts'
import {
  channelsIn,
  describeRareTarget,
  nameChannels,
  optionsFor,
  targetKey,
} from '../../../renderer/features/imports/mapping-targets.ts'

const texts = { t: ((key: string) => key) as unknown as Parameters<typeof optionsFor>[2]['t'], language: 'de' } as const
const channel = (id: number, name: string, isArchived = false): Channel => {
  return { id, name, network: 'instagram', isArchived, useCount: 0 }
}
const labels = (options: readonly { label: string }[]) => options.map(({ label }) => label)

test('channels come first, then what is no channel, then networks that have none yet', () => {
  const named = nameChannels([channel(1, 'Instagram'), channel(2, 'Insta Shop')], [])
  expect(labels(optionsFor('project', named, texts)).slice(0, 5)).toEqual([
    'Instagram',
    'Insta Shop',
    'targets.crossChannel',
    'targets.other',
    'Facebook',
  ])
})

test('a channel that is only going to be made stands in every list, once', () => {
  const made = { kind: 'newChannel', network: 'tiktok', name: 'TikTok' } as const
  const ads = { kind: 'ads', channel: { network: 'tiktok', name: 'TikTok' }, scope: 'social' } as const
  const named = nameChannels([], channelsIn([made, ads, made]))
  for (const source of ['project', 'meta-campaign', 'utm-source'] as const) {
    const found = labels(optionsFor(source, named, texts))
    expect(found[0]).toBe('TikTok')
    expect(found.filter((label) => label === 'TikTok')).toHaveLength(1)
  }
  const keys = optionsFor('meta-campaign', named, texts).map(({ target }) => targetKey(target))
  expect(keys).toContain(targetKey(ads))
  expect(new Set(keys).size).toBe(keys.length)
})

test('an archived channel is only offered where it is in use', () => {
  const archived = channel(7, 'Alt', true)
  expect(labels(optionsFor('project', nameChannels([archived], []), texts))).not.toContain('Alt')
  const inUse = channelsIn([{ kind: 'channel', channelId: 7 }])
  expect(labels(optionsFor('project', nameChannels([archived], inUse), texts))).toContain('Alt')
})

test('a target no list has is still named', () => {
  const target = { kind: 'ads', channel: { channelId: 1 }, scope: 'other' } as const
  expect(describeRareTarget(target, [channel(1, 'YouTube')], texts.t).label).toBe('targets.notSocial')
  expect(describeRareTarget({ kind: 'channel', channelId: 9 }, [], texts.t).label).toBe('targets.unknown')
})

test('a client is one of the ledger, a new one by its name, or none', () => {
  const options = optionsFor('client', [], texts, [{ id: 3, name: 'Nordlicht' }])
  expect(options.map(({ target }) => targetKey(target))).toEqual(['none', 'client 3'])
  expect(describeRareTarget({ kind: 'newClient', name: 'Süd' }, [], texts.t)).toMatchObject({
    label: 'Süd',
    description: 'targets.newClient',
  })
})
