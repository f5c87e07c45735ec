/** What a crisis keeps: its conversations are not erased by retention while it is open, and half a year after. */
import { CRISIS_HOLD_MS } from '../../../../../shared/domain/crisis.ts'

/** SQL that is true for rows of `conversation` that a crisis holds. `now`: an SQL expression or a parameter. */
export function isHeldByCrisis(now = '@now'): string {
  return `EXISTS (SELECT 1 FROM crisis WHERE crisis.id = conversation.crisis_id
    AND (crisis.closed_at IS NULL OR crisis.closed_at > ${now} - ${CRISIS_HOLD_MS}))`
}
