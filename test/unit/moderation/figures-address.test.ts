import { expect, test } from 'vitest'
import {
  figuresAddress,
  type FigureDrill,
  readDrill,
} from '../../../renderer/features/moderation/figures/figures-address.ts'
import type { Period } from '../../../shared/domain/day.ts'

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' } as Period
const readBack = (address: string) => {
  const params = new URL(address, 'http://localhost').searchParams
  return readDrill((name) => params.get(name))
}

test.each<FigureDrill>([
  { measure: 'late', group: null },
  { measure: 'all', group: { by: 'topic', key: 3 } },
  { measure: 'complaints', group: { by: 'topic', key: null } },
  { measure: 'first', group: { by: 'kind', key: 'review' } },
  { measure: 'cost', group: { by: 'department', key: 2 } },
  { measure: 'charged', group: null, isServed: true },
])('the rows %j stand in the address and are read from it again', (drill) => {
  expect(readBack(figuresAddress(OCTOBER, drill))).toEqual(drill)
})

test('what an address cannot mean opens nothing, or the whole', () => {
  expect(readBack('/moderation/figures?rows=nonsense&of=topic.3')).toBeNull()
  expect(readBack('/moderation/figures?rows=late&of=kind.x')).toEqual({ measure: 'late', group: null })
  expect(readBack('/moderation/figures?rows=late&of=planet.3')).toEqual({ measure: 'late', group: null })
})
