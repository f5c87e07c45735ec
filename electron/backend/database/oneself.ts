/** Whose work is meant where nobody is named. */
import { addPerson } from './dimensions.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'
import { writeSettings, type StoredSettings } from './settings-row.ts'

/** Who oneself is, as long as that person is there. */
export function selfPersonOf(db: Connection, { selfPersonId }: StoredSettings): number | null {
  if (selfPersonId === null) return null
  return db.prepare<[number]>('SELECT 1 FROM person WHERE id = ?').get(selfPersonId) ? selfPersonId : null
}

const OWN_NAME = { de: 'Ich', en: 'Me' } as const

/** Whose timer is meant where nobody is named: oneself; the only one there is; or someone new, where there is nobody. */
export function oneself(db: Connection, settings: StoredSettings): number {
  const known = selfPersonOf(db, settings)
  if (known !== null) return known
  const [first, second] = db.prepare<[], { id: number }>('SELECT id FROM person ORDER BY id LIMIT 2').all()
  if (second) throw expected('invalid_value', { field: 'personId', reason: 'self_unknown' })
  const id = first?.id ?? addPerson(db, OWN_NAME[settings.language])
  writeSettings(db, { selfPersonId: id })
  return id
}
