/**
 * npm run calibrate [-- --companies 20000 --seed 2026 --compare --write]
 * Lets the verdict judge simulated companies and says whether it keeps what domain and docs promise; fails if it does not.
 * --compare adds the methods it was chosen from and other worlds (about five minutes); --write renews docs/calibration.md with both.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { candidates, inUse } from './candidates.ts'
import { specifiedWorld, type World } from './companies.ts'
import { reliabilityDiagram } from './reliability-diagram.ts'
import { FULL_RUN_COMPANIES, issuedShareOf, judgeScore, percent, scoreMethods, type Score } from './scores.ts'
import { classTable, comparisonTable, criteriaTable, tenthTable } from './tables.ts'
import { otherReadings, unforeseenWorlds } from './worlds.ts'

const docsFolder = join(import.meta.dirname, '..', '..', 'docs')
/** The other methods are slow: they are told apart on fewer companies. */
const COMPARED_COMPANIES = FULL_RUN_COMPANIES

const { values } = parseArgs({
  options: {
    companies: { type: 'string', default: '20000' },
    // Not one of the seeds on which the method was chosen (1 to 42).
    seed: { type: 'string', default: '2026' },
    compare: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const companies = wholeNumber(values.companies, 100, 1_000_000)
const seed = wholeNumber(values.seed, 0, 2 ** 31)

const score = scoreOf(specifiedWorld, companies)
const criteria = judgeScore(score)
const heading = `${companies.toLocaleString('en')} companies a class, seed ${seed}`
print(heading, classTable(score), `Verdicts issued over all classes: ${percent(issuedShareOf(score))}`)
print('P against the truth, all classes', tenthTable(score))
print(companies < FULL_RUN_COMPANIES ? 'Criteria of a short run' : 'Criteria', criteriaTable(criteria))

if (values.compare || values.write) {
  const methods = compareMethods()
  print(`Methods, ${COMPARED_COMPANIES.toLocaleString('en')} companies a class`, methods)
  const worlds = [...otherReadings, ...unforeseenWorlds].map(compareWorld)
  for (const { name, text } of worlds) print(name, text)
  if (values.write) writeDocs(methods, worlds)
}

process.exitCode = criteria.every(({ isPassed }) => isPassed) ? 0 : 1

function scoreOf(world: World, count: number): Score {
  return scoreMethods([inUse], world, count, seed)[0]!
}

function compareMethods(): string {
  const methods = candidates.map(({ method }) => method)
  const scores = scoreMethods(methods, specifiedWorld, COMPARED_COMPANIES, seed)
  return comparisonTable(candidates.map(({ name }, index) => ({ name, score: scores[index]! })))
}

/** The method in use, the earlier one and the robust one in another world. */
function compareWorld(world: World): { readonly name: string; readonly text: string } {
  const chosen = candidates.filter(({ name }) => /^in use:|^earlier: |t₄/.test(name))
  const scores = scoreMethods(
    chosen.map(({ method }) => method),
    world,
    companies,
    seed,
  )
  return { name: world.name, text: comparisonTable(chosen.map(({ name }, index) => ({ name, score: scores[index]! }))) }
}

function writeDocs(methods: string, worlds: readonly { readonly name: string; readonly text: string }[]): void {
  const path = join(docsFolder, 'calibration.md')
  const diagram = join(docsFolder, 'calibration', 'reliability.svg')
  const isReading = (name: string) => otherReadings.some((world) => world.name === name)
  const inWorlds = (those: typeof worlds) => those.map(({ name, text }) => `**${name}**\n\n${text}`).join('\n\n')
  const parts: Readonly<Record<string, string>> = {
    classes: `${heading}. Verdicts issued over all classes: ${percent(issuedShareOf(score))}.\n\n${classTable(score)}`,
    tenths: tenthTable(score),
    criteria: criteriaTable(criteria),
    methods,
    readings: inWorlds(worlds.filter(({ name }) => isReading(name))),
    unforeseen: inWorlds(worlds.filter(({ name }) => !isReading(name))),
  }
  let text = readFileSync(path, 'utf8')
  for (const [name, part] of Object.entries(parts)) text = replacePart(text, name, part)
  writeFileSync(path, text)
  mkdirSync(dirname(diagram), { recursive: true })
  writeFileSync(diagram, reliabilityDiagram(score, heading))
}

/** Replaces what stands between <!-- name --> and <!-- /name -->. */
function replacePart(text: string, name: string, part: string): string {
  const start = text.indexOf(`<!-- ${name} -->`)
  const end = text.indexOf(`<!-- /${name} -->`)
  if (start < 0 || end < start) throw new Error(`docs/calibration.md has no place for “${name}”`)
  return `${text.slice(0, start)}<!-- ${name} -->\n${part}\n${text.slice(end)}`
}

function print(title: string, ...parts: readonly string[]): void {
  console.log(`\n${title}\n`)
  for (const part of parts) console.log(part)
}

function wholeNumber(text: string, lowest: number, highest: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < lowest || number > highest)
    throw new RangeError(`“${text}” is not a whole number from ${lowest} to ${highest}`)
  return number
}
