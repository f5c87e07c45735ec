import { ChevronDown, ChevronUp, Star, StarOff } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { Dot } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import type { Choice } from './combinations.ts'
import styles from './timer.module.css'
import type { Favourites } from './use-favourites.ts'
import { labelOf } from './work-label.ts'

const MAX_KEYS = 9

export function combinationId(listId: string, index: number): string {
  return `${listId}-${index}`
}

export interface CombinationListProps {
  readonly id: string
  readonly choices: readonly Choice[]
  /** −1: none. */
  readonly active: number
  readonly favourites: Favourites
  onActive(index: number): void
  onStart(choice: Choice): void
}

/** Kept and recent combinations. The note field above it has the keys: arrows, digits, Enter. */
export function CombinationList({ id, choices, active, favourites, onActive, onStart }: CombinationListProps) {
  const { t } = useTranslation('timer')
  if (choices.length === 0) return <p className={styles.empty}>{t('start.empty')}</p>
  const firstRecent = choices.findIndex(({ favouriteId }) => favouriteId === null)
  return (
    <div id={id} role="grid" aria-label={t('start.list')} className={styles.list}>
      {choices.map((choice, index) => (
        <Fragment key={`${choice.favouriteId} ${index}`}>
          {index === 0 && choice.favouriteId !== null && <Heading text={t('start.favourites')} />}
          {index === firstRecent && <Heading text={t('start.recent')} />}
          <Row
            id={combinationId(id, index)}
            choice={choice}
            index={index}
            isActive={index === active}
            canMoveDown={choices[index + 1]?.favouriteId !== null && index + 1 < choices.length}
            favourites={favourites}
            onActive={() => onActive(index)}
            onStart={() => onStart(choice)}
          />
        </Fragment>
      ))}
    </div>
  )
}

function Heading({ text }: { readonly text: string }) {
  return (
    <div role="presentation" className={styles.section}>
      {text}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly choice: Choice
  readonly index: number
  readonly isActive: boolean
  readonly canMoveDown: boolean
  readonly favourites: Favourites
  onActive(): void
  onStart(): void
}

function Row({ id, choice, index, isActive, canMoveDown, favourites, onActive, onStart }: RowProps) {
  const { t } = useTranslation('timer')
  const { language } = useFormat()
  const { work } = choice
  const { title, detail } = labelOf(work, language)
  const name = title || t('bar.unnamed')
  return (
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-selected={isActive}
      data-active={isActive ? '' : undefined}
      ref={(row) => {
        if (isActive) row?.scrollIntoView({ block: 'nearest' })
      }}
      className={styles.row}
      onMouseEnter={onActive}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button')) onStart()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onStart()
      }}
    >
      <Dot network={work.network} />
      <span role="gridcell" className={styles.rowText}>
        <span>{name}</span>
        {detail !== '' && <small>{detail}</small>}
      </span>
      <span role="gridcell" className={styles.tools}>
        <Tools choice={choice} name={name} isActive={isActive} canMoveDown={canMoveDown} favourites={favourites} />
      </span>
      {index < MAX_KEYS && (
        <span className={styles.key}>
          <Kbd keys={String(index + 1)} />
        </span>
      )}
    </div>
  )
}

interface ToolsProps extends Pick<RowProps, 'choice' | 'isActive' | 'canMoveDown' | 'favourites'> {
  readonly name: string
}

/** Tab reaches those of the active row only. */
function Tools({ choice, name, isActive, canMoveDown, favourites }: ToolsProps) {
  const { t } = useTranslation('timer')
  const { favouriteId, position, work } = choice
  const shared = { size: 's', variant: 'quiet', excludeFromTabOrder: !isActive } as const
  if (favouriteId === null) {
    const label = t('start.keepNamed', { name })
    return <IconButton {...shared} icon={Star} label={label} onPress={() => favourites.keep(work)} />
  }
  return (
    <>
      <IconButton
        {...shared}
        icon={ChevronUp}
        label={t('start.up', { name })}
        isDisabled={position === 0}
        onPress={() => favourites.move(choice, -1)}
      />
      <IconButton
        {...shared}
        icon={ChevronDown}
        label={t('start.down', { name })}
        isDisabled={!canMoveDown}
        onPress={() => favourites.move(choice, 1)}
      />
      <IconButton
        {...shared}
        icon={StarOff}
        label={t('start.unkeepNamed', { name })}
        onPress={() => favourites.remove(choice)}
      />
    </>
  )
}
