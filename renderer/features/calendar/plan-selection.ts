/** Which variants are chosen for something that is done to all of them; one choice for all views. */
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { createRowSelection } from '../../lib/row-selection.ts'

/** As many as one command changes. */
const MAX_AT_ONCE = 500

export const usePlanSelection = createRowSelection<PlanRow>(MAX_AT_ONCE)
