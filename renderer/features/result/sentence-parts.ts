/** The words of the sentence as the screen has them. */
import type { TFunction } from 'i18next'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Confidence } from '../../../shared/contract/result.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { isTelling } from '../../../shared/domain/verdict.ts'
import * as sentence from '../../../shared/report/sentence.ts'
import type { Format } from '../../lib/format.ts'

/** "von Januar bis Oktober 2026", "im Oktober 2026". */
export function periodPhrase(period: Period, format: Format, t: TFunction<'period'>): string {
  return sentence.periodPhrase(period, format, (key, values = {}) => t(`within.${key}`, values))
}

/** "Instagram verdient Geld, LinkedIn ist noch offen." */
export function channelClauses(
  judged: Confidence['rows'],
  channels: ReadonlyMap<number, Channel>,
  format: Format,
  t: TFunction<'result'>,
): string {
  const named = judged.map(({ id, seconds, verdict, range }) => ({
    name: (id === null ? undefined : channels.get(id)?.name) ?? '',
    kind: isTelling(verdict.kind, seconds) ? verdict.kind : null,
    bestCents: range.highestCents,
  }))
  return sentence.channelClauses(named, format, (key, values = {}) => t(`clauses.${key}`, values))
}
