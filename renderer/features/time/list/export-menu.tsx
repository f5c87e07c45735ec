import { Braces, CalendarDays, FileDown, Sheet } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type EntryFilter, type HoursFile } from '../../../../shared/contract/time-entries.ts'
import { client } from '../../../lib/api.ts'
import { useAppCommands } from '../../../lib/commands.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'

const FILES = [
  ['csv', Sheet],
  ['json', Braces],
  ['ics', CalendarDays],
] as const

/** The entries that match as a file. */
export function ExportMenu({ filter }: { readonly filter: EntryFilter }) {
  const { t } = useTranslation('timeReport')
  const { t: time } = useTranslation('time')
  const { language } = useFormat()
  const save = useMemo(
    () => (as: HoursFile) => void saveFile((options) => client.time.exportFile({ as, filter, language }, options)),
    [filter, language],
  )
  const commands = useMemo(
    () =>
      FILES.map(([as, icon]) => ({
        id: `time.export.${as}`,
        title: t(`export.command.${as}`),
        group: time('title'),
        icon,
        keywords: ['Export', 'CSV', 'JSON', 'ICS', 'iCal', 'Excel'],
        run: () => save(as),
      })),
    [t, time, save],
  )
  useAppCommands(commands)
  return (
    <Menu
      label={t('export.menu')}
      trigger={
        <Button size="s" variant="quiet" icon={FileDown}>
          {t('export.menu')}
        </Button>
      }
      groups={[
        {
          title: t('export.group'),
          entries: FILES.map(([as, icon]) => ({
            id: as,
            label: t(`export.${as}`),
            icon,
            ...(as === 'ics' && { description: t('export.icsHelp') }),
            onAction: () => save(as),
          })),
        },
      ]}
    />
  )
}
