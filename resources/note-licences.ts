// Writes the licences of all that is bundled into out/third-party-licences.txt, which every package of the app carries.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const packageFolders = new Set<string>()

/** Used in every part of the build; each adds to the list of the parts before. `shipped` names packages that lie beside the bundles. */
export function noteLicences(projectFolder: string, shipped: readonly string[]): Plugin {
  for (const name of shipped) packageFolders.add(join(projectFolder, 'node_modules', name))
  return {
    name: 'note-licences',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      for (const file of chunks.flatMap((chunk) => chunk.moduleIds)) {
        const folder = packageFolderOf(file)
        if (folder !== undefined) packageFolders.add(folder)
      }
      mkdirSync(join(projectFolder, 'out'), { recursive: true })
      writeFileSync(join(projectFolder, 'out', 'third-party-licences.txt'), describeAll())
    },
  }
}

function packageFolderOf(file: string): string | undefined {
  return /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(file)?.[1]
}

function describeAll(): string {
  const described = [...packageFolders].filter((folder) => existsSync(join(folder, 'package.json'))).map(describe)
  return `${[...new Set(described)].toSorted().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function describe(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name))
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`
  return `${about.name} ${about.version} (${about.license ?? 'see text'})${text}`
}
