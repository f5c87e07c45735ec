/** npm run bench: prints what things take on this machine. Asserts nothing: compare figures of one run only. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../support/host-processes.ts'
import {
  benchFixtureImport,
  benchFixtureResult,
  benchLargeImport,
  benchTenYearsResult,
  makeTenYears,
} from './backend-benches.ts'
import { benchBundle } from './bundle-size.ts'
import { benchColdStart } from './cold-start.ts'
import { printTable } from './measure.ts'

const isBuilding = !process.argv.includes('--no-build')

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
if (isBuilding && !build())
  console.log('The build failed: cold start and bundle are those of the last build, if there is one.')

const folder = mkdtempSync(join(tmpdir(), 'gegenwert-bench-'))
try {
  printTable('Import of the four sample files', await benchFixtureImport())
  printTable('Result page on the four sample files', await benchFixtureResult())
  const { path, row } = await makeTenYears(folder)
  printTable('Result page on ten years', [row, ...(await benchTenYearsResult(folder, path))])
  printTable('Large imports', await benchLargeImport())
  printTable('Cold start', await benchColdStart(path))
  printTable('Bundle', benchBundle(join(projectFolder, 'out', 'renderer')))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function build(): boolean {
  const { status } = spawnSync('npx', ['electron-vite', 'build'], { cwd: projectFolder, stdio: 'ignore' })
  return status === 0
}
