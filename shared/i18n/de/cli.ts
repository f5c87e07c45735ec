export const cli = {
  usage: `Gegenwert auf der Kommandozeile: rechnet mit derselben Datei wie die App.

  gegenwert init    --ledger DATEI --name NAME [--currency EUR] [--time-zone Europe/Berlin] [--language de|en] [--margin PROZENT] [--freelancer]
  gegenwert rate    --ledger DATEI --from TAG --per-hour BETRAG [--person NAME]
  gegenwert import  --ledger DATEI --accept-guesses [--date-order day-first|month-first] [--number-format comma|dot] DATEI…
  gegenwert result  --ledger DATEI [--from TAG] [--to TAG] [--by AUFTEILUNG] [--model MODELL] [--window TAGE] [--costing direct|hours|cost|posts] [--compare TAG..TAG] [--json]
  gegenwert report  --ledger DATEI [--month MONAT | --from TAG --to TAG] [--as html|csv|json] [--language de|en] [--model MODELL] [--out DATEI]
  gegenwert export  --ledger DATEI --as journal|lines|purchases|hours|hours-json|hours-ics|conversations [--out DATEI] [--month MONAT | --from TAG --to TAG] [--by-day] [--with-texts] [--language de|en] [--number-format comma|dot]
  gegenwert months  --ledger DATEI [--json]
  gegenwert close   --ledger DATEI --month MONAT [--with-earlier] [--json]
  gegenwert verify  --ledger DATEI [--json]

Tage: 2026-01-31, der letzte zählt mit. Beträge und Prozente mit Dezimalpunkt: 42.81.
Modelle: last, lastNonDirect, first, linear, position, timeDecay.
Aufteilungen: channel, campaign, post, pillar, format, activity, person, client, department, month.
--window: Kontakte so viele Tage vor dem Kauf zählen; ohne Angabe das Fenster des Hauptbuchs.
--costing: direct lässt Kanalübergreifendes für sich; hours, cost, posts verteilen es auf die Kanäle.
--compare stellt das Ergebnis eines anderen Zeitraums daneben.
close schließt einen Monat für immer ab; --with-earlier auch die offenen davor.
--with-texts: bei conversations auch Namen, Texte und Adressen der anderen Seite, also personenbezogene Daten.
Ohne --person gilt ein Stundensatz für alle, die keinen eigenen haben.

Beispiele
  gegenwert init --ledger L.gegenwert --name "Rösterei Nordlicht" --margin 55
  gegenwert rate --ledger L.gegenwert --from 2026-01-01 --per-hour 42.81
  gegenwert import --ledger L.gegenwert --accept-guesses toggl.csv bestellungen.csv
  gegenwert result --ledger L.gegenwert --from 2026-01-01 --to 2026-10-31 --by channel
  gegenwert report --ledger L.gegenwert --month 2026-09 --as html --out Bericht.html
  gegenwert export --ledger L.gegenwert --as journal --out L.journal

Ende mit 0: getan. 1: nicht getan, der Grund steht in der Fehlerausgabe. 2: Aufruf falsch. 3: die Prüfung hat etwas gefunden.`,
  problem: 'gegenwert: {{message}}',
  unknownCommand: 'Den Befehl „{{name}}“ gibt es nicht. Alle Befehle: gegenwert --help',
  missingOption: '--{{name}} fehlt. Beispiele: gegenwert --help',
  badOption: '--{{name}}: „{{value}}“ ist nicht erlaubt. Erwartet: {{expected}}',
  expectedDays: 'zwei Tage wie 2025-01-01..2025-10-31',
  expectedWhole: 'eine ganze Zahl von {{least}} bis {{most}}',
  expectedDay: 'ein Tag wie 2026-01-31',
  expectedMonth: 'ein Monat wie 2026-01',
  written: '{{path}} geschrieben.',
  expectedAmount: 'ein Betrag wie 42.81',
  expectedPercent: 'ein Prozentsatz von 0 bis 100 wie 55 oder 37.5',
  expectedTimeZone: 'eine Zeitzone wie Europe/Berlin',
  expectedCurrency: 'eine Währung wie EUR',
  onlyFor: '--{{name}} gibt es nur mit --as {{kind}}.',
  badPeriod: '--from liegt nach --to.',
  noFiles: 'Keine Dateien genannt. Beispiel: gegenwert import --ledger L.gegenwert --accept-guesses toggl.csv',
  acceptGuesses:
    'Importieren ohne Rückfrage nur mit --accept-guesses: Was noch nicht zugeordnet ist, wird wie vorgeschlagen übernommen.',
  fileMissing: '{{file}} gibt es nicht oder ist nicht lesbar.',
  created: '{{path}} angelegt.',
  rateSet: 'Ab {{day}} kostet die Stunde {{amount}} ({{who}}).',
  rateClosed:
    'Bis {{month}} ist abgeschlossen: Diese Stunden kosten, was sie kosteten; neu bewertet wird nur, was danach liegt.',
  everyone: 'alle ohne eigenen Satz',
  recognised: '{{file}}: {{format}}, {{rows}} Zeilen, {{period}}, {{sum}}',
  compared: '  neu {{newRows}}, unverändert {{sameRows}}, geändert {{changedRows}}, nicht mehr enthalten {{goneRows}}',
  leftOut: '  ausgelassen Zeile {{line}}: {{reason}} ({{text}})',
  uncounted: '  nicht gezählt: {{count}} offene oder stornierte Bestellungen',
  rowProblem: '  nicht lesbar Zeile {{line}}, {{column}}: {{value}} – {{reason}}',
  more: '  … und {{count}} weitere',
  unreadable: '{{file}}: {{reason}}',
  mapped: '  {{source}} „{{value}}“ → {{target}}{{mark}}',
  guessMark: ' (geraten)',
  openMark: ' (offen)',
  askDateOrder:
    '  Tag oder Monat zuerst? {{samples}} lässt sich auf zwei Arten lesen. Noch einmal mit --date-order day-first oder --date-order month-first.',
  askNumberFormat:
    '  Dezimalkomma oder Dezimalpunkt? {{samples}} lässt sich auf zwei Arten lesen. Noch einmal mit --number-format comma oder --number-format dot.',
  nothingNew: 'Nichts Neues: Alles steht schon im Hauptbuch.',
  importedOne: 'Eine Datei importiert.',
  newPerson: '{{name}} ist neu im Hauptbuch und hat noch keine Zeiten.',
  nothingImported: 'Nichts importiert.',
  imported: '{{count}} Dateien importiert.',
  emptyLedger: 'Das Hauptbuch ist noch leer.',
  sound: 'Alles stimmt.',
  closed: '{{month}} ist abgeschlossen. Siegel: {{hash}}',
  unsound: 'Die Prüfung hat etwas gefunden.',
  checkPassed: 'in Ordnung  {{name}}',
  checkFailed: 'FEHLER      {{name}}: {{detail}}',
  total: 'Gesamt',
  notSocial: 'nicht Social Media',
  social: 'Social Media',
  noChannel: 'ohne Kanal',
  noClient: 'ohne Kunden',
  noKey: 'ohne Zuordnung',
  headings: {
    hours: 'Stunden',
    labour: 'Arbeit',
    ads: 'Anzeigen',
    other: 'Übriges',
    orders: 'Käufe',
    net: 'Umsatz netto',
    contribution: 'Deckungsbeitrag',
    result: 'Ergebnis',
    before: 'Vergleich',
    change: 'Änderung',
  },
  comparedWith: 'Verglichen mit {{from}} – {{to}}.',
  spread: 'Auf die Kanäle verteilt: {{amount}}, {{hours}} Stunden.',
  spreadEqually: 'Zu gleichen Teilen auf die Kanäle verteilt: {{amount}}, {{hours}} Stunden.',
  beside: 'Daneben, nicht im Ergebnis: {{orders}} Käufe mit {{net}} Umsatz, {{ads}} Anzeigen.',
  lacks: {
    rate: 'Für einen Teil der Stunden fehlt ein Stundensatz.',
    margin: 'Die Marge fehlt.',
    hours: 'Es sind keine Stunden erfasst.',
    revenue: 'Es sind keine Käufe erfasst.',
  },
}
