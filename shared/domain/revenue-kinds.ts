/** Words of revenue that forms and contract share. */

export const EVENT_KINDS = ['order', 'deal', 'subscription', 'manual'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Whose revenue it is: one's own, or that of a client one works for, which has no lines in one's own ledger. */
export const BENEFICIARIES = ['own', 'client'] as const
export type Beneficiary = (typeof BENEFICIARIES)[number]

/** What a person can say of a purchase that no import owns. Only `paid` counts. */
export const SALE_STATUSES = ['paid', 'pending', 'voided'] as const

/** Kinds of touches a person can enter: a link's parameters come from imports only. */
export const HAND_TOUCH_KINDS = ['manual', 'conversation', 'post', 'self-reported', 'coupon'] as const

export const LEAD_STATUSES = ['open', 'won', 'lost'] as const
