import type { cli as german } from '../de/cli.ts'
import type { Texts } from '../texts.ts'

export const cli = {
  usage: `Gegenwert on the command line: works on the same file as the app.

  gegenwert init    --ledger FILE --name NAME [--currency EUR] [--time-zone Europe/Berlin] [--language de|en] [--margin PERCENT] [--freelancer]
  gegenwert rate    --ledger FILE --from DAY --per-hour AMOUNT [--person NAME]
  gegenwert import  --ledger FILE --accept-guesses [--date-order day-first|month-first] [--number-format comma|dot] FILE…
  gegenwert result  --ledger FILE [--from DAY] [--to DAY] [--by GROUPING] [--model MODEL] [--window DAYS] [--costing direct|hours|cost|posts] [--compare DAY..DAY] [--json]
  gegenwert report  --ledger FILE [--month MONTH | --from DAY --to DAY] [--as html|csv|json] [--language de|en] [--model MODEL] [--out FILE]
  gegenwert export  --ledger FILE --as journal|lines|purchases|hours|hours-json|hours-ics|conversations [--out FILE] [--month MONTH | --from DAY --to DAY] [--by-day] [--with-texts] [--language de|en] [--number-format comma|dot]
  gegenwert months  --ledger FILE [--json]
  gegenwert close   --ledger FILE --month MONTH [--with-earlier] [--json]
  gegenwert verify  --ledger FILE [--json]

Days: 2026-01-31, the last one included. Amounts and percentages with a decimal point: 42.81.
Models: last, lastNonDirect, first, linear, position, timeDecay.
Groupings: channel, campaign, post, pillar, format, activity, person, client, department, month.
--window: touches that many days before a purchase count; without it the ledger's own window.
--costing: direct leaves what is cross-channel by itself; hours, cost, posts spread it over the channels.
--compare puts the result of another period beside it.
close seals a month for ever; --with-earlier also the open ones before it.
--with-texts: with conversations also the other side's names, texts and addresses, which are personal data.
Without --person a rate holds for everyone who has none of their own.

Examples
  gegenwert init --ledger L.gegenwert --name "Northern Light Roasters" --language en --margin 55
  gegenwert rate --ledger L.gegenwert --from 2026-01-01 --per-hour 42.81
  gegenwert import --ledger L.gegenwert --accept-guesses toggl.csv orders.csv
  gegenwert result --ledger L.gegenwert --from 2026-01-01 --to 2026-10-31 --by channel
  gegenwert report --ledger L.gegenwert --month 2026-09 --as html --out report.html
  gegenwert export --ledger L.gegenwert --as journal --out L.journal

Exit code 0: done. 1: not done, the reason is on standard error. 2: wrong call. 3: the check found something.`,
  problem: 'gegenwert: {{message}}',
  unknownCommand: 'There is no command "{{name}}". All commands: gegenwert --help',
  missingOption: '--{{name}} is missing. Examples: gegenwert --help',
  badOption: '--{{name}}: "{{value}}" is not allowed. Expected: {{expected}}',
  expectedDays: 'two days like 2025-01-01..2025-10-31',
  expectedWhole: 'a whole number from {{least}} to {{most}}',
  expectedDay: 'a day like 2026-01-31',
  expectedMonth: 'a month like 2026-01',
  written: '{{path}} written.',
  expectedAmount: 'an amount like 42.81',
  expectedPercent: 'a percentage from 0 to 100 like 55 or 37.5',
  expectedTimeZone: 'a time zone like Europe/Berlin',
  expectedCurrency: 'a currency like EUR',
  onlyFor: '--{{name}} goes with --as {{kind}} only.',
  badPeriod: '--from is later than --to.',
  noFiles: 'No files named. Example: gegenwert import --ledger L.gegenwert --accept-guesses toggl.csv',
  acceptGuesses: 'Importing without questions needs --accept-guesses: what is not mapped yet is taken as suggested.',
  fileMissing: '{{file}} does not exist or cannot be read.',
  created: '{{path}} created.',
  rateSet: 'From {{day}} an hour costs {{amount}} ({{who}}).',
  rateClosed: 'Months up to {{month}} are closed: their hours cost what they did; only later ones are costed anew.',
  everyone: 'everyone without a rate of their own',
  recognised: '{{file}}: {{format}}, {{rows}} rows, {{period}}, {{sum}}',
  compared: '  new {{newRows}}, same {{sameRows}}, changed {{changedRows}}, gone {{goneRows}}',
  leftOut: '  left out line {{line}}: {{reason}} ({{text}})',
  uncounted: '  not counted: {{count}} pending or voided orders',
  rowProblem: '  cannot be read: line {{line}}, {{column}}: {{value}} – {{reason}}',
  more: '  … and {{count}} more',
  unreadable: '{{file}}: {{reason}}',
  mapped: '  {{source}} "{{value}}" → {{target}}{{mark}}',
  guessMark: ' (guessed)',
  openMark: ' (open)',
  askDateOrder:
    '  Day or month first? {{samples}} can be read in two ways. Try again with --date-order day-first or --date-order month-first.',
  askNumberFormat:
    '  Decimal comma or decimal point? {{samples}} can be read in two ways. Try again with --number-format comma or --number-format dot.',
  nothingNew: 'Nothing new: all of it is in the ledger already.',
  importedOne: 'One file imported.',
  newPerson: '{{name}} is new to the ledger and has no hours yet.',
  nothingImported: 'Nothing was imported.',
  imported: '{{count}} files imported.',
  emptyLedger: 'The ledger is still empty.',
  sound: 'All is well.',
  closed: '{{month}} is closed. Seal: {{hash}}',
  unsound: 'The check found something.',
  checkPassed: 'passed  {{name}}',
  checkFailed: 'FAILED  {{name}}: {{detail}}',
  total: 'Total',
  notSocial: 'not social media',
  social: 'social media',
  noChannel: 'no channel',
  noClient: 'no client',
  noKey: 'not assigned',
  headings: {
    hours: 'Hours',
    labour: 'Labour',
    ads: 'Ads',
    other: 'Other',
    orders: 'Orders',
    net: 'Net revenue',
    contribution: 'Contribution',
    result: 'Result',
    before: 'Compared',
    change: 'Change',
  },
  comparedWith: 'Compared with {{from}} – {{to}}.',
  spread: 'Spread over the channels: {{amount}}, {{hours}} hours.',
  spreadEqually: 'Spread over the channels in equal parts: {{amount}}, {{hours}} hours.',
  beside: 'Beside it, not in the result: {{orders}} purchases with {{net}} of revenue, {{ads}} of ads.',
  lacks: {
    rate: 'Some of the hours have no cost rate.',
    margin: 'The margin is missing.',
    hours: 'No hours are logged.',
    revenue: 'No purchases are recorded.',
  },
} satisfies Texts<typeof german>
