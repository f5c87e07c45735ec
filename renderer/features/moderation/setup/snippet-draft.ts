/** A snippet while it is being written: a text for each language and tone. Pure. */
import type { Snippet, SnippetInput } from '../../../../shared/contract/moderation-setup.ts'
import { PLACEHOLDER_WORDS, type SnippetPlaceholder } from '../../../../shared/domain/snippet.ts'

export const VARIANTS = ['de formal', 'de informal', 'en formal', 'en informal'] as const
export type Variant = (typeof VARIANTS)[number]

export interface SnippetDraft {
  readonly name: string
  readonly topicId: number | null
  readonly texts: Readonly<Record<Variant, string>>
}

export function languageOf(variant: Variant): 'de' | 'en' {
  return variant.startsWith('de') ? 'de' : 'en'
}

export function draftOf(snippet: Snippet | null): SnippetDraft {
  const textOf = (variant: Variant) =>
    snippet?.texts.find(({ language, tone }) => `${language} ${tone}` === variant)?.text ?? ''
  return {
    name: snippet?.name ?? '',
    topicId: snippet?.topicId ?? null,
    texts: {
      'de formal': textOf('de formal'),
      'de informal': textOf('de informal'),
      'en formal': textOf('en formal'),
      'en informal': textOf('en informal'),
    },
  }
}

/** The texts as the ledger takes them; blank ones are none. */
export function textsOf(texts: SnippetDraft['texts']): SnippetInput['texts'] {
  return VARIANTS.filter((variant) => texts[variant].trim() !== '').map((variant) => ({
    language: languageOf(variant),
    tone: variant.endsWith('informal') ? 'informal' : 'formal',
    text: texts[variant],
  }))
}

/** The first that has a text; the first of all where none has. */
export function firstVariant(texts: SnippetDraft['texts']): Variant {
  return VARIANTS.find((variant) => texts[variant].trim() !== '') ?? 'de formal'
}

export function placeholderText(placeholder: SnippetPlaceholder, language: 'de' | 'en'): string {
  return `{${PLACEHOLDER_WORDS[placeholder][language]}}`
}
