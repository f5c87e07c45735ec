/**
 * Ready-made answers with placeholders: `{name}`, `{bestellung}`. Filling them in is all that happens to a text: nothing is computed,
 * and what is filled in is never read again.
 */

/** Characters of one text. */
export const MAX_SNIPPET_LENGTH = 5_000

/** How the other side is addressed: "Sie" or "du". English has one word; its texts still differ in tone. */
export const TONES = ['formal', 'informal'] as const
export type Tone = (typeof TONES)[number]

export const SNIPPET_PLACEHOLDERS = ['name', 'order', 'channel', 'company', 'topic', 'link', 'me'] as const
export type SnippetPlaceholder = (typeof SNIPPET_PLACEHOLDERS)[number]

/** How a placeholder is written; both spellings mean the same in every text. */
export const PLACEHOLDER_WORDS: Readonly<Record<SnippetPlaceholder, { readonly de: string; readonly en: string }>> = {
  name: { de: 'name', en: 'name' },
  order: { de: 'bestellung', en: 'order' },
  channel: { de: 'kanal', en: 'channel' },
  company: { de: 'firma', en: 'company' },
  topic: { de: 'thema', en: 'topic' },
  link: { de: 'link', en: 'link' },
  me: { de: 'ich', en: 'me' },
}

const PLACEHOLDER_OF: ReadonlyMap<string, SnippetPlaceholder> = new Map(
  SNIPPET_PLACEHOLDERS.flatMap((placeholder) => {
    const { de, en } = PLACEHOLDER_WORDS[placeholder]
    return [[de, placeholder] as const, [en, placeholder] as const]
  }),
)

/** A word between braces; what is longer than any placeholder is none. */
const IN_BRACES = /\{( {0,3}\p{L}{1,20} {0,3})\}/gu

/** A gap as `fillSnippet` leaves it; what is longer than any placeholder is none. */
const IN_BRACKETS = /\[(\p{Lu}\p{Ll}{0,19})\?\]/gu

export type SnippetValues = { readonly [placeholder in SnippetPlaceholder]?: string | null | undefined }

export interface FilledSnippet {
  readonly text: string
  /** What was asked for and is not known, each once, in the order of the text. */
  readonly missing: readonly SnippetPlaceholder[]
}

/**
 * The text with its placeholders filled in. Placeholders are read in any case, with or without spaces inside of the braces. A value
 * that is not there or blank leaves a gap that cannot be overlooked, in the word of the text: `[Bestellung?]`. Braces around anything
 * else stay as they are, and so do braces inside of values. Never throws; linear in the length.
 */
export function fillSnippet(text: string, values: SnippetValues): FilledSnippet {
  const missing = new Set<SnippetPlaceholder>()
  const filled = text.replace(IN_BRACES, (whole, inside: string) => {
    const word = inside.trim().toLowerCase()
    const placeholder = PLACEHOLDER_OF.get(word)
    if (placeholder === undefined) return whole
    const value = values[placeholder]?.trim() ?? ''
    if (value !== '') return value
    missing.add(placeholder)
    return `[${word.charAt(0).toUpperCase()}${word.slice(1)}?]`
  })
  return { text: filled, missing: [...missing] }
}

/** What looks like a gap that `fillSnippet` left, as it stands in the text: `[Link?]`. Each once, in the order of the text. */
export function gapsIn(text: string): string[] {
  const gaps = [...text.matchAll(IN_BRACKETS)].filter(([, word = '']) => PLACEHOLDER_OF.has(word.toLowerCase()))
  return [...new Set(gaps.map(([gap]) => gap))]
}

/**
 * The text of a snippet for someone: in their language and tone, else in their language, else in their tone, else the first; of several
 * that fit alike the first. Null only where there is none.
 */
export function chooseSnippetText<Text extends { readonly language: string; readonly tone: Tone }>(
  texts: readonly Text[],
  language: string,
  tone: Tone,
): Text | null {
  return (
    texts.find((text) => text.language === language && text.tone === tone) ??
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.tone === tone) ??
    texts[0] ??
    null
  )
}
