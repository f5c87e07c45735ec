/** Writing hours as sources of the ledger. */
import { startOfDay } from '../../../../shared/domain/instant.ts'
import { addDays, type Day } from '../../../../shared/domain/day.ts'
import { placeUntimed, type UntimedWork } from '../../../../shared/domain/untimed.ts'
import { BulkInsert } from '../../database/bulk-insert.ts'
import type { Connection } from '../../database/connection.ts'
import { findOrAddPerson, findOrAddProject } from '../../database/dimensions.ts'
import { nextIdOf, noteNewRows } from '../../database/journal.ts'
import { readSettings } from '../../database/settings-row.ts'
import { isNameOfNetwork, isNoProject } from './mapping.ts'
import type { Meanings } from './meanings.ts'
import { secondsOf, type StoredTime } from './stored-records.ts'

const MAX_NOTE = 2_000
const MAX_NAME = 200

const COLUMNS = [
  'id',
  'person_id',
  'activity',
  'channel_id',
  'client_id',
  'project_id',
  'scope',
  'started_at',
  'ended_at',
  'day',
  'note',
  'is_billable',
  'is_untimed',
]

interface TimeValues {
  readonly personId: number
  readonly activity: string | null
  readonly channelId: number | null
  readonly clientId: number | null
  readonly projectId: number | null
  readonly scope: string
  readonly day: Day
  readonly note: string
  readonly isBillable: number
}

interface UntimedEntry extends UntimedWork {
  readonly person: number
  readonly id: number
  readonly values: TimeValues
}

/** Writes hours, many at a time. */
export class TimeWriter {
  readonly #db: Connection
  readonly #meanings: Meanings
  readonly #entries: BulkInsert
  readonly #people = new Map<string, number>()
  readonly #projects = new Map<string, number | null>()
  #untimed: UntimedEntry[] = []
  #nextId: number

  constructor(db: Connection, meanings: Meanings) {
    this.#db = db
    this.#meanings = meanings
    this.#entries = new BulkInsert(db, 'time_entry', COLUMNS)
    this.#nextId = nextIdOf(db, 'time_entry')
  }

  /** Answers the id the entry will have. Nobody else may add any until `flush`. */
  add(record: StoredTime): number {
    const id = this.#nextId++
    const values = this.valuesOf(record)
    const { startedAt, endedAt, day } = record
    if (startedAt !== undefined && endedAt !== undefined) this.#write(id, values, { startedAt, endedAt }, 0)
    else this.#untimed.push({ id, values, person: values.personId, day, seconds: secondsOf(record) })
    return id
  }

  flush(): void {
    if (this.#untimed.length > 0) {
      const places = placeUntimed(this.#untimed, placingIn(this.#db))
      for (const [index, { id, values }] of this.#untimed.entries()) {
        const place = places[index]
        if (place) this.#write(id, values, place, 1)
      }
      this.#untimed = []
    }
    noteNewRows(this.#db, ['time_entry'], () => this.#entries.flush())
  }

  valuesOf(record: StoredTime): TimeValues {
    const { channelId, scope } = this.#meanings.of('project', record.project)
    const clientId = this.#meanings.of('client', record.client ?? '').clientId
    return {
      personId: settled(this.#people, record.user, () => findOrAddPerson(this.#db, record.user.slice(0, MAX_NAME))),
      activity: this.#meanings.of('activity', record.activityLabel).activity,
      channelId,
      clientId,
      projectId: settled(this.#projects, `${clientId} ${record.project}`, () =>
        projectOf(this.#db, record, clientId, channelId),
      ),
      scope,
      day: record.day,
      note: record.description.slice(0, MAX_NOTE),
      isBillable: Number(record.isBillable),
    }
  }

  #write(id: number, values: TimeValues, at: { startedAt: number; endedAt: number }, isUntimed: 0 | 1): void {
    const { personId, activity, channelId, clientId, projectId, scope, day, note, isBillable } = values
    const dimensions = [personId, activity, channelId, clientId, projectId, scope]
    this.#entries.add([id, ...dimensions, at.startedAt, at.endedAt, day, note, isBillable, isUntimed])
  }
}

function settled<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = find()))
  return value
}

/** A tracker's project is one of the ledger's, unless its name is that of a channel or only says that there is none. */
function projectOf(
  db: Connection,
  { project, isBillable }: StoredTime,
  clientId: number | null,
  channelId: number | null,
): number | null {
  const name = project.trim().slice(0, MAX_NAME)
  if (name === '' || isNameOfNetwork(name) || isNameOfChannel(db, name, channelId)) return null
  if (clientId === null && isNoProject(name)) return null
  return findOrAddProject(db, clientId, name, isBillable)
}

function isNameOfChannel(db: Connection, name: string, channelId: number | null): boolean {
  const row = db.prepare<[number | null, string], { id: number }>('SELECT id FROM channel WHERE id = ? AND name = ?')
  return row.get(channelId, name) !== undefined
}

/**
 * What a person set by hand stands above what a file says; what was invoiced stays as it was invoiced. Column, value, the mark in
 * `set_by_hand`, and whether an invoice locks it.
 */
const UPDATED = [
  ['person_id', 'personId', 'person', true],
  ['activity', 'activity', 'activity', false],
  ['channel_id', 'channelId', 'channel', false],
  ['scope', 'scope', 'scope', false],
  ['client_id', 'clientId', 'client', true],
  ['project_id', 'projectId', 'project', true],
  ['note', 'note', 'note', false],
  ['is_billable', 'isBillable', 'is_billable', true],
] as const

const TIMES_ARE_KEPT = keptWhen('times', true)

function keptWhen(mark: string, isLocked: boolean): string {
  const byHand = `instr(',' || set_by_hand || ',', ',${mark},') > 0`
  return isLocked ? `(${byHand} OR invoice_id IS NOT NULL)` : byHand
}

const unlessKept = (column: string, value: string, isKept: string) =>
  `${column} = CASE WHEN ${isKept} THEN ${column} ELSE ${value} END`

const UPDATES = UPDATED.map(([column, field, mark, isLocked]) =>
  unlessKept(column, `@${field}`, keptWhen(mark, isLocked)),
)

const UPDATE_TIMED = updateStatement({ started_at: '@startedAt', ended_at: '@endedAt', day: '@day', is_untimed: '0' })
/** The place on the clock is found anew afterwards. */
const UPDATE_UNTIMED = updateStatement({ ended_at: 'started_at + 1000 * @seconds' })

function updateStatement(times: Readonly<Record<string, string>>): string {
  const ofTimes = Object.entries(times).map(([column, value]) => unlessKept(column, value, TIMES_ARE_KEPT))
  return `UPDATE time_entry SET ${[...UPDATES, ...ofTimes].join(', ')} WHERE id = @id`
}

/** Makes an existing entry say what the record says, except for what was set by hand or invoiced. */
export function updateTime(db: Connection, id: number, record: StoredTime, meanings: Meanings): void {
  const values = new TimeWriter(db, meanings).valuesOf(record)
  const { startedAt, endedAt } = record
  if (startedAt !== undefined && endedAt !== undefined) {
    db.prepare<[object]>(UPDATE_TIMED).run({ ...values, startedAt, endedAt, id })
    return
  }
  db.prepare<[object]>(UPDATE_UNTIMED).run({ ...values, seconds: secondsOf(record), id })
  placeDayAnew(db, id)
}

interface PlacedRow {
  readonly id: number
  readonly person: number
  readonly day: Day
  readonly seconds: number
}

/** Puts the untimed entries of the entry's person and day one after the other again. */
function placeDayAnew(db: Connection, id: number): void {
  const rows = db
    .prepare<[number], PlacedRow>(
      `SELECT entry.id, entry.person_id AS person, entry.day, (entry.ended_at - entry.started_at) / 1000 AS seconds
       FROM time_entry AS moved JOIN time_entry AS entry ON entry.person_id = moved.person_id AND entry.day = moved.day
         AND entry.started_at BETWEEN moved.started_at - 90000000 AND moved.started_at + 90000000
       WHERE moved.id = ? AND entry.is_untimed = 1 AND entry.ended_at IS NOT NULL AND entry.invoice_id IS NULL
         AND instr(',' || entry.set_by_hand || ',', ',times,') = 0
       ORDER BY entry.started_at, entry.id`,
    )
    .all(id)
  const { workingHours, timeZone } = readSettings(db)
  const move = db.prepare<[number, number, number, number]>(
    'UPDATE time_entry SET started_at = ?, ended_at = ? WHERE id = ? AND started_at <> ?',
  )
  for (const [index, { startedAt, endedAt }] of placeUntimed(rows, { workingHours, timeZone }).entries())
    move.run(startedAt, endedAt, rows[index]?.id ?? 0, startedAt)
}

/** Where untimed work of a day goes: after what stands there. */
function placingIn(db: Connection) {
  const { workingHours, timeZone } = readSettings(db)
  const last = db.prepare<[number, number, number, Day]>(
    `SELECT max(ended_at) FROM time_entry
     WHERE person_id = ? AND started_at >= ? AND started_at < ? AND is_untimed = 1 AND day = ?`,
  )
  const startAfter = (person: UntimedWork['person'], day: Day) => {
    const bounds = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)] as const
    return last.pluck().get(Number(person), ...bounds, day) as number | null
  }
  return { workingHours, timeZone, startAfter }
}
