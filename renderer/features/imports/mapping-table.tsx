/** Words of the files and what they mean, in groups; for the import at hand and for what is remembered. */
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingItem, MappingTarget } from '../../../shared/contract/imports.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Chip } from '../../ui/chip.tsx'
import { groupOf, MAPPING_GROUPS, type MappingGroup } from './mapping-targets.ts'
import { MappingSelect } from './mapping-select.tsx'
import { RestSelect } from './rest-select.tsx'
import styles from './mapping-table.module.css'
import { useReasonTexts } from './reason-texts.ts'

export interface MappedItem extends MappingItem {
  /** What holds now: the suggestion or the answer. */
  readonly chosen: MappingTarget
  readonly isAnswered: boolean
}

export interface MappingTableProps {
  readonly label: string
  readonly items: readonly MappedItem[]
  onChange(item: MappedItem, target: MappingTarget): void
  /** Offers one answer for all that have none yet, where a group is long. */
  readonly onChangeAll?: (items: readonly MappedItem[], target: MappingTarget) => void
  readonly isDisabled?: boolean
  /** Certainty says nothing about what is remembered anyway. */
  readonly hasMarks?: boolean
}

/** Shops can have thousands of discount codes; the ones that weigh most come first. */
const shownAtFirst = 25
/** From here on nobody wants to answer one by one. */
const manyWords = 20

export function MappingTable(props: MappingTableProps) {
  const { label, items, onChange, onChangeAll, isDisabled = false, hasMarks = true } = props
  const { t } = useTranslation('imports')
  const groups = MAPPING_GROUPS.map((group) => ({
    group,
    items: items.filter((item) => groupOf(item.source) === group),
  })).filter((one) => one.items.length > 0)
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{t('mapping.value')}</th>
          <th scope="col" className={styles.end}>
            {t('mapping.count')}
          </th>
          <th scope="col" className={styles.end}>
            {t('mapping.sum')}
          </th>
          <th scope="col">{t('mapping.target')}</th>
          {hasMarks && <th scope="col">{t('mapping.certainty')}</th>}
        </tr>
      </thead>
      {groups.map((one) => (
        <Group key={one.group} {...one} {...{ onChange, onChangeAll, isDisabled, hasMarks }} />
      ))}
    </table>
  )
}

interface GroupProps extends Required<Pick<MappingTableProps, 'onChange' | 'isDisabled' | 'hasMarks'>> {
  readonly onChangeAll: MappingTableProps['onChangeAll']
  readonly group: MappingGroup
  readonly items: readonly MappedItem[]
}

function Group({ group, items, onChange, onChangeAll, isDisabled, hasMarks }: GroupProps) {
  const { t } = useTranslation('imports')
  const [limit, setLimit] = useState(shownAtFirst)
  const more = items.length - limit
  const columns = hasMarks ? 5 : 4
  const rest = items.filter((item) => !item.isAnswered)
  const canSetRest = onChangeAll !== undefined && items.length > manyWords && rest.length > 1
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={canSetRest ? 3 : columns}>
          {t(`mapping.groups.${group}`)}
        </th>
        {canSetRest && (
          <td className={styles.target}>
            <RestSelect {...{ group, isDisabled }} items={rest} onChange={onChangeAll} />
          </td>
        )}
        {canSetRest && hasMarks && <td />}
      </tr>
      {items.slice(0, limit).map((item) => (
        <Row key={`${item.source} ${item.value}`} {...{ item, onChange, isDisabled, hasMarks }} />
      ))}
      {more > 0 && (
        <tr>
          <td colSpan={columns} className={styles.more}>
            <Button size="s" variant="quiet" onPress={() => setLimit(limit + 100)}>
              {t('mapping.more', { count: more })}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface RowProps extends Omit<GroupProps, 'group' | 'items' | 'onChangeAll'> {
  readonly item: MappedItem
}

const Row = memo(function Row({ item, onChange, isDisabled, hasMarks }: RowProps) {
  const format = useFormat()
  const reasons = useReasonTexts()
  // Under "project" every word is a project; campaigns and origins come from several places.
  const hasSource = item.source !== 'project' && item.source !== 'activity' && item.source !== 'client'
  const sum =
    item.seconds > 0 ? `${format.hours(item.seconds)}\u00a0h` : item.count > 0 ? format.money(item.cents) : '–'
  return (
    <tr>
      <th scope="row" className={styles.value}>
        <span className={styles.word}>{item.value}</span>
        {hasSource && <small>{reasons.source(item.source)}</small>}
      </th>
      <td className={styles.end}>{format.number(item.count)}</td>
      <td className={cx(styles.end, styles.sum)}>{sum}</td>
      <td className={styles.target}>
        <MappingSelect
          item={item}
          target={item.chosen}
          isDisabled={isDisabled}
          onChange={(target) => onChange(item, target)}
        />
      </td>
      {hasMarks && (
        <td className={styles.mark}>
          <Certainty item={item} />
        </td>
      )}
    </tr>
  )
}, isSameRow)

/** Items are made anew with every answer; a row with its fields is dear, so only one that says something else is drawn. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  const { item: one, ...others } = before
  const { item: other, ...rest } = after
  return (
    one.chosen === other.chosen &&
    one.isAnswered === other.isAnswered &&
    one.certainty === other.certainty &&
    one.count === other.count &&
    one.cents === other.cents &&
    one.seconds === other.seconds &&
    others.onChange === rest.onChange &&
    others.isDisabled === rest.isDisabled &&
    others.hasMarks === rest.hasMarks
  )
}

function Certainty({ item }: { readonly item: MappedItem }) {
  const { t } = useTranslation('imports')
  if (item.isAnswered) return <Chip tone="accent">{t('mapping.marks.answered')}</Chip>
  const tones = { open: 'warn', guess: 'warn', remembered: 'neutral', certain: 'neutral' } as const
  return <Chip tone={tones[item.certainty]}>{t(`mapping.marks.${item.certainty}`)}</Chip>
}
