/** What the words of records mean while an import is written: each answer is settled once. */
import type { MappingAnswer, MappingSource } from '../../../../shared/contract/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { mappingKey, suggest, type MappedValue, type MappingKnowledge } from './mapping.ts'
import { meaningOf, readKnowledge, rememberMapping, type Meaning } from './mapping-store.ts'

const NOTHING: Meaning = { channelId: null, scope: 'social', activity: null, clientId: null, isTouch: true }

export class Meanings {
  readonly #db: Connection
  #knowledge: MappingKnowledge | null = null
  readonly #settled = new Map<string, Meaning>()

  /** Remembers the answers and what the ledger knew already. */
  constructor(db: Connection, answers: readonly MappingAnswer[]) {
    this.#db = db
    for (const [key, target] of readKnowledge(db).remembered) this.#settled.set(key, meaningOf(target))
    for (const answer of answers)
      this.#settled.set(mappingKey(answer.source, answer.value), rememberMapping(db, answer))
  }

  /** The meaning of a value; one nobody was asked about is taken as guessed and remembered. */
  of(source: MappingSource, value: string, hint = ''): Meaning {
    if (value === '') return NOTHING
    const key = mappingKey(source, value)
    const known = this.#settled.get(key)
    if (known) return known
    const mapped: MappedValue = { source, value, hint }
    this.#knowledge ??= readKnowledge(this.#db)
    const { target } = suggest(mapped, this.#knowledge)
    const meaning = rememberMapping(this.#db, { source, value, target })
    // A guess that made a channel or a client: the next one must find it.
    if (meaning.channelId !== null || meaning.clientId !== null) this.#knowledge = null
    this.#settled.set(key, meaning)
    return meaning
  }
}
