/** A touch in words: where it happened, and what is known of it. */
import type { TFunction } from 'i18next'
import type { PurchaseTouch } from '../../../shared/contract/revenue.ts'

export function placeText(touch: PurchaseTouch, t: TFunction<'revenue'>): string {
  if (touch.channel !== null) return touch.channel
  if (touch.source !== '') return touch.source
  return touch.campaign ?? (touch.scope === 'social' ? t('touch.social') : t('touch.other'))
}

export function detailText(touch: PurchaseTouch): string {
  const word = touch.medium === '' ? touch.source : `${touch.source} / ${touch.medium}`
  return [touch.channel === null && touch.medium === '' ? '' : word, touch.post, touch.conversation, touch.campaign]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}
