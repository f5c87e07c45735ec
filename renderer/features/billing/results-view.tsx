import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { ClientResult } from '../../../shared/contract/billing-records.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { linesAddress } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Figure, Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { toneOfResult } from '../../ui/tone.ts'
import tones from '../../ui/tone.module.css'
import { clientAddress } from './billing-view.ts'
import styles from './billing.module.css'

/** Which client pays: the sentence first, then the table whose figures open the lines behind them. */
export function ResultsView({ tabs }: { readonly tabs: ReactNode }) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const { chosen, error } = usePeriod({ reachesToday: true })
  const period = chosen?.period ?? null
  const query = useQuery(api.billing.results.queryOptions({ input: period ? { period } : skipToken }))
  const problem = error ?? query.error
  return (
    <Page title={t('title')} titleAside={tabs} actions={chosen && <PeriodPicker chosen={chosen} />}>
      {problem && !query.data ? (
        <ErrorPanel error={describe(problem)} />
      ) : !query.data || !period ? (
        <Skeleton lines={4} height={320} />
      ) : (
        <>
          <Sentences results={query.data} />
          {query.data.length > 0 && (
            <Card isFlush>
              <Results results={query.data} period={period} />
            </Card>
          )}
          <p className={styles.note}>{t('results.note')}</p>
        </>
      )}
    </Page>
  )
}

const MAX_SENTENCES = 3

function Sentences({ results }: { readonly results: readonly ClientResult[] }) {
  const { t } = useTranslation('billing')
  const told = results.filter(({ seconds }) => seconds > 0).slice(0, MAX_SENTENCES)
  if (told.length === 0) return <Sentence size="m">{t('results.sentenceNothing')}</Sentence>
  return (
    <div>
      {told.map((result, index) => (
        <ClientSentence key={result.id} result={result} isFirst={index === 0} />
      ))}
    </div>
  )
}

/** "Café Ahoi zahlt 58 € je Stunde, die Stunde kostet 44,50 €." Honest where something is missing. */
function ClientSentence({ result, isFirst }: { readonly result: ClientResult; readonly isFirst: boolean }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { name, netCents, paidPerHourCents, costPerHourCents, openCents } = result
  const isUnpaid = netCents === 0
  const key =
    costPerHourCents === null ? 'sentenceNoCost' : isUnpaid ? ('sentenceUnpaid' as const) : ('sentence' as const)
  const isLoss = costPerHourCents !== null && (paidPerHourCents ?? 0) < costPerHourCents
  return (
    <Sentence
      size={isFirst ? 'm' : 's'}
      detail={isUnpaid && openCents > 0 ? t('results.open', { amount: format.money(openCents) }) : undefined}
    >
      <Trans
        t={t}
        i18nKey={`results.${key}`}
        values={{ name, paid: format.money(paidPerHourCents ?? 0), cost: format.money(costPerHourCents ?? 0) }}
        components={{
          name: <strong>{''}</strong>,
          figure: <Figure tone={isLoss ? 'cost' : 'return'}>{''}</Figure>,
          cost: <Figure tone="neutral">{''}</Figure>,
        }}
      />
    </Sentence>
  )
}

interface ResultsProps {
  readonly results: readonly ClientResult[]
  readonly period: Period
}

function Results({ results, period }: ResultsProps) {
  const { t } = useTranslation('billing')
  return (
    <Table
      label={t('results.table')}
      columns={useColumns(period)}
      rows={results}
      rowKey={({ id }) => String(id)}
      initialSort={{ columnId: 'result', direction: 'ascending' }}
    />
  )
}

function useColumns(period: Period): readonly Column<ClientResult>[] {
  const { t } = useTranslation('billing')
  const format = useFormat()
  type Kinds = Parameters<typeof linesAddress>[0]['kinds']
  const money = (
    id: 'revenue' | 'labour' | 'other' | 'paid' | 'perHour' | 'cost' | 'open',
    read: (row: ClientResult) => number | null,
    link?: { readonly kinds: NonNullable<Kinds>; readonly label: 'revenueLink' | 'hoursLink' | 'costLink' },
  ): Column<ClientResult> => ({
    id,
    header: t(`results.columns.${id}`),
    align: 'end',
    sortValue: read,
    cell: (row) => {
      const cents = read(row)
      const text = cents === null ? '–' : format.money(cents)
      if (!link || cents === null || cents === 0) return text
      const address = linesAddress({ period, clientId: row.id, kinds: link.kinds })
      return (
        <TextLink href={address} isFigure aria-label={`${t(`results.${link.label}`, { name: row.name })}: ${text}`}>
          {text}
        </TextLink>
      )
    },
  })
  return [
    {
      id: 'client',
      header: t('results.columns.client'),
      isRowHeader: true,
      sortValue: ({ name }) => name,
      cell: ({ id, name }) => (
        <TextLink href={clientAddress(id)}>
          <span className={styles.shortName} title={name}>
            {name}
          </span>
        </TextLink>
      ),
    },
    money('revenue', ({ netCents }) => netCents, { kinds: ['revenue'], label: 'revenueLink' }),
    {
      id: 'hours',
      header: t('results.columns.hours'),
      align: 'end',
      sortValue: ({ seconds }) => seconds,
      cell: ({ seconds }) => format.hours(seconds),
    },
    money('labour', ({ labourCents }) => labourCents, { kinds: ['labour'], label: 'hoursLink' }),
    money('other', ({ otherCostCents }) => otherCostCents, {
      kinds: ['ads', 'tool', 'service', 'levy', 'other'],
      label: 'costLink',
    }),
    {
      id: 'result',
      header: t('results.columns.result'),
      align: 'end',
      sortValue: ({ resultCents }) => resultCents,
      cell: (row) => <ResultCell result={row} />,
    },
    money('paid', ({ paidPerHourCents }) => paidPerHourCents),
    money('perHour', ({ returnPerHourCents }) => returnPerHourCents),
    money('cost', ({ costPerHourCents }) => costPerHourCents),
    money('open', ({ openCents }) => openCents),
  ]
}

function ResultCell({ result }: { readonly result: ClientResult }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { resultCents, contributionCents, unpricedSeconds } = result
  if (resultCents !== null) {
    return <span className={tones[toneOfResult(resultCents)]}>{format.money(resultCents, 'always')}</span>
  }
  const lack =
    contributionCents === null
      ? t('results.lacksMargin')
      : t('results.lacksRate', { hours: format.duration(unpricedSeconds) })
  return <span className={styles.note}>{lack}</span>
}
