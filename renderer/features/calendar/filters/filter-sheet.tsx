/** What the calendar can be filtered for, and filters that are kept under a name. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { POST_FORMATS } from '../../../../shared/domain/post-format.ts'
import { POST_STATUSES } from '../../../../shared/domain/post-status.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { api } from '../../../lib/api.ts'
import { PLAN_FILTER_NAMES } from '../../../lib/calendar-address.ts'
import { NONE } from '../../../lib/ledger-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { CampaignFilter, FilterSelect, NamedFilter } from '../../../ui/filter-selects.tsx'
import { SavedViews } from '../../../ui/saved-views.tsx'
import { TextFilter } from '../../../ui/text-filter.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import styles from './filters.module.css'
import { KEPT_FILTERS, usePlanViews } from './saved-views.ts'

export function FilterSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('calendarLists')
  const { filters, isFiltered, clearFilters } = useCalendarAddress()
  return (
    <div className={styles.filters}>
      <TextFilter autoFocus filters={filters} label={t('filter.text')} placeholder={t('filter.textPlaceholder')} />
      <ListedFilters />
      <SingleFilters />
      <SavedViews
        useViews={usePlanViews}
        filters={filters}
        names={PLAN_FILTER_NAMES}
        kept={KEPT_FILTERS}
        onClose={onClose}
      />
      <div className={styles.actions}>
        <Button variant="quiet" isDisabled={!isFiltered} onPress={clearFilters}>
          {t('filter.clear')}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {t('filter.close')}
        </Button>
      </div>
    </div>
  )
}

/** Of these any number may be chosen: what bears one of them is shown. */
function ListedFilters() {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  const { filter, filters } = useCalendarAddress()
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  const { channelIds = [], statuses = [] } = filter
  return (
    <>
      {channels.length > 0 && (
        <ChoiceChips
          label={t('filter.channel')}
          options={channels.map(({ id, name, network }) => ({
            value: String(id),
            label: name,
            mark: <Dot network={network} />,
          }))}
          selected={channelIds.map(String)}
          onChange={(ids) => filters.set({ channels: ids.join('.') })}
        />
      )}
      <ChoiceChips
        label={t('filter.status')}
        options={POST_STATUSES.map((value) => ({ value, label: t(`calendar:status.${value}`) }))}
        selected={statuses}
        onChange={(values) => filters.set({ statuses: values.join('.') })}
      />
    </>
  )
}

function SingleFilters() {
  const { t } = useTranslation('calendarLists')
  const { filters } = useCalendarAddress()
  const formats = postFormatNames(useFormat().language)
  const pillars = useQuery(api.records.options.queryOptions()).data?.pillars ?? []
  return (
    <div className={styles.selects}>
      <FilterSelect
        filters={filters}
        name="format"
        label={t('filter.format')}
        anyLabel={t('filter.allFormats')}
        options={[
          ...POST_FORMATS.map((value) => ({ value: value as string, label: formats[value] })),
          { value: NONE, label: t('filter.noFormat') },
        ]}
      />
      {(pillars.length > 0 || filters.get('pillar') !== null) && (
        <FilterSelect
          filters={filters}
          name="pillar"
          label={t('filter.pillar')}
          anyLabel={t('filter.allPillars')}
          options={[
            ...pillars.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: NONE, label: t('filter.noPillar') },
          ]}
        />
      )}
      <CampaignFilter filters={filters} />
      <NamedFilter filters={filters} list="client" />
    </div>
  )
}
