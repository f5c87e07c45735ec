/** What a post is made as. */
export const POST_FORMATS = ['reel', 'carousel', 'story', 'image', 'video', 'text', 'article', 'event', 'live'] as const
export type PostFormat = (typeof POST_FORMATS)[number]
