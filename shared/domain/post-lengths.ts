/** How much may be said about a post, in UTF-16 code units; of its text see `MAX_POST_TEXT_LENGTH`. */
export const MAX_TITLE_LENGTH = 500
export const MAX_BRIEF_LENGTH = 20_000
/** Items of a checklist. */
export const MAX_CHECKS = 50
