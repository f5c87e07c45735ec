/** What the person prefers to see. Kept in this browser profile so that the first paint is right; the ledger's language wins once it is open. */
import { create } from 'zustand'
import type { Language } from './format.ts'

export type Theme = 'light' | 'dark' | 'system'

interface ViewSettings {
  readonly theme: Theme
  readonly language: Language
  readonly currency: string
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean
  setTheme(theme: Theme): void
  setLanguage(language: Language): void
  setCurrency(currency: string): void
  setSingleKeys(hasSingleKeys: boolean): void
}

type Stored = Pick<ViewSettings, 'theme' | 'language' | 'currency' | 'hasSingleKeys'>

const storageKey = 'gegenwert.view'

function readStored(): Partial<Stored> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? (parsed as Partial<Stored>) : {}
  } catch {
    // Storage can be blocked or hold another version's text; preferences then start afresh.
    return {}
  }
}

function write(settings: Stored): void {
  const { theme, language, currency, hasSingleKeys } = settings
  try {
    localStorage.setItem(storageKey, JSON.stringify({ theme, language, currency, hasSingleKeys }))
  } catch {
    // Without storage the choice holds for this window only.
  }
}

function initial(): Stored {
  const stored = readStored()
  const system: Language = typeof navigator !== 'undefined' && /^de\b/i.test(navigator.language) ? 'de' : 'en'
  return {
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    language: stored.language === 'de' || stored.language === 'en' ? stored.language : system,
    currency: typeof stored.currency === 'string' && /^[A-Z]{3}$/.test(stored.currency) ? stored.currency : 'EUR',
    hasSingleKeys: stored.hasSingleKeys !== false,
  }
}

export const useViewSettings = create<ViewSettings>()((set) => ({
  ...initial(),
  setTheme: (theme) => set({ theme }),
  setLanguage: (language) => set({ language }),
  setCurrency: (currency) => set({ currency }),
  setSingleKeys: (hasSingleKeys) => set({ hasSingleKeys }),
}))

useViewSettings.subscribe(write)
