/** Whether a network takes a variant of a post as it stands: warnings while writing, and what has to be put right before it is ready. */
import type { Network } from './network.ts'
import { textLimitOf, type MediaLimit, type NetworkLimits } from './network-limits.ts'
import type { PostFormat } from './post-format.ts'
import { hashtagsIn, mentionsIn, textLength, type TextUnit } from './text-length.ts'

export const MEDIA_KINDS = ['image', 'video', 'document'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

export interface CheckedMedia {
  readonly kind: MediaKind
  /** Pixels; null where they could not be read: then the shape is not checked. */
  readonly width: number | null
  readonly height: number | null
  readonly altText: string
}

export interface CheckedVariant {
  readonly network: Network
  readonly format: PostFormat
  readonly text: string
  /** Left out where the channel's form has no title. */
  readonly title?: string | undefined
  /** In the order of the post. */
  readonly media: readonly CheckedMedia[]
  /** See `limitsOf`. */
  readonly limits: NetworkLimits
}

export const VARIANT_PROBLEM_KINDS = [
  'text_missing',
  'text_too_long',
  'title_missing',
  'title_too_long',
  'too_many_hashtags',
  'too_many_mentions',
  'too_few_media',
  'too_many_media',
  'media_kind',
  'media_shape',
  'alt_text_missing',
  'alt_text_too_long',
] as const
export type VariantProblemKind = (typeof VARIANT_PROBLEM_KINDS)[number]

export interface VariantProblem {
  readonly kind: VariantProblemKind
  /** blocks: the network would refuse it, or it has nothing to publish. warns: it can be published all the same. */
  readonly severity: 'blocks' | 'warns'
  /** What the variant has: characters in `unit`, a count, or width ÷ height. */
  readonly used: number
  /** What the network takes: at most, or with 'too_few_media' and "missing" at least; of a shape the end that is passed. */
  readonly limit: number
  /** Of lengths only. */
  readonly unit: TextUnit | null
  /** Which file, from 0; null where it is not about a single one. */
  readonly mediaIndex: number | null
}

type Found = Pick<VariantProblem, 'kind' | 'severity' | 'used' | 'limit'> & Partial<VariantProblem>

function problem({ unit = null, mediaIndex = null, ...found }: Found): VariantProblem {
  return { ...found, unit, mediaIndex }
}

/**
 * All problems of a variant, in the order of its form: text, title, tags, files. None: the network takes it as far as its limits are
 * known. Linear in the length of the text.
 */
export function checkVariant(variant: CheckedVariant): VariantProblem[] {
  return [...textProblems(variant), ...titleProblems(variant), ...tagProblems(variant), ...mediaProblems(variant)]
}

/** True where nothing stands against publishing. */
export function isPublishable(problems: readonly VariantProblem[]): boolean {
  return problems.every(({ severity }) => severity === 'warns')
}

/** Formats that are seen, not read. */
const FORMATS_WITHOUT_TEXT: ReadonlySet<PostFormat> = new Set(['story', 'live'])

function textProblems({ format, text, media, limits }: CheckedVariant): VariantProblem[] {
  const problems: VariantProblem[] = []
  if (text.trim() === '' && !FORMATS_WITHOUT_TEXT.has(format)) {
    // A post of files alone is one; with neither there is nothing to publish.
    problems.push(problem({ kind: 'text_missing', severity: media.length > 0 ? 'warns' : 'blocks', used: 0, limit: 1 }))
  }
  const limit = textLimitOf(limits, format, media.length > 0)
  if (limit) problems.push(...tooLong('text_too_long', text, limit.max, limit.unit))
  const maxBytes = (limits.textByFormat[format] ?? limits.text)?.maxBytes ?? null
  if (maxBytes !== null && problems.length === 0) {
    problems.push(...tooLong('text_too_long', text, maxBytes, 'bytes'))
  }
  return problems
}

function tooLong(
  kind: 'text_too_long' | 'title_too_long' | 'alt_text_too_long',
  text: string,
  limit: number,
  unit: TextUnit,
): VariantProblem[] {
  const used = textLength(text, unit)
  return used > limit ? [problem({ kind, severity: 'blocks', used, limit, unit })] : []
}

function titleProblems({ title, limits }: CheckedVariant): VariantProblem[] {
  if (title === undefined || limits.title === null) return []
  if (title.trim() === '') {
    return limits.title.isRequired ? [problem({ kind: 'title_missing', severity: 'blocks', used: 0, limit: 1 })] : []
  }
  return tooLong('title_too_long', title, limits.title.max, limits.title.unit)
}

function tagProblems({ text, limits }: CheckedVariant): VariantProblem[] {
  const problems: VariantProblem[] = []
  const { hashtagsMax, mentionsMax } = limits
  if (hashtagsMax !== null) {
    const used = hashtagsIn(text).length
    const severity = limits.isHashtagsMaxStrict ? 'blocks' : 'warns'
    if (used > hashtagsMax) problems.push(problem({ kind: 'too_many_hashtags', severity, used, limit: hashtagsMax }))
  }
  if (mentionsMax !== null) {
    const used = mentionsIn(text).length
    if (used > mentionsMax) {
      problems.push(problem({ kind: 'too_many_mentions', severity: 'blocks', used, limit: mentionsMax }))
    }
  }
  return problems
}

/** Formats that are one video; pictures beside it are covers. */
const VIDEO_FORMATS: ReadonlySet<PostFormat> = new Set(['reel', 'video'])

function mediaProblems({ network, format, media, limits }: CheckedVariant): VariantProblem[] {
  const limit = limits.media[format]
  const isVideo = VIDEO_FORMATS.has(format)
  const indexed = media.map((file, index) => ({ file, index }))
  const counted = isVideo ? indexed.filter(({ file }) => file.kind === 'video') : indexed
  const problems: VariantProblem[] = []
  const used = counted.length
  // LinkedIn's carousel is a document of several pages.
  const isDocument = network === 'linkedin' && format === 'carousel' && media.some(({ kind }) => kind === 'document')
  if (isVideo && used === 0 && media.length > 0) {
    problems.push(problem({ kind: 'media_kind', severity: 'blocks', used: 0, limit: 1 }))
  } else if (used < limit.min && !isDocument) {
    problems.push(problem({ kind: 'too_few_media', severity: 'blocks', used, limit: limit.min }))
  }
  if (limit.max !== null && used > limit.max) {
    problems.push(problem({ kind: 'too_many_media', severity: 'blocks', used, limit: limit.max }))
  }
  for (const { file, index } of counted) problems.push(...shapeProblems(file, index, limit))
  for (const { file, index } of indexed) problems.push(...altTextProblems(file, index, format, limits))
  return problems
}

/** The app of a network crops what does not fit, so it warns. */
function shapeProblems({ width, height }: CheckedMedia, mediaIndex: number, { shape }: MediaLimit): VariantProblem[] {
  if (shape === null || width === null || height === null || width <= 0 || height <= 0) return []
  const used = width / height
  // A pixel more or less is rounding: 1080 × 566 is meant as 1.91:1, 1080 × 1350 as 4:5.
  const isTooTall = (width + 1) / height < shape.min
  const isTooWide = width / (height + 1) > shape.max
  if (!isTooTall && !isTooWide) return []
  const limit = isTooTall ? shape.min : shape.max
  return [problem({ kind: 'media_shape', severity: 'warns', used, limit, mediaIndex })]
}

function altTextProblems(
  { kind, altText }: CheckedMedia,
  mediaIndex: number,
  format: PostFormat,
  { takesAltText, altTextMax }: NetworkLimits,
): VariantProblem[] {
  if (!takesAltText || kind !== 'image' || format === 'story' || VIDEO_FORMATS.has(format)) return []
  if (altText.trim() === '') {
    return [problem({ kind: 'alt_text_missing', severity: 'warns', used: 0, limit: 1, mediaIndex })]
  }
  if (altTextMax === null) return []
  return tooLong('alt_text_too_long', altText, altTextMax, 'code-units').map((found) => ({ ...found, mediaIndex }))
}
