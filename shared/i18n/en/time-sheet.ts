import type { sheet as german } from '../de/time-sheet.ts'
import type { Texts } from '../texts.ts'

export const sheet: Texts<typeof german> = {
  file: 'Hours',
  title: 'Hours of {{person}}',
  period: '{{from}} to {{to}}',
  help: 'One row per activity. Insert rows where you need more; date and person may stay empty there. Days without work stay empty.',
  helpTimes: 'Fill in either From and To or just the hours (1.5 or 1:30).',
  helpWords: 'Activities: {{activities}}',
  helpChannels: 'Channels: {{channels}}',
  words: 'Words',
  noChannels: 'none yet',
}
