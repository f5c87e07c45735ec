/** The formats of pages are those of the files and reports the backend makes. */
export { formatFor } from '../../shared/i18n/format.ts'
export type { Format, Language, Sign } from '../../shared/i18n/format.ts'
