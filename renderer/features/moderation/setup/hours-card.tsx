/** When answers are given: of all channels, and of channels with hours of their own. */
import { useQuery } from '@tanstack/react-query'
import { Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceHoursRow } from '../../../../shared/contract/moderation-setup.ts'
import type { Channel } from '../../../../shared/contract/settings.ts'
import { api, client } from '../../../lib/api.ts'
import { useBuiltChanges } from '../../../lib/use-built-changes.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { FieldProblem } from '../../../ui/field-problem.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { secondsOfWeek, WeekHours, type WeekSaver } from '../../../ui/week-hours.tsx'
import styles from './setup.module.css'

export function HoursCard({ channels }: { readonly channels: readonly Channel[] }) {
  const hours = useQuery(api.moderation.serviceHours.queryOptions())
  return <QueryFrame query={hours}>{(rows) => <Hours rows={rows} channels={channels} />}</QueryFrame>
}

interface HoursProps {
  readonly rows: readonly ServiceHoursRow[]
  readonly channels: readonly Channel[]
}

const EVERYONE = 'all'
const keyOf = (channelId: number | null) => (channelId === null ? EVERYONE : String(channelId))

function Hours({ rows, channels }: HoursProps) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const [chosen, setChosen] = useState(EVERYONE)
  const nameOf = (channelId: number | null) => channels.find(({ id }) => id === channelId)?.name ?? t('hours.everyone')
  const shown = rows.filter(({ channelId }) => channelId === null || channels.some(({ id }) => id === channelId))
  const row = shown.find(({ channelId }) => keyOf(channelId) === chosen) ?? shown[0]
  if (row === undefined) return null
  const name = nameOf(row.channelId)
  const seconds = secondsOfWeek(row.weekly)
  return (
    <Card title={t('hours.title')} aside={t('hours.week', { hours: format.hours(seconds) })}>
      <p className={styles.quiet}>{t('hours.intro')}</p>
      <div className={styles.hoursHead}>
        <Segmented
          label={t('hours.choose')}
          value={keyOf(row.channelId)}
          onChange={setChosen}
          options={shown.map(({ channelId }) => ({ value: keyOf(channelId), label: nameOf(channelId) }))}
        />
        <OwnHours
          general={rows[0]}
          channels={channels.filter(({ id }) => !shown.some(({ channelId }) => channelId === id))}
          onAdded={(channelId) => setChosen(keyOf(channelId))}
        />
      </div>
      <HoursOf key={keyOf(row.channelId)} row={row} name={name} />
      {seconds === 0 && <FieldProblem text={t('hours.noHours')} />}
    </Card>
  )
}

interface OwnHoursProps {
  readonly general: ServiceHoursRow | undefined
  /** Those that follow the general ones. */
  readonly channels: readonly Channel[]
  onAdded(channelId: number): void
}

function OwnHours({ general, channels, onAdded }: OwnHoursProps) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  if (general === undefined || channels.length === 0) return null
  const { weekly, observesHolidays } = general

  async function add({ id, name }: Channel) {
    const done = await change.run(
      (commandId) =>
        client.moderation.setServiceHours({ commandId, channelId: id, hours: { weekly, observesHolidays } }),
      t('hours.added', { name }),
    )
    if (done) onAdded(id)
  }
  return (
    <Menu
      label={t('hours.addFor')}
      trigger={
        <Button size="s" icon={Plus} isPending={change.isRunning}>
          {t('hours.add')}
        </Button>
      }
      groups={[
        {
          title: t('hours.addFor'),
          entries: channels.map((channel) => ({
            id: String(channel.id),
            label: channel.name,
            onAction: () => void add(channel),
          })),
        },
      ]}
    />
  )
}

function HoursOf({ row, name }: { readonly row: ServiceHoursRow; readonly name: string }) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  const { channelId, weekly, observesHolidays, isSet } = row
  const build = useBuiltChanges(row)
  const set = (hours: Pick<ServiceHoursRow, 'weekly' | 'observesHolidays'>) => (commandId: string) =>
    client.moderation.setServiceHours({
      commandId,
      channelId,
      hours: { weekly: hours.weekly, observesHolidays: hours.observesHolidays },
    })
  const useSaver = (): WeekSaver => {
    const { run, error } = useChange()
    return {
      save: (changed, { kind, day }) =>
        build(
          (before) => ({ ...before, weekly: changed(before.weekly) }),
          async (next) => (await run(set(next), t(`hours.${kind}`, { name, day }))) !== null,
        ),
      errorText: error === null ? undefined : `${error.title} ${error.advice}`,
    }
  }
  const setHolidays = (isObserved: boolean) =>
    void build(
      (before) => ({ ...before, observesHolidays: isObserved }),
      async (next) =>
        (await change.run(set(next), t(isObserved ? 'hours.holidaysOn' : 'hours.holidaysOff', { name }))) !== null,
    )
  const remove = () =>
    void change.run(
      (commandId) => client.moderation.removeServiceHours({ commandId, channelId }),
      channelId === null ? t('hours.wasReset') : t('hours.removed', { name }),
    )
  return (
    <>
      <WeekHours hours={weekly} noneText={t('hours.none')} useSaver={useSaver} />
      <div className={styles.hoursFoot}>
        <Switch isSelected={observesHolidays} onChange={setHolidays} description={t('hours.holidaysHelp')}>
          {t('hours.holidays')}
        </Switch>
        {isSet && (
          <Button size="s" variant="quiet" icon={RotateCcw} onPress={remove} isPending={change.isRunning}>
            {t(channelId === null ? 'hours.reset' : 'hours.remove')}
          </Button>
        )}
      </div>
      {channelId === null && <p className={styles.help}>{t('hours.followed')}</p>}
    </>
  )
}
