import { desktop as german } from '../shared/i18n/de/desktop.ts'
import { desktop as english } from '../shared/i18n/en/desktop.ts'
import type { Language } from './system-language.ts'

/** The words outside of any page: menus, dialogs and what is said in a terminal. */
export const hostTexts = { de: german, en: english } satisfies Record<Language, unknown>

/** Puts values into the {{places}} of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
