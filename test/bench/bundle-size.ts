/** What the page loads before it can show anything: the scripts and styles the first document asks for, and what these import. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inKb, ratio, type Measurement } from './measure.ts'

const FIRST_LOAD_BUDGET_BYTES = 350 * 1024

export function benchBundle(rendererFolder: string): Measurement[] {
  const document = join(rendererFolder, 'index.html')
  if (!existsSync(document)) return [{ what: 'first load', figure: 'not measured', against: 'the pages are not built' }]
  const first = firstLoad(rendererFolder, readFileSync(document, 'utf8'))
  const all = globSync('**/*.{js,css}', { cwd: rendererFolder })
  const bytes = sizeOf(rendererFolder, first)
  return [
    {
      what: 'first load (gzip)',
      figure: inKb(bytes),
      against: `${ratio(bytes, FIRST_LOAD_BUDGET_BYTES)} of ${inKb(FIRST_LOAD_BUDGET_BYTES)}, ${first.length} files`,
    },
    {
      what: 'all scripts and styles (gzip)',
      figure: inKb(sizeOf(rendererFolder, all)),
      against: `${all.length} files`,
    },
  ]
}

/** Follows static imports only: what is imported on demand does not belong to the first load. */
function firstLoad(folder: string, document: string): string[] {
  const queue = [...document.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  const found = new Set<string>()
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (!file.endsWith('.js')) continue
    const script = readFileSync(join(folder, file), 'utf8')
    for (const [, name] of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(join(file, '..', name ?? ''))
  }
  return [...found]
}

function sizeOf(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
}
