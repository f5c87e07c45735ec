/** The command line speaks the ledger's language once one is open, the system's before. */
import { cli as german } from '../../shared/i18n/de/cli.ts'
import { imports as germanImports } from '../../shared/i18n/de/imports.ts'
import { ledger as germanLedger } from '../../shared/i18n/de/ledger.ts'
import { ui as germanUi } from '../../shared/i18n/de/ui.ts'
import { cli as english } from '../../shared/i18n/en/cli.ts'
import { imports as englishImports } from '../../shared/i18n/en/imports.ts'
import { ledger as englishLedger } from '../../shared/i18n/en/ledger.ts'
import { ui as englishUi } from '../../shared/i18n/en/ui.ts'
import type { Language } from '../../shared/contract/fields.ts'

const TREES = {
  de: { cli: german, imports: germanImports, ledger: germanLedger, ui: germanUi },
  en: { cli: english, imports: englishImports, ledger: englishLedger, ui: englishUi },
}

type SentenceKey = Exclude<keyof typeof german, 'headings' | 'lacks'>
type Values = Readonly<Record<string, string | number>>

export class CliTexts {
  language: Language

  constructor(language: Language) {
    this.language = language
  }

  /** A text of the command line, with its {{values}} filled in. */
  say(key: SentenceKey, values: Values = {}): string {
    return fill(TREES[this.language].cli[key], values)
  }

  heading(key: keyof typeof german.headings): string {
    return TREES[this.language].cli.headings[key]
  }

  lack(key: keyof typeof german.lacks): string {
    return TREES[this.language].cli.lacks[key]
  }

  /** A text of the import screen or of the errors by its path, e.g. `imports.reasons.failures.empty`; the code itself where there is none. */
  shared(path: string, values: Values = {}): string {
    let node: unknown = TREES[this.language]
    for (const part of path.split('.'))
      node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined
    return typeof node === 'string' ? fill(node, values) : (path.split('.').at(-1) ?? path)
  }

  money(cents: number, currency: string): string {
    return new Intl.NumberFormat(this.#locale, { style: 'currency', currency }).format(cents / 100)
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.#locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    )
  }

  get #locale(): string {
    return this.language === 'de' ? 'de-DE' : 'en-GB'
  }
}

function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** German where the system speaks German, else English. */
export function systemLanguage(): Language {
  const locale =
    process.env['LC_ALL'] ||
    process.env['LC_MESSAGES'] ||
    process.env['LANG'] ||
    Intl.DateTimeFormat().resolvedOptions().locale
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en'
}
