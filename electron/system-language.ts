export type Language = 'de' | 'en'

/** The first of the system's preferred languages that the app speaks. */
export function pickLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'de' || tag === 'en')
  return spoken === 'de' ? 'de' : 'en'
}

/** As terminals say it: LC_ALL before LC_MESSAGES before LANG. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return pickLanguage([locale])
}
