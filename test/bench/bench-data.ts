/**
 * npm run bench:data: writes the ledgers that are measured, *ten years* and *extreme*, and verifies them; by their names also those the
 * moderation log is measured on.
 *
 *   npm run bench:data -- [ten-years | extreme | log-60000 | log-250000 …] [--folder=<folder>] [--scale=<0 to 1>] [--no-verify]
 */
import { join } from 'node:path'
import { projectFolder } from '../support/host-processes.ts'
import { DATASETS, LOGS, scaleDataset } from './datasets.ts'
import { faultsOf, makeLedger } from './make-ledger.ts'
import { inMb, inSeconds, timeMs } from './measure.ts'
import { readFlags } from './flags.ts'

const { names, values, has } = readFlags(process.argv.slice(2))
const known = { ...DATASETS, ...LOGS }
const isKnown = (name: string): name is keyof typeof known => Object.hasOwn(known, name)
const unknown = names.find((name) => !isKnown(name))
const scale = Number(values.get('scale') ?? 1)
if (unknown !== undefined || !(scale > 0 && scale <= 1)) {
  console.error(
    unknown === undefined ? `not a scale: ${scale}` : `unknown: ${unknown} (${Object.keys(known).join(', ')})`,
  )
  process.exit(2)
}
const folder = values.get('folder') ?? join(projectFolder, 'node_modules', '.cache', 'bench')

for (const name of Object.keys(known).filter(isKnown)) {
  if (names.length > 0 ? !names.includes(name) : !Object.hasOwn(DATASETS, name)) continue
  let made = { path: '', lines: 0, bytes: 0 }
  const took = await timeMs(() => (made = makeLedger(folder, name, scaleDataset(known[name], scale))))
  console.log(`${made.path}: ${made.lines.toLocaleString('en')} lines, ${inMb(made.bytes)}, ${inSeconds(took)}`)
  if (has('no-verify')) continue
  let faults: string[] = []
  const check = await timeMs(() => (faults = faultsOf(made.path)))
  console.log(faults.length === 0 ? `  sound (verified in ${inSeconds(check)})` : `  NOT sound: ${faults.join(', ')}`)
  if (faults.length > 0) process.exitCode = 1
}
