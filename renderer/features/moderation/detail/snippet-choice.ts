/** In which language and how one answers: the choice made last is remembered in this browser profile. */
import { create } from 'zustand'
import type { Tone } from '../../../../shared/domain/snippet.ts'
import type { Language } from '../../../lib/format.ts'

export interface SnippetManner {
  readonly language: Language
  readonly tone: Tone
}

const KEY = 'gegenwert.snippets'

function readManner(): Partial<SnippetManner> {
  try {
    const { language, tone } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>
    return {
      ...((language === 'de' || language === 'en') && { language }),
      ...((tone === 'formal' || tone === 'informal') && { tone }),
    }
  } catch {
    // Blocked, or the text of another version.
    return {}
  }
}

interface MannerStore {
  /** What was chosen last; absent: nothing yet. */
  readonly manner: Partial<SnippetManner>
  choose(changes: Partial<SnippetManner>): void
}

export const useSnippetManner = create<MannerStore>()((set, get) => ({
  manner: readManner(),
  choose: (changes) => {
    const manner = { ...get().manner, ...changes }
    set({ manner })
    try {
      localStorage.setItem(KEY, JSON.stringify(manner))
    } catch {
      // It then holds for this window.
    }
  },
}))
