/** The whole file of a crisis as a document: what is printed, and handed to those who ask what was done. */
import type { ReportDocument } from '../../../../../shared/contract/reports.ts'
import { dayAt } from '../../../../../shared/domain/instant.ts'
import { fill, fillCount } from '../../../../../shared/i18n/fill.ts'
import type { LedgerFile } from '../../../database/ledger-file.ts'
import { DEFAULT_SETTINGS } from '../../../database/settings-row.ts'
import type { CrisisPaper, DocumentQuestion } from './crisis-paper.ts'
import { readPaperConversations } from './crisis-paper-conversations.ts'
import { readFigures } from './crisis-figures.ts'
import { countEntries, readWholeLog } from './crisis-log.ts'
import { conversationsSection, logSection, moodSection } from './crisis-course-sections.ts'
import { afterSection, checkSections, evidenceSections, informedSection, statementsSection } from './crisis-sections.ts'
import { readCrisis } from './crisis-store.ts'
import { crisisWords, small, type CrisisWords, type Section } from './crisis-words.ts'
import { checkEvidence } from './crisis-evidence.ts'

/** More entries than this fill a book. */
const MAX_LOG_ENTRIES = 2_000

export function crisisDocument(ledger: LedgerFile, question: DocumentQuestion): ReportDocument {
  const { reader: db, path } = ledger
  const settings = ledger.settings()
  const now = ledger.now()
  const paper: CrisisPaper = {
    crisis: { ...readCrisis(db, path, question.id), evidence: checkEvidence(db, path, question.id) },
    figures: readFigures(db, question.id, now),
    conversations: readPaperConversations(db, question.id, question.hasNames),
    log: readWholeLog(db, question.id, MAX_LOG_ENTRIES),
    entries: countEntries(db, question.id),
    question,
    settings,
    now,
  }
  return compose(paper, crisisWords(question.language, settings.currency, settings.timeZone))
}

function compose(paper: CrisisPaper, words: CrisisWords): ReportDocument {
  const { crisis, settings, now } = paper
  const { paper: texts, format, language } = words
  const day = format.day(dayAt(crisis.openedAt, settings.timeZone))
  const title = fill(texts.title, { title: crisis.title })
  const sections = [
    informedSection(paper, words),
    statementsSection(paper, words),
    conversationsSection(paper, words),
    moodSection(paper, words),
    ...checkSections(paper, words),
    logSection(paper, words),
    afterSection(paper, words),
    ...evidenceSections(paper, words),
    methodSection(paper, words),
  ]
  return {
    language,
    fileName: fill(texts.fileName, { title: crisis.title, day }),
    title,
    subtitle: fill(texts.subtitle, { number: crisis.level, level: words.level(crisis.level) }),
    state:
      crisis.closedAt === null
        ? { text: fill(texts.open, { at: words.at(crisis.openedAt) }), isFinal: false }
        : { text: fill(texts.closed, { at: words.at(crisis.closedAt) }), isFinal: true },
    sentence: [{ text: sentenceOf(paper, words) }],
    facts: factsOf(paper, words),
    sections: sections.filter((section) => section !== null),
    pageHead: settings.name === DEFAULT_SETTINGS.name ? title : `${settings.name} · ${title}`,
    pageFoot: fill(texts.pageFoot, { day: format.day(dayAt(now, settings.timeZone)) }),
    pageNumber: { before: texts.pageBefore, between: texts.pageBetween },
  }
}

function sentenceOf({ crisis, figures }: CrisisPaper, words: CrisisWords): string {
  const { sentence } = words.paper
  const values = {
    span: words.spanIn(figures.durationSeconds),
    counted: fillCount(sentence, 'messages', figures.messages),
    hours: words.format.duration(figures.seconds),
    cost: words.format.money(figures.costCents),
  }
  const isOpen = crisis.closedAt === null
  if (figures.seconds === 0 && figures.costCents === 0)
    return fill(isOpen ? sentence.openWithoutCost : sentence.closedWithoutCost, values)
  return fill(isOpen ? sentence.open : sentence.closed, values)
}

function factsOf({ crisis, figures }: CrisisPaper, words: CrisisWords): ReportDocument['facts'] {
  const { facts } = words.paper
  const { format } = words
  const { reach } = crisis
  const fact = (label: string, value: string, remark: string) => ({ label, value, remark, tone: null })
  return [
    fact(
      facts.duration,
      words.span(figures.durationSeconds),
      fill(crisis.startedAt < crisis.openedAt ? facts.fromFirst : facts.from, { at: words.at(crisis.startedAt) }),
    ),
    fact(
      facts.conversations,
      format.number(figures.conversations),
      reach === null ? facts.reachUnknown : fill(facts.reach, { reach: format.number(reach) }),
    ),
    fact(
      facts.answer,
      figures.firstAnswerSeconds === null ? '–' : words.span(figures.firstAnswerSeconds),
      figures.firstAnswerSeconds === null ? facts.noAnswer : facts.answerRemark,
    ),
    fact(facts.hours, format.duration(figures.seconds), facts.hoursRemark),
    fact(facts.cost, format.money(figures.costCents), figures.isCostOpen ? facts.costOpen : ''),
  ]
}

function methodSection({ question, crisis }: CrisisPaper, { paper: texts }: CrisisWords): Section {
  const { method, sections } = texts
  const hasFiles = crisis.evidence.length > 0
  const sentences = [
    question.hasNames ? method.names : method.withoutNames,
    ...(hasFiles && question.hasPictures ? [method.pictures] : []),
    method.log,
    ...(hasFiles ? [method.hash] : []),
    method.cost,
  ]
  return { id: 'method', title: sections.method, isHalf: false, blocks: [small(sentences.join(' '))] }
}
