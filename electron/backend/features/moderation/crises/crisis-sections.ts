/** Parts of the document of a crisis: who was told, what was said, what was done, what came of it, and what proves it. */
import type { CrisisContact, Statement } from '../../../../../shared/contract/crises.ts'
import { CRISIS_LISTS } from '../../../../../shared/domain/crisis.ts'
import { isShownAsPicture } from '../../../../../shared/domain/receipt-file.ts'
import { fill } from '../../../../../shared/i18n/fill.ts'
import type { CrisisPaper } from './crisis-paper.ts'
import { row, type Block, type Cell, type CrisisWords, type Section } from './crisis-words.ts'

export function informedSection({ crisis }: CrisisPaper, words: CrisisWords): Section | null {
  if (crisis.contacts.length === 0) return null
  const { columns, sections } = words.paper
  return {
    id: 'informed',
    title: sections.informed,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.informed,
        columns: (['who', 'role', 'fromLevel', 'by', 'informed'] as const).map((name) => ({
          header: columns[name],
          isNumber: false,
        })),
        rows: crisis.contacts.map((contact) =>
          row(
            contact.name,
            contact.role,
            words.level(contact.fromLevel),
            contact.informBy === null ? '–' : words.at(contact.informBy),
            informedCell(contact, words),
          ),
        ),
      },
    ],
  }
}

function informedCell({ informedAt, informBy, isNeeded }: CrisisContact, words: CrisisWords): Cell {
  const { paper } = words
  if (informedAt === null)
    return isNeeded ? { text: paper.notInformed, tone: 'warn' } : { text: paper.notNeeded, tone: 'aside' }
  const at = words.at(informedAt)
  return informBy !== null && informedAt > informBy ? { text: fill(paper.late, { at }), tone: 'warn' } : { text: at }
}

export function statementsSection({ crisis }: CrisisPaper, words: CrisisWords): Section | null {
  if (crisis.statements.length === 0) return null
  return {
    id: 'statements',
    title: words.paper.sections.statements,
    isHalf: false,
    isLong: true,
    blocks: crisis.statements.flatMap((statement): Block[] => [
      {
        kind: 'text',
        runs: [{ text: statement.title }, { text: ` · ${statementState(statement, words)}`, tone: 'aside' }],
      },
      { kind: 'quote', text: statement.text },
    ]),
  }
}

function statementState({ status, decidedBy, decidedAt, publishedAt, channel }: Statement, words: CrisisWords): string {
  const { statement } = words.paper
  const decided = decidedAt === null ? '' : words.at(decidedAt)
  const published = publishedAt === null ? '' : words.at(publishedAt)
  const at = status === 'published' ? published : decided
  const state = fill(statement[status], { by: decidedBy ?? '–', at, decidedAt: decided })
  return channel === null ? state : `${state}, ${fill(statement.channel, { channel })}`
}

export function checkSections({ crisis }: CrisisPaper, { paper }: CrisisWords): (Section | null)[] {
  return CRISIS_LISTS.map((list) => {
    const checks = crisis.checks.filter((check) => check.list === list)
    if (checks.length === 0) return null
    const items = checks.map(({ text, doneAt }) => [
      { text: `${doneAt === null ? paper.mark.open : paper.mark.done} ${text}` },
    ])
    return { id: list, title: paper.sections[list], isHalf: true, blocks: [{ kind: 'list', items, hasMarks: true }] }
  })
}

export function afterSection({ crisis }: CrisisPaper, { paper }: CrisisWords): Section | null {
  const blocks = (['cause', 'whatHelped', 'whatChanges'] as const).flatMap((part): Block[] =>
    crisis[part].trim() === ''
      ? []
      : [
          { kind: 'text', runs: [{ text: paper.after[part] }], isSmall: true },
          { kind: 'quote', text: crisis[part].trim() },
        ],
  )
  return blocks.length === 0 ? null : { id: 'after', title: paper.sections.after, isHalf: false, isLong: true, blocks }
}

/** The list of all files with their hashes, then those that can be shown. */
export function evidenceSections({ crisis, question }: CrisisPaper, words: CrisisWords): (Section | null)[] {
  const { evidence } = crisis
  if (evidence.length === 0) return []
  const { columns, sections, state, picture } = words.paper
  const list: Section = {
    id: 'evidence',
    title: sections.evidence,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.evidence,
        isText: true,
        columns: (['file', 'added', 'size', 'hash'] as const).map((name) => ({
          header: columns[name],
          isNumber: false,
        })),
        rows: evidence.map((file) =>
          row(
            file.fileName,
            words.at(file.addedAt),
            file.state === 'present' ? words.format.bytes(file.bytes) : { text: state[file.state], tone: 'warn' },
            { text: file.sha256, tone: 'aside' },
          ),
        ),
      },
    ],
  }
  const pictures = evidence.filter((file) => file.state === 'present' && isShownAsPicture(file.mediaType))
  if (!question.hasPictures || pictures.length === 0) return [list]
  const blocks = pictures.map((file): Block => ({
    kind: 'picture',
    attachmentId: file.id,
    caption: fill(picture, { name: file.fileName, at: words.at(file.addedAt), hash: file.sha256 }),
  }))
  return [list, { id: 'pictures', title: sections.pictures, isHalf: false, isLong: true, blocks }]
}
