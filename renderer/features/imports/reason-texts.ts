/** Texts for the codes the reader gives; a code without a text is shown as it is rather than hidden. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MappingSource } from '../../../shared/contract/imports.ts'
import type { UnreadableFile } from './preview-queries.ts'
import { isUnsplitRow, type Problem } from './problem-kinds.ts'

type ImportsText = TFunction<'imports'>

export interface ReasonTexts {
  readonly problem: (problem: Pick<Problem, 'reason' | 'value'>) => string
  readonly leftOut: (reason: string) => string
  readonly note: (reason: string) => string
  readonly format: (id: string) => string
  readonly source: (source: MappingSource) => string
  readonly field: (name: string) => string
  /** A payment status as the shop writes it. */
  readonly status: (raw: string) => string
  /** Why a file cannot be read: a sentence, and what was found in it. */
  readonly failure: (file: UnreadableFile) => { readonly sentence: string; readonly detail: string }
}

export function useReasonTexts(): ReasonTexts {
  const { t, i18n } = useTranslation('imports')
  const look = (key: string, fallback: string) =>
    i18n.exists(`imports:${key}`) ? t(key as 'reasons.problems.missing') : fallback
  return {
    problem: (problem) => {
      const text = look(`reasons.problems.${problem.reason}`, problem.reason)
      return isUnsplitRow(problem) ? `${text} ${t('reasons.otherSeparator')}` : text
    },
    leftOut: (reason) => look(`reasons.leftOut.${reason}`, reason),
    note: (reason) => look(`reasons.notes.${reason}`, reason),
    format: (id) => look(`formats.${id}`, id),
    source: (source) => t(`mappingSources.${source}`),
    field: (name) => look(`fields.${name}`, name),
    status: (raw) => look(`statuses.${raw.toLowerCase()}`, raw),
    failure: (file) => ({
      sentence: look(`reasons.failures.${failureOf(file)}`, t('reasons.failures.other')),
      detail: detailOf(file, t, look),
    }),
  }
}

const endingsOfTables = /\.(?:csv|tsv|txt)$/i

function failureOf({ reason, fileName }: UnreadableFile): string {
  return reason === 'not_a_table' && endingsOfTables.test(fileName) ? 'misnamed_table' : reason
}

const maximumListed = 12

function detailOf(
  { reason, details }: UnreadableFile,
  t: ImportsText,
  look: (key: string, fallback: string) => string,
) {
  const [first] = details
  if (first === undefined) return ''
  if (reason === 'not_a_table') return look(`reasons.kinds.${first}`, '')
  const more = details.length > maximumListed ? ', …' : ''
  const list = details.slice(0, maximumListed).join(', ') + more
  if (reason === 'missing_column') return t('reasons.missingColumns', { list })
  return reason === 'unknown_table' ? t('reasons.foundColumns', { list }) : ''
}
