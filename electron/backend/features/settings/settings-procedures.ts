import { isTimeZone } from '../../../../shared/domain/instant.ts'
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { addChannel, findChannel, findOrAddPerson } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, removeRecord } from '../../database/references.ts'
import { writeSettings, type StoredSettings } from '../../database/settings-row.ts'
import { holidaysOf } from '../../holidays.ts'
import { command, commandOn, procedures } from '../../implement.ts'
import { peopleProcedures } from './people-procedures.ts'
import { changePerson, setRate } from './people-store.ts'
import * as store from './settings-store.ts'

const { settings } = procedures

export const settingsProcedures = {
  ...peopleProcedures,
  ledger: settings.ledger.handler(({ context }) => publicSettings(context.backend.ledger.settings())),

  update: settings.update.handler(({ input, context }) => {
    const { timeZone } = input.patch
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      throw expected('invalid_value', { field: 'timeZone', reason: 'unknown_time_zone', value: timeZone })
    }
    return context.backend.ledger.run('settings.update', input.commandId, (db) => {
      assertRecord(db, 'person', input.patch.selfPersonId ?? null)
      writeSettings(db, withoutUndefined(input.patch))
      return null
    })
  }),

  firstStart: settings.firstStart.handler(
    command((db, input) => {
      writeSettings(db, {
        language: input.language,
        isFirstStartDone: true,
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.businessKind === null ? {} : { businessKind: input.businessKind }),
        ...(input.marginBasisPoints === null ? {} : { marginBasisPoints: input.marginBasisPoints }),
      })
      if (input.self) changePerson(db, findOrAddPerson(db, input.self.name), { kind: input.self.kind, isSelf: true })
      if (input.rate) setRate(db, { personId: null, ...input.rate })
      for (const channel of input.channels) {
        if (findChannel(db, channel.name) === null) addChannel(db, channel.network, channel.name)
      }
      return null
    }),
  ),

  holidays: settings.holidays.handler(({ input, context }) => {
    const { holidayRegion, language } = context.backend.ledger.settings()
    return holidaysOf(input.period, holidayRegion, language)
  }),

  channels: settings.channels.handler(({ context }) => store.readChannels(context.backend.ledger.reader)),
  addChannel: settings.addChannel.handler(command((db, input) => addChannel(db, input.network, input.name))),
  updateChannel: settings.updateChannel.handler(
    commandOn((db, input) => store.updateChannel(db, input.id, input.patch)),
  ),
  removeChannel: settings.removeChannel.handler(commandOn((db, input) => removeRecord(db, 'channel', input.id))),
  campaigns: settings.campaigns.handler(({ context }) => store.readCampaigns(context.backend.ledger.reader)),
}

/** Of this no page needs to know. */
const INTERNAL: readonly string[] = ['isSample', 'isFirstStartDone', 'salt']

function publicSettings(stored: StoredSettings): LedgerSettings {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !INTERNAL.includes(key))) as LedgerSettings
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

function withoutUndefined<T extends object>(patch: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
}
