import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import type { FilePiece } from '../../shared/contract/file-pieces.ts'
import { fromCaller } from './arguments.ts'
import type { CommandRun } from './command-run.ts'

/** Writes a file of the backend's to --out, or to standard output. What is at --out is replaced only by a complete file. */
export async function writePieces(
  pieces: AsyncIterable<FilePiece>,
  { options, texts, print }: CommandRun,
): Promise<void> {
  const out = options.text('out')
  if (out === undefined) {
    for await (const piece of pieces) {
      if (piece.kind === 'piece' && !process.stdout.write(piece.text)) await once(process.stdout, 'drain')
    }
    return
  }
  const path = fromCaller(out)
  const unfinished = `${path}.part`
  try {
    const file = openSync(unfinished, 'w')
    try {
      for await (const piece of pieces) if (piece.kind === 'piece') writeSync(file, piece.text)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  print(texts.say('written', { path }))
}
