/** Crises: all of them, what is prepared for the next one, or the file of one. */
import { readId } from '../../../lib/ledger-address.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { CrisisFile } from './crisis-file.tsx'
import { CrisisOverview } from './crisis-overview.tsx'
import { StandingPage } from './standing-page.tsx'

export function CrisesPage() {
  const { get } = useSearchFilters()
  const id = readId(get('id'))
  if (typeof id === 'number') return <CrisisFile key={id} id={id} />
  return get('view') === 'lists' ? <StandingPage /> : <CrisisOverview />
}
