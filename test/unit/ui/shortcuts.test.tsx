import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startShortcuts } from '../../../renderer/app/shortcuts.ts'
import { useCommandRegistry } from '../../../renderer/lib/commands.ts'
import { useUndoStore } from '../../../renderer/lib/undo-store.ts'
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
  useCommandRegistry.setState({ commands: [], isComplete: true, awaited: 0 })
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

  test('undo means what was done last in a field in which nothing was typed since it got the focus', () => {
    document.body.insertAdjacentHTML('beforeend', '<input id="next">')
    const [field, next] = ['field', 'next'].map((id) => document.getElementById(id)!)
    field?.focus()
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual([])
    next?.focus()
    press('z', { ctrlKey: true }, next)
    press('Z', { ctrlKey: true, shiftKey: true }, next)
    expect(ran).toEqual(['mod+z', 'mod+shift+z'])
    field?.focus()
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual(['mod+z', 'mod+shift+z', 'mod+z'])
  })

  test('undo means what Enter has saved in the field one is still in, until one types on', () => {
    const field = document.getElementById('field')!
    const type = () => field.dispatchEvent(new Event('input', { bubbles: true }))
    const nothing = () => Promise.resolve()
    const save = () => useUndoStore.getState().push({ commandId: 'c', label: '', undo: nothing, redo: nothing })
    field.focus()
    type()
    press('Enter', {}, field)
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual([])
    save()
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual(['mod+z'])
    type()
    save()
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual(['mod+z'])
  })

  test('undo stays the matter of a field one typed in when the window comes back', () => {
    const field = document.getElementById('field')!
    field.focus()
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.blur()
    field.focus()
    press('z', { ctrlKey: true }, field)
    expect(ran).toEqual([])
  })

  test('keys of a part that is still being read wait for it, in their order', () => {
    useCommandRegistry.setState({ awaited: 1 })
    press('q')
    press('a')
    expect(ran).toEqual([])
    useCommandRegistry.getState().register([command('q')])
    useCommandRegistry.setState({ awaited: 0 })
    expect(ran[0]).toBe('q')
  })

  test('undo while a form is being saved means what it saves', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><input id="name"><button id="save" type="submit"></button></div>',
    )
    const name = document.getElementById('name')!
    press('z', { ctrlKey: true }, name)
    expect(ran).toEqual([])
    document.getElementById('save')!.dataset.pending = 'true'
    press('z', { ctrlKey: true }, name)
    press('a', {}, name)
    expect(ran).toEqual(['mod+z'])
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

/** Of an empty page, as Ctrl V does it. */
function paste(text: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
  document.body.dispatchEvent(event)
}

describe('a key that is a command and the first of two as well', () => {
  const field = () => document.querySelector<HTMLTextAreaElement>('#text')!
  const opener = { ...command('g'), opensField: true }
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    document.body.innerHTML = '<form><textarea id="text"></textarea></form><input id="field">'
    useCommandRegistry.getState().register([opener])
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('acts once no second one has come', () => {
    press('g')
    pass(300)
    expect(ran).toEqual([])
    pass(400)
    expect(ran).toEqual(['g'])
  })

  test('is the first of two where the second follows', () => {
    press('g')
    press('b')
    pass(2_000)
    expect(ran).toEqual(['g b'])
  })

  test('opens its field after all where more follows as one types, and no letter is lost', () => {
    for (const key of 'gbestellung') press(key)
    expect(ran).toEqual(['g b', 'g'])
    field().focus()
    pass(0)
    expect(field().value).toBe('bestellung')
  })

  test('is done with its second where the next key comes later', () => {
    const at = performance.now()
    for (const [key, after] of [
      ['g', 0],
      ['b', 50],
      ['a', 500],
    ] as const) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true })
      Object.defineProperty(event, 'timeStamp', { value: at + after })
      document.body.dispatchEvent(event)
    }
    expect(ran).toEqual(['g b', 'a'])
  })

  test('acts at once when text follows, which belongs to its field', () => {
    press('g')
    press('H')
    expect(ran).toEqual(['g'])
    for (const key of 'allo') press(key)
    field().focus()
    pass(0)
    expect(field().value).toBe('Hallo')
    expect(ran).toEqual(['g'])
  })

  test('takes a capital for the beginning of a sentence', () => {
    press('g')
    press('Shift')
    press('B', { shiftKey: true })
    field().focus()
    pass(0)
    expect(ran).toEqual(['g'])
    expect(field().value).toBe('B')
  })

  test('what is pasted and sent right after it reaches the field', () => {
    const sent: string[] = []
    document.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault()
      sent.push(field().value)
    })
    press('g')
    press('v', { ctrlKey: true })
    paste('Wo bleibt\nmeine Bestellung?')
    press('Enter')
    press('Enter', { ctrlKey: true })
    expect(ran).toEqual(['g'])
    field().focus()
    pass(0)
    expect(sent).toEqual(['Wo bleibt\nmeine Bestellung?\n'])
  })

  test('does nothing when something else is done', () => {
    press('g')
    press('Escape')
    pass(2_000)
    press('g')
    press('k', { ctrlKey: true })
    pass(2_000)
    press('g')
    document.getElementById('field')!.focus()
    pass(2_000)
    expect(ran).toEqual(['mod+k'])
  })

  test('waits for the part that is still loading', () => {
    useCommandRegistry.setState({ commands: [], isComplete: false })
    useCommandRegistry.getState().register([command('g b')])
    press('g')
    for (const key of 'Hallo') press(key)
    expect(ran).toEqual([])
    useCommandRegistry.getState().register([opener])
    useCommandRegistry.setState({ isComplete: true })
    expect(ran).toEqual(['g'])
    field().focus()
    pass(0)
    expect(field().value).toBe('Hallo')
  })

  test('alone it waits for that part as well', () => {
    useCommandRegistry.setState({ commands: [], isComplete: false })
    useCommandRegistry.getState().register([command('g b')])
    press('g')
    pass(2_000)
    useCommandRegistry.getState().register([opener])
    useCommandRegistry.setState({ isComplete: true })
    pass(2_000)
    expect(ran).toEqual(['g'])
  })
})

describe('keys for parts that are still loading', () => {
  const loaded = (...shortcuts: string[]) => {
    useCommandRegistry.getState().register(shortcuts.map(command))
    useCommandRegistry.setState({ isComplete: true })
  }
  beforeEach(() => useCommandRegistry.setState({ isComplete: false }))

  test('act once these are there; what is no command is passed over', () => {
    press('q')
    press('n')
    expect(ran).toEqual([])
    loaded('s', 'n')
    expect(ran).toEqual(['n'])
    press('q')
    loaded('q')
    expect(ran).toEqual(['n'])
  })

  test('what follows the first that acts was meant for what that one opens', () => {
    for (const key of ['s', 'n', 'a']) press(key)
    expect(ran).toEqual([])
    loaded('n', 's')
    expect(ran).toEqual(['s'])
  })

  test('two that belong together still do, and a wrong second one means nothing', () => {
    press('g')
    press('n')
    loaded('n')
    expect(ran).toEqual([])
    useCommandRegistry.setState({ commands: [], isComplete: false })
    press('g')
    press('z')
    loaded('z', 'g z')
    expect(ran).toEqual(['g z'])
  })

  test('whoever does something else meanwhile means nothing any more', () => {
    press('n')
    press('k', { ctrlKey: true })
    loaded('n')
    expect(ran).toEqual(['mod+k'])

    useCommandRegistry.setState({ isComplete: false })
    press('s')
    document.getElementById('field')!.focus()
    loaded('s')
    expect(ran).toEqual(['mod+k'])
  })

  test('nothing acts much later', () => {
    const late = new KeyboardEvent('keydown', { key: 'n', bubbles: true })
    Object.defineProperty(late, 'timeStamp', { value: performance.now() - 60_000 })
    document.body.dispatchEvent(late)
    loaded('n')
    expect(ran).toEqual([])
  })
})

describe('what is typed after a key that opens a field', () => {
  const field = () => document.querySelector<HTMLInputElement>('#field')!
  const openers = (run = () => undefined as unknown) =>
    useCommandRegistry.getState().register([{ ...command('n'), opensField: true, run }])
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  test('is typed into it once it is there, and does nothing before', async () => {
    openers()
    press('n')
    press('Shift')
    for (const key of 'A?a') press(key)
    field().focus()
    press('b')
    await settled()
    expect(field().value).toBe('A?ab')
    expect(ran).toEqual([])
  })

  test('is the field’s own matter where it knows the key, and Enter sends its form', async () => {
    document.body.innerHTML = '<form><input id="field"></form>'
    const heard: string[] = []
    document.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault()
      heard.push('sent')
    })
    field().addEventListener('keydown', (event) => {
      heard.push(event.key)
      if (event.key === '1') event.preventDefault()
    })
    openers()
    press('n')
    for (const key of ['1', 'x', 'Enter']) press(key)
    field().focus()
    await settled()
    expect(field().value).toBe('x')
    expect(heard).toEqual(['1', 'x', 'Enter', 'sent'])
  })

  test('is typed before a Tab that leaves the field at once', async () => {
    openers()
    press('n')
    field().focus()
    press('x', {}, field())
    press('Tab', {}, field())
    expect(field().value).toBe('x')
    await settled()
    expect(field().value).toBe('x')
  })

  test('is forgotten by whoever does something else', async () => {
    openers()
    press('n')
    press('x')
    press('Escape')
    press('a')
    field().focus()
    await settled()
    expect(field().value).toBe('')
    expect(ran).toEqual(['a'])
  })

  test('also where the key itself had to wait', async () => {
    useCommandRegistry.setState({ isComplete: false })
    for (const key of 'nAb') press(key)
    openers()
    useCommandRegistry.setState({ isComplete: true })
    field().focus()
    await settled()
    expect(field().value).toBe('Ab')
  })
})
