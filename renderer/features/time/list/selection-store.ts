/** Which entries are chosen. */
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { createRowSelection, type RowSelection } from '../../../lib/row-selection.ts'
import { MAX_SELECTED } from './use-entries.ts'

export type EntrySelection = RowSelection<TimeEntry>

export const useEntrySelection = createRowSelection<TimeEntry>(MAX_SELECTED)
