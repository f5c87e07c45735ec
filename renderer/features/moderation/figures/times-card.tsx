import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureMeasure, ModerationFigures } from '../../../../shared/contract/moderation-figures.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import type { FigureDrill } from './figures-address.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'

export interface FactsProps {
  readonly total: ModerationFigures
  onOpen(drill: FigureDrill): void
}

type Standing = ModerationFigures['firstStanding']
interface TimesRow {
  readonly what: 'first' | 'next' | 'resolution'
  readonly times: ModerationFigures['first']
  /** Null: there is no target for it. */
  readonly standing: Standing | null
}

const MEASURES: Readonly<Record<'first' | 'next', readonly [FigureMeasure, FigureMeasure, FigureMeasure]>> = {
  first: ['inTime', 'late', 'missed'],
  next: ['nextInTime', 'nextLate', 'nextMissed'],
}

/** How fast: the first answer, further ones, until nothing was left to do. */
export function TimesCard({ total, onOpen }: FactsProps) {
  const { t } = useTranslation('moderationFigures')
  const columns = useColumns(onOpen)
  const rows = useMemo((): TimesRow[] => {
    const { first, firstStanding, next, nextStanding, resolution } = total
    return [
      { what: 'first', times: first, standing: firstStanding },
      { what: 'next', times: next, standing: nextStanding },
      { what: 'resolution', times: resolution, standing: null },
    ]
  }, [total])
  return (
    <Card isFlush title={t('times.title')} aside={t('times.remark')}>
      <div className={styles.figures}>
        <Table label={t('times.title')} columns={columns} rows={rows} rowKey={({ what }) => what} />
        <Unmeasured total={total} onOpen={onOpen} />
      </div>
      <p className={styles.note}>{t('times.note')}</p>
    </Card>
  )
}

function useColumns(onOpen: FactsProps['onOpen']): readonly Column<TimesRow>[] {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  return useMemo(() => {
    const time = (id: 'median' | 'ninetieth', pick: (times: TimesRow['times']) => number | null): Column<TimesRow> => ({
      id,
      header: t(`times.${id}`),
      align: 'end',
      cell: ({ what, times }) => {
        const seconds = pick(times)
        return (
          <FigureLink drill={{ measure: what, group: null }} count={times.count} onOpen={onOpen}>
            {seconds === null ? '–' : format.duration(seconds)}
          </FigureLink>
        )
      },
    })
    const standing = (
      id: 'within' | 'late' | 'missed',
      place: 0 | 1 | 2,
      countOf: (standing: Standing) => number,
      textOf: (standing: Standing) => string,
    ): Column<TimesRow> => ({
      id,
      header: t(`times.${id}`),
      align: 'end',
      cell: ({ what, standing: of }) =>
        of === null || what === 'resolution' ? (
          '–'
        ) : (
          <FigureLink drill={{ measure: MEASURES[what][place], group: null }} count={countOf(of)} onOpen={onOpen}>
            {textOf(of)}
          </FigureLink>
        ),
    })
    return [
      { id: 'what', header: t('times.what'), isRowHeader: true, width: '40%', cell: ({ what }) => t(`times.${what}`) },
      {
        id: 'count',
        header: t('times.count'),
        align: 'end',
        cell: ({ what, times }) => (
          <FigureLink drill={{ measure: what, group: null }} count={times.count} onOpen={onOpen}>
            {format.number(times.count)}
          </FigureLink>
        ),
      },
      time('median', ({ medianSeconds }) => medianSeconds),
      time('ninetieth', ({ ninetiethSeconds }) => ninetiethSeconds),
      standing(
        'within',
        0,
        ({ inTime }) => inTime,
        ({ withinBasisPoints: within }) => (within === null ? '–' : format.percent(within / 10_000)),
      ),
      standing(
        'late',
        1,
        ({ late }) => late,
        ({ late }) => format.number(late),
      ),
      standing(
        'missed',
        2,
        ({ missed }) => missed,
        ({ missed }) => format.number(missed),
      ),
    ]
  }, [t, format, onOpen])
}

/** What has no time: not answered yet, done without an answer, several at once. */
function Unmeasured({ total, onOpen }: FactsProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const { unanswered, closedUnanswered, batches, batched } = total
  const facts: readonly (readonly [label: string, measure: FigureMeasure, count: number, text: string])[] = [
    [t('times.open'), 'unanswered', unanswered, format.number(unanswered)],
    [t('times.closed'), 'closedUnanswered', closedUnanswered, format.number(closedUnanswered)],
    [
      t('times.batches'),
      'batches',
      batches,
      t('times.batchesValue', {
        conversations: t('sentence.conversations', { count: batched }),
        rows: t('times.rows', { count: batches }),
      }),
    ],
  ]
  return (
    <dl className={styles.beside}>
      {facts
        .filter(([, measure, count]) => count > 0 || measure === 'unanswered')
        .map(([label, measure, count, text]) => (
          <div key={measure}>
            <dt>{label}</dt>
            <dd>
              <FigureLink drill={{ measure, group: null }} count={count} onOpen={onOpen}>
                {text}
              </FigureLink>
            </dd>
          </div>
        ))}
    </dl>
  )
}
