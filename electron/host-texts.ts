import { desktop as german } from '../shared/i18n/de/desktop.ts'
import { ui as germanUi } from '../shared/i18n/de/ui.ts'
import { desktop as english } from '../shared/i18n/en/desktop.ts'
import { ui as englishUi } from '../shared/i18n/en/ui.ts'
import type { Language } from './system-language.ts'

/** The words outside of any page: menus, dialogs and what is said in a terminal. */
export const hostTexts = { de: german, en: english } satisfies Record<Language, unknown>

const ledgerErrors = { de: germanUi.errors.ledger_unreadable, en: englishUi.errors.ledger_unreadable }

/** Why a ledger file was refused, in one sentence. */
export function describeRefusal(language: Language, reason: string, path: string): string {
  const { reasons, advice } = ledgerErrors[language]
  const sentence = Object.entries(reasons).find(([known]) => known === reason)?.[1] ?? advice
  return fillIn(sentence, { path })
}

/** Puts values into the {{places}} of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
