import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { command, procedures } from '../../implement.ts'
import { readEstimate, setEstimate } from './estimate-store.ts'
import { csvSheet, workbookSheet } from './sheet-file.ts'

const { time } = procedures

export const sheetProcedures = {
  hoursSheet: time.hoursSheet.handler(({ input, context }) => {
    const db = context.backend.ledger.reader
    const person = db.prepare<[number], { name: string }>('SELECT name FROM person WHERE id = ?').get(input.personId)
    if (person === undefined) throw expected('not_found', { what: 'person', id: input.personId })
    const request = {
      person: person.name,
      period: input.period,
      language: input.language,
      channels: namesOf(db, 'SELECT name FROM channel WHERE is_archived = 0 ORDER BY position, id LIMIT 200'),
      clients: namesOf(db, 'SELECT name FROM client ORDER BY name LIMIT 200'),
    }
    const { fileName, mediaType, bytes } = input.as === 'csv' ? csvSheet(request) : workbookSheet(request)
    return { fileName, mediaType, base64: bytes.toString('base64') }
  }),
  estimate: time.estimate.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readEstimate(ledger.reader, input.personId, input.week, ledger.settings().timeZone)
  }),
  addEstimate: time.addEstimate.handler(
    command((db, input, running) => {
      setEstimate(db, running, input)
      return null
    }),
  ),
}

function namesOf(db: Connection, sql: string): string[] {
  return db.prepare<[]>(sql).pluck().all() as string[]
}
