/** employee: does social media; expert: does something else and helps out ("the boss films"); freelancer: works on their own account. */
export const PERSON_KINDS = ['employee', 'expert', 'freelancer'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]
