// `npm run dev`: the desktop app with hot reload. Uses the Electron that is there and what it needs to run as root.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sandboxWords } from './chromium.ts'
import { findElectronRuntime } from './electron-runtime.ts'

const projectFolder = join(import.meta.dirname, '..', '..')
const runtime = findElectronRuntime()
const words = ['dev', ...(sandboxWords.length > 0 ? ['--noSandbox'] : []), ...process.argv.slice(2)]
const environment = runtime === undefined ? process.env : { ...process.env, ELECTRON_EXEC_PATH: runtime.program }
const dev = spawn('electron-vite', words, { cwd: projectFolder, env: environment, stdio: 'inherit' })
dev.on('exit', (code) => process.exit(code ?? 1))
