/** Names of what a post is made as, for the page and for what the backend and the command line print. */
import type { PostFormat } from '../domain/post-format.ts'

const NAMES: Readonly<Record<'de' | 'en', Readonly<Record<PostFormat, string>>>> = {
  de: {
    reel: 'Reel',
    carousel: 'Karussell',
    story: 'Story',
    image: 'Bild',
    video: 'Video',
    text: 'Text',
    article: 'Artikel',
    event: 'Veranstaltung',
    live: 'Live',
  },
  en: {
    reel: 'Reel',
    carousel: 'Carousel',
    story: 'Story',
    image: 'Image',
    video: 'Video',
    text: 'Text',
    article: 'Article',
    event: 'Event',
    live: 'Live',
  },
}

export function postFormatNames(language: 'de' | 'en'): Readonly<Record<PostFormat, string>> {
  return NAMES[language]
}
