import { afterEach, expect, test } from 'vitest'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
afterEach(() => host.close())

test('the first day of a rate is changed in one step, and one undo brings it back', async () => {
  host = await openDirectHost({})
  const { settings, history } = host.client
  const rate = { personId: null, centsPerHour: 4281, basis: null }
  const { recordId } = await settings.setRate({ commandId: newCommandId(), ...rate, validFrom: '2026-11-21' as Day })
  const days = async () => (await settings.people()).defaultRates.map(({ validFrom }) => validFrom)

  const moved = newCommandId()
  const earlier = { ...rate, validFrom: '2026-01-01' as Day, replacesId: recordId ?? 0 }
  await settings.setRate({ commandId: moved, ...earlier })
  expect(await days()).toEqual(['2026-01-01'])
  await history.undo({ commandId: newCommandId(), undoes: moved })
  expect(await days()).toEqual(['2026-11-21'])
})
