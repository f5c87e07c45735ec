import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startShortcuts } from '../../../renderer/app/shortcuts.ts'
import { useCommandRegistry } from '../../../renderer/lib/commands.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'

const ran: string[] = []
const command = (shortcut: string) => ({
  id: shortcut,
  title: '',
  group: '',
  shortcut,
  run: () => void ran.push(shortcut),
})
let stop: () => void

function press(key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
}

beforeEach(() => {
  ran.length = 0
  document.body.innerHTML = '<input id="field"><input id="tick" type="checkbox">'
  useViewSettings.getState().setSingleKeys(true)
  useCommandRegistry.getState().register(['a', '?', 'mod+k', 'mod+z', 'mod+shift+z', 'g b'].map(command))
  stop = startShortcuts()
})
afterEach(() => stop())

describe('keys', () => {
  test('single letters, signs and sequences act', () => {
    press('a')
    press('?', { shiftKey: true })
    press('g')
    press('b')
    expect(ran).toEqual(['a', '?', 'g b'])
  })

  test('with a modifier shift is a key of its own', () => {
    press('Z', { ctrlKey: true, shiftKey: true })
    press('z', { ctrlKey: true })
    expect(ran).toEqual(['mod+shift+z', 'mod+z'])
  })

  test('while someone types only modified keys act, and undo belongs to the field', () => {
    const field = document.getElementById('field')!
    press('a', {}, field)
    press('z', { ctrlKey: true }, field)
    press('k', { ctrlKey: true }, field)
    expect(ran).toEqual(['mod+k'])
    press('a', {}, document.getElementById('tick')!)
    expect(ran).toEqual(['mod+k', 'a'])
  })

  test('single letters can be switched off and never act behind a dialog', () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div>')
    press('a')
    press('z', { ctrlKey: true })
    expect(ran).toEqual([])
    document.querySelector('[role=dialog]')?.remove()
    useViewSettings.getState().setSingleKeys(false)
    press('a')
    press('g')
    press('b')
    press('k', { ctrlKey: true })
    expect(ran).toEqual(['mod+k'])
  })
})
