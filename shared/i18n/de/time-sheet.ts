/** Words of the sheet on which hours are noted outside of the app. */
export const sheet = {
  file: 'Stunden',
  title: 'Stunden von {{person}}',
  period: '{{from}} bis {{to}}',
  help: 'Eine Zeile je Tätigkeit. Wer mehr braucht, fügt Zeilen ein; Datum und Person dürfen dort leer bleiben. Tage ohne Arbeit bleiben leer.',
  helpTimes: 'Entweder Von und Bis eintragen oder nur die Stunden (1,5 oder 1:30).',
  helpWords: 'Tätigkeiten: {{activities}}',
  helpChannels: 'Kanäle: {{channels}}',
  words: 'Wörter',
  noChannels: 'noch keine',
} as const
