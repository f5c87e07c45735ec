/** Crises as addresses: all of them, what is prepared for the next one, one of them in one of its views. */
export const CRISES_ADDRESS = '/moderation/crises'
export const STANDING_ADDRESS = `${CRISES_ADDRESS}?view=lists`

export const CRISIS_VIEWS = ['situation', 'statements', 'evidence', 'after', 'paper'] as const
export type CrisisView = (typeof CRISIS_VIEWS)[number]

export function crisisAddress(id: number, view: CrisisView = 'situation'): string {
  return `${CRISES_ADDRESS}?id=${id}${view === 'situation' ? '' : `&view=${view}`}`
}

export function readCrisisView(text: string | null): CrisisView {
  return CRISIS_VIEWS.find((view) => view === text) ?? 'situation'
}
