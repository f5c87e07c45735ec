/** Names a new channel or changes one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/contract/settings.ts'
import { NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { client } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Dot } from '../../ui/dot.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChange } from '../../lib/use-change.ts'
import { useNetworkName } from '../../lib/network-name.ts'

interface ChannelDialogProps {
  /** Null: a new one. */
  readonly channel: Channel | null
  onClose(): void
}

/** The name follows the network until someone writes another one. */
function useChannelForm(channel: Channel | null) {
  const networkName = useNetworkName()
  const [network, setNetwork] = useState<Network>(channel?.network ?? 'instagram')
  const [ownName, setOwnName] = useState<string | null>(channel?.name ?? null)
  const suggested = network === 'other' ? '' : networkName(network)
  return { network, setNetwork, name: ownName ?? suggested, setOwnName, networkName }
}

export function ChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const { t } = useTranslation('settings')
  const { network, setNetwork, name, setOwnName, networkName } = useChannelForm(channel)
  const [isSubmitted, setIsSubmitted] = useState(false)
  const change = useChange()
  const text = name.trim()
  const isTaken = change.error?.code === 'name_taken'

  async function submit() {
    setIsSubmitted(true)
    if (text === '') return
    const done = await change.run(
      (commandId) =>
        channel
          ? client.settings.updateChannel({ commandId, id: channel.id, patch: { network, name: text } })
          : client.settings.addChannel({ commandId, network, name: text }),
      t(channel ? 'channels.changed' : 'channels.added', { name: text }),
    )
    if (done) onClose()
  }

  const problem = text === '' && isSubmitted ? t('common.required') : isTaken ? change.error?.title : undefined
  return (
    <Dialog
      isOpen
      size="s"
      onOpenChange={onClose}
      title={t(channel ? 'channels.titleEdit' : 'channels.titleNew')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {t(channel ? 'common.save' : 'common.add')}
          </Button>
        </>
      }
    >
      <Select<Network>
        label={t('channels.network')}
        value={network}
        onChange={setNetwork}
        options={NETWORKS.map((option) => ({
          value: option,
          label: networkName(option),
          mark: <Dot network={option} />,
        }))}
      />
      <TextField
        autoFocus
        isRequired
        label={t('channels.name')}
        description={t('channels.nameHelp')}
        maxLength={200}
        value={name}
        onChange={(next) => {
          setOwnName(next)
          change.clearError()
        }}
        errorMessage={problem}
      />
      {change.error && !isTaken && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}
