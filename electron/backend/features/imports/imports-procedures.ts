import { explain, procedures } from '../../implement.ts'
import type { Receipt } from '../../../../shared/contract/fields.ts'
import { expected } from '../../database/expected.ts'
import type { Backend } from '../../backend.ts'
import { commitFiles, type ReadFileChoice } from './commit.ts'
import { readBatches } from './import-store.ts'
import { inspectFiles, readStaged } from './inspect.ts'
import { progressStream } from '../../files/progress-stream.ts'
import { remap, rememberedMappings } from './remap.ts'
import { readAnswers } from './staged-files.ts'
import { undoBatch } from './undo-batch.ts'

const { imports } = procedures

interface Progress {
  readonly done: number
  readonly total: number
}

export const importsProcedures = {
  stage: imports.stage.handler(({ input, context }) => ({
    handle: context.backend.stagedFiles.stage(input.name, input.bytes),
  })),
  append: imports.append.handler(({ input, context }) => ({
    receivedBytes: context.backend.stagedFiles.append(input.handle, input.base64),
  })),
  discard: imports.discard.handler(({ input, context }) => {
    context.backend.stagedFiles.discard(input.handle)
    return {}
  }),

  inspect: imports.inspect.handler(({ input, context, signal }) => {
    const { ledger, stagedFiles } = context.backend
    const choices = input.files.map((file) => ({ handle: file.handle, answers: readAnswers(file.answers) }))
    return inspectFiles(choices, { db: ledger.reader, settings: ledger.settings(), files: stagedFiles, signal })
  }),

  commit: imports.commit.handler(async function* ({ input, context, signal }) {
    const { backend } = context
    const known = backend.ledger.receiptOf(input.commandId)
    if (known) {
      yield { kind: 'done' as const, receipt: known, batchIds: [] }
      return
    }
    const files = await readChoices(backend, input.files, signal)
    let batchIds: number[] = []
    const work = (report: (progress: Progress) => void): Promise<Receipt> =>
      backend.ledger.runLong('imports.commit', input.commandId, async (db, command) => {
        const progress = { signal, report: (done: number, total: number) => report({ done, total }) }
        batchIds = await commitFiles(db, command, files, input.mappings, progress)
        return batchIds[0] ?? null
      })
    try {
      for await (const event of progressStream(work)) {
        if ('progress' in event) yield { kind: 'progress' as const, ...event.progress }
        else {
          for (const file of input.files) backend.stagedFiles.discard(file.handle)
          yield { kind: 'done' as const, receipt: event.answer, batchIds }
        }
      }
    } catch (error) {
      throw explain(error, ['imports', 'commit'], backend)
    }
  }),

  batches: imports.batches.handler(({ context }) => readBatches(context.backend.ledger.reader)),
  undoBatch: imports.undoBatch.handler(({ input, context }) =>
    context.backend.ledger.run('imports.undoBatch', input.commandId, (db) => {
      undoBatch(db, input.batchId)
      return null
    }),
  ),
  mappings: imports.mappings.handler(({ context }) => rememberedMappings(context.backend.ledger.reader)),
  remap: imports.remap.handler(({ input, context }) =>
    context.backend.ledger.run('imports.remap', input.commandId, (db) => {
      remap(db, input.mapping)
      return null
    }),
  ),
}

type Choice = Omit<ReadFileChoice['choice'], 'answers'> & { answers: Parameters<typeof readAnswers>[0] }

async function readChoices(
  backend: Backend,
  choices: readonly Choice[],
  signal: AbortSignal | undefined,
): Promise<ReadFileChoice[]> {
  const files: ReadFileChoice[] = []
  for (const input of choices) {
    const choice = { ...input, answers: readAnswers(input.answers) }
    const table = await readStaged(choice, { settings: backend.ledger.settings(), files: backend.stagedFiles, signal })
    if (table.status !== 'read')
      throw expected('invalid_value', { field: 'files', reason: 'unreadable_file', value: table.fileName })
    files.push({ choice, table })
  }
  return files
}
