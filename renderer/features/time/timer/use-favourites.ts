/** Keeping, removing and ordering what is started often. */
import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { toWork, type WorkDraft } from '../editor/work-draft.ts'
import type { Choice } from './combinations.ts'

export interface Favourites {
  keep(work: WorkDraft): void
  remove(choice: Choice): void
  /** By one place. */
  move(choice: Choice, step: number): void
}

export function useFavourites(): Favourites {
  const { t } = useTranslation('timer')
  const add = useCommand(client.time.addFavourite, { done: t('done.kept') })
  const remove = useCommand(client.time.removeFavourite, { done: t('done.notKept') })
  const move = useCommand(client.time.moveFavourite, { done: t('done.moved'), isQuiet: true })
  return {
    keep: (work) => void add.run({ work: toWork(work) }),
    remove: ({ favouriteId }) => {
      if (favouriteId !== null) void remove.run({ id: favouriteId })
    },
    move: ({ favouriteId, position }, step) => {
      if (favouriteId !== null && position + step >= 0) void move.run({ id: favouriteId, position: position + step })
    },
  }
}
