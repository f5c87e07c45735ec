/** Names of the activities, for the page and for what the backend and the command line print. */
import type { Activity } from '../domain/activity.ts'

const NAMES: Readonly<Record<'de' | 'en', Readonly<Record<Activity, string>>>> = {
  de: {
    dialogue: 'Dialog',
    content: 'Content',
    planning: 'Planung',
    publishing: 'Veröffentlichung',
    ads: 'Anzeigen',
    reporting: 'Reporting',
    coordination: 'Abstimmung',
    learning: 'Lernen',
  },
  en: {
    dialogue: 'Dialogue',
    content: 'Content',
    planning: 'Planning',
    publishing: 'Publishing',
    ads: 'Ads',
    reporting: 'Reporting',
    coordination: 'Coordination',
    learning: 'Learning',
  },
}

export function activityNames(language: 'de' | 'en'): Readonly<Record<Activity, string>> {
  return NAMES[language]
}
