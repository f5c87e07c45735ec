// Checks electron-builder.yml without a network: against the schema of electron-builder, and whether the files it names exist.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface PackageConfig {
  readonly win: { readonly icon: string }
  readonly mac: { readonly icon: string }
  readonly linux: { readonly icon: string }
  readonly nsis: { readonly license: string }
}

const projectFolder = join(import.meta.dirname, '..', '..')
const require = createRequire(join(projectFolder, 'node_modules', 'app-builder-lib', 'package.json'))
const { load } = require('js-yaml') as { load(yaml: string): unknown }
const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: unknown, debugLogger: { isEnabled: boolean }): Promise<void>
}

const config = load(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')) as PackageConfig
await validateConfiguration(config, { isEnabled: false })
const named = [config.win.icon, config.mac.icon, config.linux.icon, config.nsis.license]
const missing = named.filter((file) => !existsSync(join(projectFolder, file)))
if (missing.length > 0) throw new Error(`electron-builder.yml names what does not exist: ${missing.join(', ')}`)
console.log('electron-builder.yml is valid.')
