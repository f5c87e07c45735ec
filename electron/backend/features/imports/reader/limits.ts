/** Every limit of reading a file, in one place. */
import { MAX_IMPORT_BYTES } from '../../../../../shared/domain/import-limits.ts'

/** Larger files are refused before anything is decoded. */
export const MAX_FILE_BYTES = MAX_IMPORT_BYTES
/** Of a part of a workbook, unpacked: a small archive may hold gigabytes of nothing. */
export const MAX_WORKBOOK_PART_BYTES = 64 * 1024 * 1024
export const MAX_WORKBOOK_ROWS = 100_000
export const MAX_WORKBOOK_COLUMNS = 500
/** More records than this do not fit into memory beside the decoded text. */
export const MAX_ROWS = 1_000_000
/** The header is searched in this many records; titles and report ranges come before it. */
export const HEADER_SEARCH_ROWS = 40
/** … and in this many characters. */
export const HEAD_CHARS = 128 * 1024
/** A quoted field that runs on for longer has lost its closing quote. */
export const MAX_RECORD_CHARS = 1_000_000
/** After this many lost quotes no field may run over a line end any more, so that time stays linear. */
export const MAX_QUOTE_RECOVERIES = 1_000
/** Characters parsed between two returns to the event loop. */
export const BATCH_CHARS = 256 * 1024
/** Records built between two returns to the event loop. */
export const BATCH_ROWS = 4_000
/** Texts taken over into records are cut here. */
export const MAX_TEXT_CHARS = 500
/** Values quoted in problems and notes are cut here. */
export const MAX_QUOTED_CHARS = 200
/** Problems, left-out rows and notes are counted without end, but listed up to this many. */
export const MAX_LISTED = 10_000
/** Tags or discount codes of one record. */
export const MAX_LIST_ITEMS = 50
/** Cells shown when a number format or a date order must be asked. */
export const MAX_SAMPLES = 5
/** A single time entry longer than this is a mistake in the file. */
export const MAX_ENTRY_SECONDS = 31 * 24 * 3600
