import type { Backend } from '../backend/backend.ts'
import type { Call, Options } from './arguments.ts'
import type { CliTexts } from './texts.ts'

/** What a command of the command line is given. */
export interface CommandRun {
  readonly backend: Backend
  readonly call: Call
  readonly options: Options
  readonly texts: CliTexts
  readonly print: (line: string) => void
}
