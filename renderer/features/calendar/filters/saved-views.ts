/** Filters of the calendar that are kept under a name. */
import { PLAN_FILTER_NAMES } from '../../../lib/calendar-address.ts'
import { createSavedViews } from '../../../lib/saved-views.ts'

export const usePlanViews = createSavedViews('gegenwert.calendar.views')

export const KEPT_FILTERS = PLAN_FILTER_NAMES.filter((name) => name !== 'text')
