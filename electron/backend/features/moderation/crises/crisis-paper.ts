/** All that the document of a crisis is made of. */
import type { CrisisDetail, CrisisEntry, CrisisFigures } from '../../../../../shared/contract/crises.ts'
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { StoredSettings } from '../../../database/settings-row.ts'
import type { PaperConversation } from './crisis-paper-conversations.ts'

export interface DocumentQuestion {
  readonly id: number
  readonly language: Language
  readonly hasNames: boolean
  readonly hasPictures: boolean
}

export interface CrisisPaper {
  readonly crisis: CrisisDetail
  readonly figures: CrisisFigures
  readonly conversations: readonly PaperConversation[]
  /** From the first on, as many as fit. */
  readonly log: readonly CrisisEntry[]
  /** How many there are. */
  readonly entries: number
  readonly question: DocumentQuestion
  readonly settings: StoredSettings
  readonly now: Instant
}
