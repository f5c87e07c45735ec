import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkGroup } from '../../../shared/contract/records.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { CheckMark } from '../../ui/check-mark.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import type { Column } from '../../ui/table-sort.ts'
import own from './records.module.css'

/** Rows say themselves whether they are chosen; the box only shows it. */
export function useAssignColumns(isChosen: (group: WorkGroup) => boolean): readonly Column<WorkGroup>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  return useMemo(() => {
    const activities = activityNames(format.language)
    const quiet = (text: string | null) => <span className={own.quiet}>{text ?? '–'}</span>
    return [
      {
        id: 'chosen',
        header: '',
        headerDescription: t('assign.selection'),
        width: '40px',
        cell: (group) => <CheckMark isOn={isChosen(group)} />,
      },
      {
        id: 'text',
        header: t('assign.text'),
        isRowHeader: true,
        cell: (group) => (group.text === '' ? quiet(t('assign.noText')) : <Description text={group.text} />),
      },
      {
        id: 'source',
        header: t('assign.source'),
        cell: (group) => {
          const parts = [
            t(`assign.sources.${group.source}`),
            group.activity && activities[group.activity],
            group.scope === 'other' ? t('assign.notSocial') : null,
          ]
          return quiet(parts.filter((part) => part !== null).join(' · '))
        },
      },
      {
        id: 'channel',
        header: t('columns.channel'),
        cell: (group) =>
          group.channel ? <ChannelName network={group.network}>{group.channel}</ChannelName> : quiet(null),
      },
      { id: 'person', header: t('assign.person'), cell: (group) => quiet(group.person) },
      {
        id: 'entries',
        header: t('assign.entries'),
        align: 'end',
        cell: (group) => format.number(group.count),
      },
      {
        id: 'hours',
        header: t('columns.hours'),
        align: 'end',
        cell: (group) => (group.seconds === 0 ? quiet(null) : format.hours(group.seconds)),
      },
      { id: 'cost', header: t('columns.cost'), align: 'end', cell: (group) => format.money(group.cents) },
    ]
  }, [t, format, isChosen])
}

function Description({ text }: { readonly text: string }) {
  return (
    <span className={own.title} title={text}>
      {text}
    </span>
  )
}
