/**
 * npm run bench:data: writes the ledgers that are measured, *ten years* and *extreme*, and verifies them.
 *
 *   npm run bench:data -- [ten-years | extreme …] [--folder=<folder>] [--scale=<0 to 1>] [--no-verify]
 */
import { join } from 'node:path'
import { projectFolder } from '../support/host-processes.ts'
import { DATASETS, scaleDataset, type DatasetName } from './datasets.ts'
import { faultsOf, makeLedger } from './make-ledger.ts'
import { inMb, inSeconds, timeMs } from './measure.ts'
import { readFlags } from './flags.ts'

const { names, values, has } = readFlags(process.argv.slice(2))
const known = Object.keys(DATASETS) as DatasetName[]
const unknown = names.find((name) => !known.some((dataset) => dataset === name))
const scale = Number(values.get('scale') ?? 1)
if (unknown !== undefined || !(scale > 0 && scale <= 1)) {
  console.error(unknown === undefined ? `not a scale: ${scale}` : `unknown: ${unknown} (${known.join(', ')})`)
  process.exit(2)
}
const folder = values.get('folder') ?? join(projectFolder, 'node_modules', '.cache', 'bench')

for (const name of names.length > 0 ? known.filter((dataset) => names.includes(dataset)) : known) {
  let made = { path: '', lines: 0, bytes: 0 }
  const took = await timeMs(() => (made = makeLedger(folder, name, scaleDataset(DATASETS[name], scale))))
  console.log(`${made.path}: ${made.lines.toLocaleString('en')} lines, ${inMb(made.bytes)}, ${inSeconds(took)}`)
  if (has('no-verify')) continue
  let faults: string[] = []
  const check = await timeMs(() => (faults = faultsOf(made.path)))
  console.log(faults.length === 0 ? `  sound (verified in ${inSeconds(check)})` : `  NOT sound: ${faults.join(', ')}`)
  if (faults.length > 0) process.exitCode = 1
}
