// What the preload gives the page in the desktop window. In a browser `window.gegenwertDesktop` is missing, and what it offers is hidden.

/** Comes with a port to the backend: once at the start, and again whenever the backend had to be restarted. */
export const portMessageType = 'gegenwert:port'

export type MenuCommand = 'undo' | 'redo'

export interface Appearance {
  readonly language: 'de' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
}

/** `failed` says why: a ledger in a sentence for the person, a PDF in the words of the system. */
export type DialogOutcome =
  { readonly outcome: 'done' | 'cancelled' } | { readonly outcome: 'failed'; readonly reason: string }

/** Nobody was at the computer from `since` to `until` (epoch milliseconds). `reason`: how it was noticed. */
export interface Absence {
  readonly since: number
  readonly until: number
  readonly reason: 'idle' | 'suspend' | 'lock'
}

export interface DesktopBridge {
  /** To be called once the page listens for `portMessageType`; a port that came earlier was kept. */
  startPassingPorts(): void
  /** Asks where to save and writes the page as it would print. */
  savePdf(suggestedName: string): Promise<DialogOutcome>
  /** Asks for a ledger file and opens it; afterwards the page is reconnected and reads everything anew. */
  openLedgerDialog(): Promise<DialogOutcome>
  /** The menu follows the language, native parts of the window follow the theme. */
  setAppearance(appearance: Appearance): void
  /** Undo and redo from the menu: in a text field they mean the text, elsewhere the last command. */
  onMenuCommand(listener: (command: MenuCommand) => void): void
  /** Notices from now on when nobody was there for so long; null: no more. To be asked for only while a timer runs. */
  watchAbsence(afterMinutes: number | null): void
  /** Told when somebody comes back. */
  onAbsence(listener: (absence: Absence) => void): void
}

declare global {
  interface Window {
    readonly gegenwertDesktop?: DesktopBridge
  }
}
