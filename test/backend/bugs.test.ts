// An unexpected error reaches the log with its number, and the caller with the number only.
import { expect, test } from 'vitest'
import { openDirectHost } from '../support/direct-host.ts'

test('a bug is logged under the number the caller gets', async () => {
  const host = await openDirectHost()
  const lines: string[] = []
  Object.assign(host.backend.options, { log: (line: string) => lines.push(line) })
  host.backend.stagedFiles.stage = () => {
    throw new Error('something nobody thought of')
  }
  const thrown = await host.client.imports.stage({ name: 'a.csv', bytes: 1 }).catch((error: unknown) => error)
  expect(thrown).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: { id: expect.stringMatching(/^[0-9a-f]{8}$/) } })
  const { id } = (thrown as { data: { id: string } }).data
  expect(lines.find((line) => line.includes(id))).toContain('something nobody thought of')
  expect(String((thrown as Error).message)).not.toContain('nobody')
  host.close()
})
