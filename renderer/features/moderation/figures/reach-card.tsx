import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { parseAmount } from '../../../lib/parse-amount.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { ChannelName } from '../../../ui/dot.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { type FieldReading, focusCell, GridField } from '../../../ui/grid-field.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { YearStepper } from '../../../ui/year-stepper.tsx'
import styles from './figures.module.css'

const MAX_REACH = 10_000_000_000
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** What channels reached, month by month, to type in. */
export function ReachCard({ startYear }: { readonly startYear: number }) {
  const { t } = useTranslation('moderationFigures')
  const describe = useErrorTexts()
  const [year, setYear] = useState(startYear)
  const [problem, setProblem] = useState<string | null>(null)
  const channels = useQuery(api.settings.channels.queryOptions())
  const reach = useQuery(api.moderation.reach.queryOptions({ input: { year } }))
  const error = channels.error ?? reach.error
  if (error) return <ErrorPanel error={describe(error)} />
  if (!channels.data || !reach.data) return <Skeleton lines={4} />
  if (channels.data.length === 0)
    return (
      <p className={styles.quiet}>
        {t('reach.noChannels')} <TextLink href="/settings?tab=channels">{t('reach.channels')}</TextLink>
      </p>
    )
  const values = new Map(reach.data.cells.map((cell) => [`${cell.channelId} ${cell.month}`, cell.reach]))
  return (
    <div className={styles.reach}>
      <div className={styles.reachHead}>
        <YearStepper
          year={year}
          onChange={(next) => {
            setYear(next)
            setProblem(null)
          }}
        />
        <span className={problem === null ? styles.quiet : styles.problem} role="status">
          {problem ?? t('reach.help')}
        </span>
      </div>
      <ReachGrid key={year} year={year} channels={channels.data} values={values} onProblem={setProblem} />
    </div>
  )
}

interface ReachGridProps {
  readonly year: number
  readonly channels: readonly {
    readonly id: number
    readonly name: string
    readonly network: Parameters<typeof ChannelName>[0]['network']
  }[]
  readonly values: ReadonlyMap<string, number>
  onProblem(problem: string | null): void
}

function ReachGrid({ year, channels, values, onProblem }: ReachGridProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const change = useChange('toast')
  const read = useReadReach()

  async function save(channelId: number, channel: string, month: string, reach: number | null): Promise<boolean> {
    const changes = [{ channelId, month, reach }]
    const done = t('reach.done', { channel, month: format.month(month) })
    const receipt = await change.run(
      (commandId) => withReconnect(() => client.moderation.setReach({ commandId, changes })),
      done,
      true,
    )
    return receipt !== null
  }

  return (
    <div className={styles.reachScroller} role="group" aria-label={t('reach.title')} tabIndex={-1}>
      <table ref={grid} className={styles.reachGrid} aria-label={t('reach.title')}>
        <thead>
          <tr>
            <th scope="col">{t('reach.channel')}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                <abbr title={format.month(`${year}-${month}`)}>{format.monthShort(`${year}-${month}`)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map(({ id, name, network }, row) => (
            <tr key={id}>
              <th scope="row">
                <ChannelName network={network}>{name}</ChannelName>
              </th>
              {MONTHS.map((monthNumber, column) => {
                const month = `${year}-${monthNumber}`
                return (
                  <td key={month} data-cell={`${row} ${column}`}>
                    <GridField
                      label={t('reach.cell', { channel: name, month: format.month(month) })}
                      value={values.get(`${id} ${month}`) ?? null}
                      read={read}
                      show={(value) => format.number(value)}
                      onSave={(value) => save(id, name, month, value)}
                      onMove={(right, down) => focusCell(grid.current, row + down, column + right)}
                      onProblem={onProblem}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whole people: "12.500" and "12500" alike. */
function useReadReach(): (text: string) => FieldReading {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  return (text) => {
    const reading = parseAmount(text, format.language)
    if (reading.kind === 'empty') return { value: null }
    const tooLarge = { problem: t('reach.tooLarge', { maximum: format.number(MAX_REACH) }) }
    if (reading.kind === 'tooLarge') return tooLarge
    if (reading.kind !== 'amount' || reading.hundredths < 0 || reading.hundredths % 100 !== 0)
      return { problem: t('reach.notWhole') }
    return reading.hundredths / 100 > MAX_REACH ? tooLarge : { value: reading.hundredths / 100 }
  }
}
