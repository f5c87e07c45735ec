/** Collects what is said about rows beside their records: counted without end, listed up to a limit. */
import { MAX_LISTED, MAX_QUOTED_CHARS } from './limits.ts'
import type { LeftOutReason, LeftOutRow, NoteReason, ProblemReason, ReadNote, RowProblem } from './read-result.ts'

export class ReadReport {
  readonly leftOut: LeftOutRow[] = []
  readonly problems: RowProblem[] = []
  readonly notes: ReadNote[] = []
  leftOutCount = 0
  problemCount = 0
  noteCount = 0

  leaveOut(line: number, reason: LeftOutReason, text: string): void {
    this.leftOutCount += 1
    if (this.leftOut.length < MAX_LISTED) this.leftOut.push({ line, reason, text: quoted(text) })
  }

  addProblem(line: number, column: string, value: string, reason: ProblemReason): void {
    this.problemCount += 1
    if (this.problems.length < MAX_LISTED) this.problems.push({ line, column, value: quoted(value), reason })
  }

  addNote(line: number, reason: NoteReason, text = ''): void {
    this.noteCount += 1
    if (this.notes.length < MAX_LISTED) this.notes.push({ line, reason, text: quoted(text) })
  }
}

function quoted(text: string): string {
  return text.length > MAX_QUOTED_CHARS ? `${text.slice(0, MAX_QUOTED_CHARS - 1)}…` : text
}
