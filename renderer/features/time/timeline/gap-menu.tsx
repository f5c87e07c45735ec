import { useQuery } from '@tanstack/react-query'
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import { ACTIVITIES } from '../../../../shared/domain/activity.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { Dot } from '../../../ui/dot.tsx'
import overlay from '../../../ui/overlay.module.css'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { NO_WORK, type WorkDraft } from '../editor/work-draft.ts'
import type { EntryCommands } from './entry-commands.ts'
import type { EntryWords } from './entry-words.ts'
import { type Gap, gapKey, useTimeline } from './timeline-store.ts'

interface GapMenuProps {
  readonly words: EntryWords
  readonly personId: number | null
  readonly commands: EntryCommands
}

interface Choice {
  readonly id: string
  readonly title: string
  readonly details: string
  readonly network: Network | null
  readonly work: WorkDraft
}

/** As many as can be seen without scrolling. */
const MOST_SHOWN = 5

/** At an open gap: what was done lately, one of which fills it. */
export function GapMenu(props: GapMenuProps) {
  const gap = useTimeline((state) => state.filling)
  const setFilling = useTimeline((state) => state.setFilling)
  // Read before it is needed: the menu then stands at once.
  useQuery(api.time.combinations.queryOptions())
  if (gap === null) return null
  const trigger = document.querySelector<HTMLElement>(`[data-item="${gapKey(gap)}"]`)
  return (
    <Popover
      isOpen={trigger !== null}
      onOpenChange={(isOpen) => !isOpen && setFilling(null)}
      triggerRef={{ current: trigger }}
      placement="right top"
      offset={4}
      className={cx(overlay.popover)}
    >
      <Choices {...props} gap={gap} />
    </Popover>
  )
}

function Choices({ gap, words, personId, commands }: GapMenuProps & { readonly gap: Gap }) {
  const { t } = useTranslation('time')
  const groups = useChoices(words)
  const setFilling = useTimeline((state) => state.setFilling)
  const times = { startedAt: gap.from, endedAt: gap.to }
  const range = { from: words.clock(gap.from), to: words.clock(gap.to) }
  const fill = (key: string) => {
    const choice = groups.flatMap(({ choices }) => choices).find(({ id }) => id === key)
    setFilling(null)
    if (choice && personId !== null) void commands.fill(personId, choice.work, times, choice.title)
    else useEntryEditor.getState().show({ kind: 'new', draft: { ...times, ...(personId !== null && { personId }) } })
  }
  return (
    <Menu
      aria-label={t('fill.label', range)}
      className={cx(overlay.list)}
      autoFocus="first"
      onAction={(key) => fill(String(key))}
      onClose={() => setFilling(null)}
    >
      {groups.map(({ name, choices }) => (
        <Fragment key={name}>
          <MenuSection aria-label={name}>
            <Header className={cx(overlay.section)}>{name}</Header>
            {choices.map(({ id, title, details, network }) => (
              <MenuItem key={id} id={id} textValue={title} className={cx(overlay.item)}>
                <Dot network={network} />
                <span className={overlay.itemText}>
                  {title}
                  {details !== '' && <small>{details}</small>}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={cx(overlay.separator)} />
        </Fragment>
      ))}
      <MenuItem id="other" className={cx(overlay.item)}>
        {t('fill.other')}
      </MenuItem>
    </Menu>
  )
}

function useChoices(words: EntryWords): { readonly name: string; readonly choices: readonly Choice[] }[] {
  const { t } = useTranslation('time')
  const { language } = useFormat()
  const combinations = useQuery(api.time.combinations.queryOptions()).data
  return useMemo(() => {
    const favourites = (combinations?.favourites ?? []).slice(0, MOST_SHOWN)
    const recent = (combinations?.recent ?? []).slice(0, MOST_SHOWN)
    const choiceOf = (kind: string) => (work: (typeof recent)[number], index: number) => ({
      id: `${kind} ${index}`,
      title: words.title(work),
      details: words.place(work),
      network: work.network,
      work,
    })
    const plain = ACTIVITIES.map((activity) => ({
      id: `activity ${activity}`,
      title: activityNames(language)[activity],
      details: '',
      network: null,
      work: { ...NO_WORK, activity },
    }))
    const groups = [
      { name: t('fill.favourites'), choices: favourites.map(choiceOf('favourite')) },
      { name: t('fill.recent'), choices: recent.map(choiceOf('recent')) },
      // Only where nothing was logged yet: recent work is nearer than bare activities.
      { name: t('fill.activities'), choices: recent.length + favourites.length === 0 ? plain : [] },
    ]
    return groups.filter(({ choices }) => choices.length > 0)
  }, [combinations, words, language, t])
}
