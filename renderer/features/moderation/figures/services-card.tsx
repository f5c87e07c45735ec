import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type {
  FigureFilter,
  ModerationFigures,
  ServedDepartment,
} from '../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import { api } from '../../../lib/api.ts'
import type { Format } from '../../../lib/format.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Figure, Sentence } from '../../../ui/sentence.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import type { FigureDrill } from './figures-address.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'

export interface ServicesCardProps {
  readonly filter: FigureFilter
  readonly model: AttributionModel
  onOpen(drill: FigureDrill): void
}

/** What was handled for other departments, what it cost, and what of it came back as revenue. */
export function ServicesCard({ filter, model, onOpen }: ServicesCardProps) {
  const { t } = useTranslation('moderationFigures')
  const describe = useErrorTexts()
  const query = useQuery(
    api.moderation.services.queryOptions({ input: { filter, model }, placeholderData: keepPreviousData }),
  )
  const services = query.data
  return (
    <Card title={t('services.title')} aside={t('services.remark')}>
      {query.error && !services && <ErrorPanel error={describe(query.error)} />}
      {!services && !query.error && <Skeleton lines={4} />}
      {services?.departments.length === 0 && (
        <p className={styles.quiet}>
          {t('services.sentence')} {t('services.none')}
        </p>
      )}
      {services && services.departments.length > 0 && (
        <Services departments={services.departments} total={services.total} filter={filter} onOpen={onOpen} />
      )}
    </Card>
  )
}

interface ServicesProps extends Pick<ServicesCardProps, 'filter' | 'onOpen'> {
  readonly departments: readonly ServedDepartment[]
  readonly total: ModerationFigures
}

function Services({ departments, total, filter, onOpen }: ServicesProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const columns = useMemo(() => columnsOf({ total, format, t, onOpen }), [total, format, t, onOpen])
  const { from, to } = filter.period
  return (
    <div className={styles.services}>
      <ServicesSentence total={total} />
      <div className={styles.figures}>
        <Table label={t('services.title')} columns={columns} rows={departments} rowKey={({ id }) => String(id)} />
      </div>
      <p className={styles.small}>
        {t('services.chargedNote')}{' '}
        <TextLink href={`/result?${new URLSearchParams({ from, to }).toString()}`}>{t('services.openResult')}</TextLink>
      </p>
    </div>
  )
}

function ServicesSentence({ total }: { readonly total: ModerationFigures }) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  return (
    <Sentence size="s">
      <Trans
        t={t}
        i18nKey="services.sentenceOf"
        count={total.conversations}
        values={{
          conversations: t('sentence.conversations', { count: total.conversations }),
          amount: format.money(total.costCents),
          revenue: format.money(total.netCents),
        }}
        components={{
          figure: <Figure>{''}</Figure>,
          cost: <Figure tone="cost">{''}</Figure>,
          revenue: <Figure tone="return">{''}</Figure>,
        }}
      />
    </Sentence>
  )
}

interface ColumnsOptions {
  readonly total: ModerationFigures
  readonly format: Format
  readonly t: TFunction<'moderationFigures'>
  onOpen(drill: FigureDrill): void
}

function columnsOf({ total, format, t, onOpen }: ColumnsOptions): readonly Column<ServedDepartment>[] {
  const columns = figureColumns(format, t).map(({ id, measure, countOf, textOf }): Column<ServedDepartment> => {
    const behind = (figures: ModerationFigures, of: Omit<FigureDrill, 'measure'>) => (
      <FigureLink drill={{ measure, ...of }} count={countOf(figures)} onOpen={onOpen}>
        {countOf(figures) === 0 ? '–' : textOf(figures)}
      </FigureLink>
    )
    return {
      id,
      header: t(`services.${id}`),
      align: 'end',
      cell: ({ id: key, figures }) => behind(figures, { group: { by: 'department', key } }),
      footer: behind(total, { group: null, isServed: true }),
    }
  })
  return [
    {
      id: 'name',
      header: t('services.department'),
      isRowHeader: true,
      width: '30%',
      cell: ({ name }) => name,
      footer: t('services.total'),
    },
    ...columns,
  ]
}

interface FigureColumn {
  readonly id: 'count' | 'time' | 'cost' | 'charged' | 'leads' | 'revenue'
  readonly measure: FigureDrill['measure']
  /** 0: nothing stands behind it. */
  countOf(figures: ModerationFigures): number
  textOf(figures: ModerationFigures): string
}

/** What leads to its conversations, of one department and of all of them. */
function figureColumns(format: Format, t: ColumnsOptions['t']): readonly FigureColumn[] {
  return [
    { id: 'count', measure: 'all', countOf: (f) => f.conversations, textOf: (f) => format.number(f.conversations) },
    { id: 'time', measure: 'cost', countOf: (f) => f.seconds, textOf: (f) => format.duration(f.seconds) },
    { id: 'cost', measure: 'cost', countOf: (f) => f.costCents, textOf: (f) => format.money(f.costCents) },
    {
      id: 'charged',
      measure: 'charged',
      countOf: (f) => f.chargedSeconds + f.chargedCents,
      textOf: (f) => `${format.duration(f.chargedSeconds)} · ${format.money(f.chargedCents)}`,
    },
    {
      id: 'leads',
      measure: 'wonLeads',
      countOf: (f) => f.wonLeads,
      textOf: (f) => t('outcome.leadsValue', { count: f.wonLeads, amount: format.moneyRounded(f.wonLeadCents) }),
    },
    { id: 'revenue', measure: 'revenue', countOf: (f) => f.netCents, textOf: (f) => format.money(f.netCents) },
  ]
}
