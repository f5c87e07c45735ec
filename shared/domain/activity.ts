/** What kind of work an hour was. */
export const ACTIVITIES = [
  'dialogue',
  'content',
  'planning',
  'publishing',
  'ads',
  'reporting',
  'coordination',
  'learning',
] as const
export type Activity = (typeof ACTIVITIES)[number]

export function isActivity(text: string): text is Activity {
  return (ACTIVITIES as readonly string[]).includes(text)
}

/**
 * Words, lower case, that give an activity away in the labels of time trackers; the first group that matches wins. A space
 * stands for the beginning or end of a word: "threads" and "leads" are no ads, "organisch" is no organising.
 */
const KEYWORDS: readonly (readonly [Activity, readonly string[]])[] = [
  [
    'dialogue',
    [
      'dialog',
      'kommentar',
      'comment',
      'community',
      'moderation',
      'nachricht',
      'message',
      'inbox',
      'antwort',
      'reply',
      'replies',
      'bewertung',
      'review',
    ],
  ],
  ['ads', ['anzeige', 'werbung', ' ads ', 'adsmanager', 'adverti', ' paid', 'boost']],
  ['reporting', ['report', 'bericht', 'auswertung', 'analyse', 'analytics', 'controlling', 'statistik']],
  ['planning', ['plan', 'redaktion', 'strateg', 'konzept', 'editorial', 'briefing', 'recherche', 'research']],
  ['publishing', ['veröffentlich', 'publish', 'posten', 'posting', 'einstellen', 'scheduling', 'upload']],
  ['learning', ['lernen', 'learning', 'schulung', 'training', 'fortbildung', 'weiterbildung', 'webinar', ' kurs']],
  ['ads', ['kampagne', 'campaign']],
  [
    'coordination',
    [
      'abstimm',
      'meeting',
      'besprech',
      'jour fixe',
      'coordination',
      'koordination',
      'termin',
      ' call',
      ' orga ',
      'organisation',
      'organisier',
      'verwaltung',
      'admin',
    ],
  ],
  [
    'content',
    [
      'content',
      'inhalt',
      'reel',
      'video',
      'foto',
      'photo',
      'produktion',
      'production',
      'dreh',
      'schnitt',
      'text',
      'story',
      'stories',
      'grafik',
      'design',
      'bild',
      'shooting',
      'podcast',
      'blog',
    ],
  ],
]

/** All activities that words of a label suggest, in the order in which `guessActivity` prefers them. */
export function suggestedActivities(label: string): Activity[] {
  const spaced = spacedWords(label.trim().toLowerCase())
  const groups = KEYWORDS.filter(([, words]) => words.some((word) => spaced.includes(word)))
  return [...new Set(groups.map(([activity]) => activity))]
}

/** The activity a label names or suggests; null when no word gives it away. */
export function guessActivity(label: string): { activity: Activity; isExact: boolean } | null {
  const text = label.trim().toLowerCase()
  if (text === '') return null
  const exact = EXACT_NAMES.get(text)
  if (exact) return { activity: exact, isExact: true }
  const spaced = spacedWords(text)
  for (const [activity, words] of KEYWORDS) {
    if (words.some((word) => spaced.includes(word))) return { activity, isExact: false }
  }
  return null
}

function spacedWords(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
}

const EXACT_NAMES: ReadonlyMap<string, Activity> = new Map([
  ...ACTIVITIES.map((activity) => [activity, activity] as const),
  ['dialog', 'dialogue'],
  ['content', 'content'],
  ['inhalte', 'content'],
  ['planung', 'planning'],
  ['veröffentlichung', 'publishing'],
  ['veröffentlichen', 'publishing'],
  ['anzeigen', 'ads'],
  ['reporting', 'reporting'],
  ['auswertung', 'reporting'],
  ['abstimmung', 'coordination'],
  ['lernen', 'learning'],
])
