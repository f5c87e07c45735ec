import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { useThisPost } from './this-post.ts'

/** Undo brings it back; what hours or costs name stays. */
export function RemovePost({ onRemoved }: { onRemoved(): void }) {
  const { t } = useTranslation('post')
  const { detail, typing } = useThisPost()
  const change = useChange()
  async function remove() {
    await typing.keep()
    const { id } = detail
    if (await change.run((commandId) => client.calendar.remove({ commandId, id }), t('done.removed'))) onRemoved()
  }
  return (
    <div>
      {change.error && <ErrorPanel error={change.error} />}
      <Button size="s" variant="quiet" icon={Trash2} isPending={change.isRunning} onPress={() => void remove()}>
        {t('remove')}
      </Button>
    </div>
  )
}
