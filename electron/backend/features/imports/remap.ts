/** Changing what a word means, also for rows already imported. */
import type { MappingAnswer, MappingItem } from '../../../../shared/contract/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { updateRecord } from './apply-records.ts'
import { MappingCollection, mappingKey, valuesOf } from './mapping.ts'
import { readKnowledge, readMappings } from './mapping-store.ts'
import { Meanings } from './meanings.ts'
import type { StoredRecord } from './stored-records.ts'

interface RecordRow {
  readonly target_id: number
  readonly record: string
}

/** Remembers the new answer and writes every row that carries the word anew. */
export function remap(db: Connection, mapping: MappingAnswer): void {
  const meanings = new Meanings(db, [mapping])
  const wanted = mappingKey(mapping.source, mapping.value)
  for (const { target_id: targetId, record: text } of readRecords(db, mapping.source)) {
    const record = JSON.parse(text) as StoredRecord
    if (valuesOf(record).some((value) => mappingKey(value.source, value.value) === wanted))
      updateRecord(db, targetId, record, meanings)
  }
}

const FORMATS_OF: Readonly<Record<MappingAnswer['source'], 'time' | 'ad-spend' | 'order'>> = {
  project: 'time',
  activity: 'time',
  client: 'time',
  'meta-campaign': 'ad-spend',
  'google-campaign': 'ad-spend',
  'utm-source': 'order',
  'discount-code': 'order',
  'self-report': 'order',
}

function readRecords(db: Connection, source: MappingAnswer['source']): RecordRow[] {
  return db
    .prepare<[string], RecordRow>(
      `SELECT import_row.target_id, import_row.record FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id
       WHERE import_batch.record_kind = ?`,
    )
    .all(FORMATS_OF[source])
}

/** Remembered answers with how many imported rows each concerns. */
export function rememberedMappings(db: Connection): MappingItem[] {
  const collection = new MappingCollection()
  for (const row of db.prepare<[], { record: string }>('SELECT record FROM import_row').iterate()) {
    collection.add(JSON.parse(row.record) as StoredRecord, '')
  }
  const items = new Map(
    collection.toItems(readKnowledge(db)).map((item) => [mappingKey(item.source, item.value), item]),
  )
  return readMappings(db).map(({ source, value, target }) => {
    const item = items.get(mappingKey(source, value))
    return item ?? { source, value, target, certainty: 'remembered', count: 0, seconds: 0, cents: 0, files: [] }
  })
}
