import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITIES, guessActivity } from '../../shared/domain/activity.ts'
import { channelGroupOf } from '../../shared/domain/ga4-channel.ts'
import { guessNetwork, guessNetworkOfCode, NETWORK_NAMES, NETWORKS } from '../../shared/domain/network.ts'
import { toSlug } from '../../shared/domain/slug.ts'

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.string({ unit: 'binary', maxLength: 60 }))

test('a slug is its own slug, short, and made of letters, digits and single hyphens', () =>
  fc.assert(
    fc.property(text, (name) => {
      const slug = toSlug(name)
      expect(toSlug(slug)).toBe(slug)
      expect(slug.length).toBeLessThanOrEqual(500)
      expect(slug).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u)
    }),
    { numRuns: 2_000 },
  ))

test('whatever a file says, a guess is one of the known words or none', () =>
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect([...ACTIVITIES, undefined]).toContain(guessActivity(a)?.activity)
      expect([...NETWORKS, null]).toContain(guessNetwork(a))
      expect([...NETWORKS, null]).toContain(guessNetworkOfCode(a))
      expect(channelGroupOf(a, b)).toBe(channelGroupOf(` ${a.toLowerCase()} `, b.toLowerCase()))
    }),
  ))

test('each network is known by its name, however it is written', () => {
  for (const network of NETWORKS.filter((each) => each !== 'other')) {
    expect(guessNetwork(NETWORK_NAMES[network])).toBe(network)
    expect(guessNetwork(`Kunde – ${NETWORK_NAMES[network].toUpperCase()}`)).toBe(network)
  }
})
