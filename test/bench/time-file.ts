/** A time tracker's file of any length. The same seed draws the same file. */
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import { at } from './dataset-dimensions.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'

const SEED = 4711

const HEADER =
  '"User","Email","Client","Project","Task","Description","Billable","Start date","Start time","End date","End time","Duration","Tags","Amount (EUR)"'

/** A tracker's project is for one client. */
const PROJECTS = [
  ['Instagram', ''],
  ['Facebook', ''],
  ['TikTok', ''],
  ['LinkedIn', 'Hafenkontor'],
  ['Allgemein', ''],
  ['Relaunch', 'Café Fjord'],
  ['Herbstkampagne', 'Café Fjord'],
  ['Messe', 'Hafenkontor'],
] as const
const TAGS = ['Content', 'Dialog', 'Planung', 'Reporting', 'Abstimmung', 'Anzeigen'] as const
const PEOPLE = 12
const YEARS_OF_DAYS = 1_095

/** A Toggl export of three years. */
export function togglFile(rows: number): Buffer {
  const random = new SampleRandom(SEED, 'toggl')
  const lines = [HEADER]
  const first = toDay('2023-01-01')
  for (let index = 0; index < rows; index++) {
    const day = addDays(first, Math.floor((index * YEARS_OF_DAYS) / rows))
    const start = random.between(7 * 3600, 18 * 3600)
    const seconds = random.between(300, 7_200)
    const tag = random.pick(TAGS)
    const [project, client] = at(PROJECTS, random.between(0, PROJECTS.length - 1))
    const cells = [
      `Person ${random.between(1, PEOPLE)}`,
      'team@nordlicht.example',
      client,
      project,
      '',
      `${tag} ${random.between(1, 2_000)}`,
      random.happens(0.3) ? 'Yes' : 'No',
      day,
      clock(start),
      day,
      clock(start + seconds),
      clock(seconds),
      tag,
      '',
    ]
    lines.push(cells.map((cell) => `"${cell}"`).join(','))
  }
  return Buffer.from(`\ufeff${lines.join('\n')}\n`)
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
