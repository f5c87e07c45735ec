import { beforeEach, describe, expect, test } from 'vitest'
import { holdUndo, useUndoStore } from '../../../renderer/lib/undo-store.ts'

const log: string[] = []

function push(commandId: string, undo: () => Promise<void> = () => Promise.resolve()) {
  useUndoStore.getState().push({
    commandId,
    label: commandId,
    undo: async () => {
      await undo()
      log.push(`undo ${commandId}`)
    },
    redo: () => {
      log.push(`redo ${commandId}`)
      return Promise.resolve()
    },
  })
}

beforeEach(() => {
  log.length = 0
  useUndoStore.getState().clear()
})

describe('undo', () => {
  test('takes back the newest first and redoes in reverse', async () => {
    push('a')
    push('b')
    const { undo, redo } = useUndoStore.getState()
    expect(await undo()).toEqual({ kind: 'done', label: 'b' })
    await undo()
    await redo()
    await redo()
    expect(log).toEqual(['undo b', 'undo a', 'redo a', 'redo b'])
    expect(await redo()).toEqual({ kind: 'nothing' })
  })

  test('a toast takes back its own command, not the newest', async () => {
    push('a')
    push('b')
    await useUndoStore.getState().undo('a')
    expect(useUndoStore.getState().done.map((step) => step.commandId)).toEqual(['b'])
    expect(await useUndoStore.getState().undo('a')).toEqual({ kind: 'nothing' })
  })

  test('stops at what cannot be taken back, and says why', async () => {
    push('a')
    const nothing = () => Promise.resolve()
    const closing = { commandId: 'b', label: 'b', finalReason: 'a month is closed', undo: nothing, redo: nothing }
    useUndoStore.getState().push(closing)
    expect(await useUndoStore.getState().undo()).toEqual({ kind: 'final', reason: 'a month is closed' })
    expect(log).toEqual([])
    expect(useUndoStore.getState().done.map((step) => step.commandId)).toEqual(['a', 'b'])
  })

  test('a new command ends the possibility to redo', async () => {
    push('a')
    await useUndoStore.getState().undo()
    push('b')
    expect(await useUndoStore.getState().redo()).toEqual({ kind: 'nothing' })
  })

  test('what could not be undone stays on the stack and can be tried again', async () => {
    let isBroken = true
    push('a', () => (isBroken ? Promise.reject(new Error('conflict')) : Promise.resolve()))
    await expect(useUndoStore.getState().undo()).rejects.toThrow('conflict')
    isBroken = false
    expect(await useUndoStore.getState().undo()).toEqual({ kind: 'done', label: 'a' })
  })

  test('a second key press while undo is under way takes back the one before, then', async () => {
    const gate = Promise.withResolvers<void>()
    push('a')
    push('b', () => gate.promise)
    const both = Promise.all([useUndoStore.getState().undo(), useUndoStore.getState().undo()])
    gate.resolve()
    expect(await both).toEqual([
      { kind: 'done', label: 'b' },
      { kind: 'done', label: 'a' },
    ])
    expect(log).toEqual(['undo b', 'undo a'])
  })

  test('waits for a command on its way, and takes that back', async () => {
    const gate = Promise.withResolvers<void>()
    push('a')
    const command = holdUndo(gate.promise.then(() => push('b')))
    const undone = useUndoStore.getState().undo()
    gate.resolve()
    await command
    expect(await undone).toEqual({ kind: 'done', label: 'b' })
    expect(log).toEqual(['undo b'])
  })

  test('a command that failed on its way leaves what was before it', async () => {
    push('a')
    const failed = holdUndo(Promise.reject(new Error('refused')))
    const undone = useUndoStore.getState().undo()
    await expect(failed).rejects.toThrow('refused')
    expect(await undone).toEqual({ kind: 'done', label: 'a' })
  })

  test('a redo asked for while undo is under way brings it back', async () => {
    const gate = Promise.withResolvers<void>()
    push('a', () => gate.promise)
    const both = Promise.all([useUndoStore.getState().undo(), useUndoStore.getState().redo()])
    gate.resolve()
    await both
    expect(log).toEqual(['undo a', 'redo a'])
  })
})
