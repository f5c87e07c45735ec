/** What a source of purchases is called. */
import type { TFunction } from 'i18next'

const KNOWN = ['shopify', 'manual', 'deal', 'subscription'] as const

export function sourceName(source: string, t: TFunction<'revenue'>): string {
  const known = KNOWN.find((name) => name === source)
  return known ? t(`margins.sourceNames.${known}`) : source
}
