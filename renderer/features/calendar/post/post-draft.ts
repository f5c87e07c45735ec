/** A post and its variants as they stand in fields, and what of that can be kept. Pure. */
import type { PostDetail, PostPatch, VariantDetail, VariantPatch } from '../../../../shared/contract/calendar-fields.ts'
import { MAX_POST_TEXT_LENGTH } from '../../../../shared/domain/text-length.ts'
import { isDay } from '../../../../shared/domain/day.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'

export interface PostDraft extends Pick<
  PostDetail,
  | 'title'
  | 'text'
  | 'brief'
  | 'audience'
  | 'format'
  | 'pillarId'
  | 'campaignId'
  | 'clientId'
  | 'draftDueOn'
  | 'plannedMinutes'
> {
  /** Empty: none. */
  readonly link: string
}

/** Text null: it follows the master text. */
export type VariantDraft = Pick<VariantDetail, 'text' | 'format' | 'plannedAt'>

export function postDraftOf(detail: PostDetail): PostDraft {
  const { title, text, brief, audience, link, format, pillarId, campaignId, clientId, draftDueOn, plannedMinutes } =
    detail
  const named = { pillarId, campaignId, clientId }
  return { title, text, brief, audience, link: link ?? '', format, ...named, draftDueOn, plannedMinutes }
}

export function variantDraftOf({ text, format, plannedAt }: VariantDetail): VariantDraft {
  return { text, format, plannedAt }
}

export type DraftProblem = 'titleMissing' | 'tooLong' | 'noAddress'

/** What cannot be kept as it stands, by field: it stays typed. */
export function draftProblemsOf({
  title,
  text,
  link,
}: Partial<PostDraft>): Partial<Record<keyof PostDraft, DraftProblem>> {
  return {
    ...(title?.trim() === '' && { title: 'titleMissing' }),
    ...(isTooLong(text) && { text: 'tooLong' }),
    ...(link !== undefined && link.trim() !== '' && readWebAddress(link.trim()) === null && { link: 'noAddress' }),
  }
}

export function isTooLong(text: string | null | undefined): boolean {
  return (text?.length ?? 0) > MAX_POST_TEXT_LENGTH
}

/** What differs from the ledger and can be kept. `Sent` is that part of what was typed. */
export function postPatchOf(
  typed: Partial<PostDraft>,
  kept: PostDraft,
): { sent: Partial<PostDraft>; patch: PostPatch } {
  const problems = draftProblemsOf(typed)
  const isSent = (field: keyof PostDraft) => typed[field] !== kept[field] && problems[field] === undefined
  const sent: Partial<PostDraft> = Object.fromEntries(
    Object.entries(typed).filter(([field]) => isSent(field as keyof PostDraft)),
  )
  const { link, title, audience, draftDueOn, ...others } = sent
  const patch = {
    ...others,
    ...(title !== undefined && { title: title.trim() }),
    ...(audience !== undefined && { audience: audience.trim() }),
    ...(link !== undefined && { link: link.trim() === '' ? null : readWebAddress(link.trim())!.url }),
    ...(draftDueOn !== undefined && { draftDueOn: draftDueOn !== null && isDay(draftDueOn) ? draftDueOn : null }),
  }
  return { sent, patch }
}

export function variantPatchOf(typed: Partial<VariantDraft>, kept: VariantDraft): VariantPatch {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([field, value]) => value !== kept[field as keyof VariantDraft] && !(field === 'text' && isTooLong(typed.text)),
    ),
  )
}
