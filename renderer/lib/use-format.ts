import { type Format, formatFor } from './format.ts'
import { useViewSettings } from './view-settings.ts'

/** The formatters of the language and currency in use; a stable reference until one of them changes. */
export function useFormat(): Format {
  const language = useViewSettings((settings) => settings.language)
  const currency = useViewSettings((settings) => settings.currency)
  return formatFor(language, currency)
}
